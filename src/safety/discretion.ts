import { type Discretion, noDiscretion } from '../communities/settings.ts';
import { type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import type { Form } from '../form.ts';
import { checkForm } from '../form-check.ts';
import { firmKey } from '../helping/firms.ts';
import { apply } from '../introductions/apply.ts';
import { isDraft, isReferral, readerOf } from '../introductions/ask.ts';
import { hide } from '../introductions/hide.ts';
import { small, text } from '../introductions/views/describe.ts';
import { peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores } from '../ports.ts';
import { dateIn } from '../time.ts';
import { type Block, type Inline, mention, plain, type View } from '../view.ts';

type Discreet =
  | 'discretion'
  | 'avoid-person'
  | 'name-avoided'
  | 'send-avoided'
  | 'block-member'
  | 'allow-again';

const MAX_FIRM = 70;
/** As many as one select shows. */
const MOST = 25;

/** Whom and what a member keeps out of their search, and whose asks never reach them. Nobody else sees any of it. */
export const discretionHandlers: Handlers<Discreet> = {
  discretion: async (context) => {
    const member = await context.read((stores) => stores.members.get(context.by.user));
    return withNames(context, 'message', member.discretion ?? noDiscretion);
  },
  'avoid-person': (context, { choice }) =>
    choice === context.by.user
      ? Promise.resolve(say(context.words, 'discretion.self'))
      : change(context, 'update', (kept) => ({ ...kept, people: added(kept.people, choice) })),
  'name-avoided': async ({ words }) => ({ reply: 'form', form: firmForm(words) }),
  'send-avoided': async (context, { values }) => {
    const { words, now } = context;
    const form = firmForm(words);
    const errors = checkForm(form, values, dateIn(now, 'UTC'), words);
    if (Object.keys(errors).length > 0) return { reply: 'errors', errors, form };
    const firm = values.firm?.trim() ?? '';
    // A choice takes UTF-16 units, of which some signs have two.
    if (firm.length > MAX_FIRM) {
      const max = MAX_FIRM / 2;
      return {
        reply: 'errors',
        errors: { firm: words.text('field.too-long', { max, actual: firm.length }) },
        form,
      };
    }
    return change(context, 'message', (kept) => ({
      ...kept,
      firms: kept.firms.some((own) => firmKey(own) === firmKey(firm))
        ? kept.firms
        : added(kept.firms, firm),
    }));
  },
  'block-member': (context, { choice }) =>
    choice === context.by.user
      ? Promise.resolve(say(context.words, 'discretion.self'))
      : change(
          context,
          'update',
          (kept) => ({ ...kept, blocked: added(kept.blocked, choice) }),
          (stores) => closeOff(stores, context, choice),
        ),
  'allow-again': (context, { choice }) => {
    const what = choice.slice(2);
    const without = (list: string[]) => list.filter((one) => one !== what);
    return change(context, 'update', (kept) => {
      switch (choice.slice(0, 2)) {
        case 'p:':
          return { ...kept, people: without(kept.people) };
        case 'f:':
          return { ...kept, firms: without(kept.firms) };
        case 'b:':
          return { ...kept, blocked: without(kept.blocked) };
        default:
          return kept;
      }
    });
  },
};

interface Option {
  value: string;
  label: string;
}

/** What of theirs is on its way doesn't reach the member any more; they can't tell. */
async function closeOff(stores: Stores, context: Context, seeker: string): Promise<void> {
  const { by } = context;
  for (const { id } of await stores.asks.openFor(by.user)) {
    const ask = await stores.asks.lock(id);
    if (!ask || isDraft(ask) || ask.seeker.user !== seeker || ask.hidden) continue;
    const { is } = ask.state;
    if (ask.helper !== by.user) {
      // Asked as a target: no, or, where the request hasn't reached them, nothing more comes of it.
      const event =
        is === 'undelivered' ? ({ event: 'left' } as const) : ({ event: 'refuse' } as const);
      if (readerOf(ask) === by.user) await apply(stores, ask, event, context);
      continue;
    }
    if (isReferral(ask)) {
      const event =
        is === 'with-target' ? ({ event: 'note-dropped' } as const) : ({ event: 'pass' } as const);
      if (await apply(stores, ask, event, context)) continue;
    }
    await hide(stores, context, ask);
    // What they had begun doesn't go on without them.
    const begun = is === 'with-target' || is === 'undelivered';
    if (begun) await apply(stores, { ...ask, hidden: true }, { event: 'left' }, context);
  }
}

const added = (list: string[], one: string): string[] =>
  list.includes(one) ? list : [...list, one];

const firmForm = (words: Messages): Form => ({
  title: words.text('discretion.firm-title'),
  submit: words.text('offer.submit'),
  send: { type: 'send-avoided' },
  fields: [
    {
      id: 'firm',
      kind: 'line',
      label: words.text('discretion.firm'),
      required: true,
      maxLength: MAX_FIRM,
    },
  ],
});

async function change(
  context: Context,
  reply: 'update' | 'message',
  edit: (kept: Discretion) => Discretion,
  also: (stores: Stores) => Promise<void> = async () => {},
): Promise<Reply> {
  let kept = noDiscretion;
  const done = await context.once(async (stores) => {
    const [member] = await stores.members.lock([context.by.user]);
    if (!member) return { reply: 'nothing' };
    const before = member.discretion ?? noDiscretion;
    kept = edit(before);
    if (Object.values(kept).some((list) => list.length > MOST)) {
      return say(context.words, 'discretion.full', { count: MOST });
    }
    await stores.members.save({ ...member, discretion: kept });
    await also(stores);
    return { reply, view: { blocks: [] } };
  });
  const isDone = done.reply === reply && 'view' in done && done.view.blocks.length === 0;
  return isDone ? withNames(context, reply, kept) : done;
}

/** A choice is plain text, so names are looked up for it. */
async function withNames(
  context: Context,
  reply: 'update' | 'message',
  kept: Discretion,
): Promise<Reply> {
  const users = [...new Set([...kept.people, ...kept.blocked])];
  const names = new Map(
    await Promise.all(
      users.map(async (user) => {
        const facts = await context.person(user).catch(() => undefined);
        return [user, facts?.name ?? user] as const;
      }),
    ),
  );
  return { reply, view: discretionView(context, kept, names) };
}

function discretionView(
  { words, by }: Context,
  { people, firms, blocked }: Discretion,
  names: Map<string, string>,
): View {
  const heading = words.text('discretion.heading');
  const nameOf = (user: string) => names.get(user) ?? user;
  const mentions = (users: string[]): Inline[][] => users.map((user) => [mention(peer(by, user))]);
  const blocks: Block[] = [
    { node: 'heading', text: heading },
    text(words, 'discretion.text'),
    ...(people.length + firms.length > 0
      ? [
          {
            node: 'list' as const,
            items: [...mentions(people), ...firms.map((firm): Inline[] => [plain(firm)])],
          },
        ]
      : []),
    {
      node: 'select',
      placeholder: words.text('discretion.add-person'),
      choose: { type: 'avoid-person' },
      from: { kind: 'members' },
    },
    {
      node: 'buttons',
      buttons: [{ label: words.text('discretion.add-firm'), press: { type: 'name-avoided' } }],
    },
    text(words, 'discretion.blocked'),
    ...(blocked.length > 0 ? [{ node: 'list' as const, items: mentions(blocked) }] : []),
    {
      node: 'select',
      placeholder: words.text('discretion.block'),
      choose: { type: 'block-member' },
      from: { kind: 'members' },
    },
  ];
  const allow = (
    key: 'discretion.allow-person' | 'discretion.allow-firm' | 'discretion.unblock',
    options: Option[],
  ): Block[] =>
    options.length === 0
      ? []
      : [
          {
            node: 'select',
            placeholder: words.text(key),
            choose: { type: 'allow-again' },
            from: { kind: 'options', options },
          },
        ];
  blocks.push(
    ...allow(
      'discretion.allow-person',
      people.map((user) => ({ value: `p:${user}`, label: nameOf(user) })),
    ),
    ...allow(
      'discretion.allow-firm',
      firms.map((firm) => ({ value: `f:${firm}`, label: firm })),
    ),
    ...allow(
      'discretion.unblock',
      blocked.map((user) => ({ value: `b:${user}`, label: nameOf(user) })),
    ),
  );
  blocks.push(
    text(words, 'report.invite'),
    {
      node: 'select',
      placeholder: words.text('report.whom'),
      choose: { type: 'report-member' },
      from: { kind: 'members' },
    },
    small(words, 'discretion.private'),
  );
  return { summary: heading, blocks };
}
