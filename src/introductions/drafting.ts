import { become, type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { checkForm } from '../form-check.ts';
import type { Request } from '../intent.ts';
import { sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { dateIn } from '../time.ts';
import { plain, type View } from '../view.ts';
import { type Draft, isDraft, type Target } from './ask.ts';
import { aimForm, askForm, isComplete, wordsFrom } from './forms.ts';
import { personHitch } from './people.ts';
import { submit } from './submit.ts';
import { draftCard, editButtons, type Hitch } from './views/draft.ts';

type Drafting =
  | 'ask-intro'
  | 'pick-helper'
  | 'pick-target'
  | 'aim-outside'
  | 'aim-team'
  | 'aim-helper'
  | 'send-aim'
  | 'write-ask'
  | 'send-ask'
  | 'use-rewrite'
  | 'send-as-is'
  | 'discard';

/** The seeker's side, from the command until the ask is on its way. */
export const draftingHandlers: Handlers<Drafting> = {
  'ask-intro': start,
  'pick-helper': (context, { ask, choice }) => pick(context, ask, 'helper', choice),
  'pick-target': (context, { ask, choice }) => pick(context, ask, 'target', choice),
  'aim-outside': async ({ words }, { ask }) => ({
    reply: 'form',
    form: aimForm(ask, 'outside', words),
  }),
  'aim-team': async ({ words }, { ask }) => ({ reply: 'form', form: aimForm(ask, 'team', words) }),
  'aim-helper': (context, { ask }) =>
    change(context, ask, 'update', (draft) => ({ ...draft, target: { who: 'helper' } })),
  'send-aim': async (context, { ask, as, values }) => {
    const form = aimForm(ask, as, context.words);
    const errors = checkForm(form, values, dateIn(context.now, 'UTC'), context.words);
    if (Object.keys(errors).length > 0) return { reply: 'errors', errors, form };
    const target: Target = { who: as, name: values.name?.trim() ?? '' };
    return change(context, ask, 'message', (draft) => ({ ...draft, target }));
  },
  'write-ask': write,
  'send-ask': send,
  'use-rewrite': (context, { ask }) => resubmit(context, ask, 'rewrite'),
  'send-as-is': (context, { ask }) => resubmit(context, ask, 'as-is'),
  discard: (context, { ask }) =>
    context.once(async (stores) => {
      const draft = await ownDraft(context, stores, ask);
      if ('reply' in draft) return draft;
      await stores.asks.remove(ask);
      return become(context.words, 'draft.discarded');
    }),
};

async function start(
  context: Context,
  { helper, target }: Extract<Request, { type: 'ask-intro' }>,
): Promise<Reply> {
  const { by, words, now, deps } = context;
  const id = deps.ids.next();
  const targetUser = target && 'user' in target ? target.user : undefined;
  const spoken = target && 'text' in target ? target.text.trim() : undefined;
  const hitch =
    (helper && (await personHitch(context, 'helper', helper))) ||
    (targetUser && targetUser !== helper && (await personHitch(context, 'target', targetUser))) ||
    undefined;

  if (helper && targetUser && !hitch) {
    const code = targetUser === helper ? 'h' : (`m:${targetUser}` as const);
    const send = { type: 'send-ask', ask: id, helper, target: code } as const;
    return { reply: 'form', form: askForm(send, {}, words) };
  }
  const draft: Draft = {
    id,
    seeker: by,
    createdAt: now,
    state: { is: 'draft', at: now },
    helper: hitch?.whose === 'helper' ? undefined : helper,
    target: targetUser && hitch?.whose !== 'target' ? memberTarget(targetUser, helper) : undefined,
  };
  const named: Hitch | undefined =
    !hitch && !helper && spoken?.startsWith('@')
      ? { key: 'person.nobody-by-name', values: { name: spoken } }
      : hitch;
  return context.once(async (stores) => {
    await stores.asks.save(draft);
    const name = named === hitch ? spoken : undefined;
    return { reply: 'message', view: draftCard(draft, words, named, name) };
  });
}

const memberTarget = (user: string, helper: string | undefined): Target =>
  user === helper ? { who: 'helper' } : { who: 'member', user };

async function pick(
  context: Context,
  ask: string,
  whose: 'helper' | 'target',
  user: string,
): Promise<Reply> {
  const hitch = await personHitch(context, whose, user);
  return change(
    context,
    ask,
    'update',
    (draft) => {
      if (hitch) return draft;
      return whose === 'helper'
        ? { ...draft, helper: user }
        : { ...draft, target: memberTarget(user, draft.helper) };
    },
    hitch,
  );
}

/** Changes the stored draft and shows its card. */
function change(
  context: Context,
  id: string,
  reply: 'update' | 'message',
  edit: (draft: Draft) => Draft,
  hitch?: Hitch,
): Promise<Reply> {
  return context.once(async (stores) => {
    const draft = await ownDraft(context, stores, id);
    if ('reply' in draft) return draft;
    const edited = edit(draft);
    await stores.asks.save(edited);
    return { reply, view: draftCard(edited, context.words, hitch) };
  });
}

async function ownDraft(context: Context, stores: Stores, id: string): Promise<Draft | Reply> {
  const { by, words } = context;
  const draft = await stores.asks.lock(id);
  if (!draft) return say(words, 'draft.gone');
  if (!sameMember(draft.seeker, by)) return say(words, 'again.not-yours');
  return isDraft(draft) ? draft : say(words, 'draft.already-sent');
}

async function write(context: Context, { ask: id }: { ask: string }): Promise<Reply> {
  const { words } = context;
  const draft = await context.read((stores) => ownDraft(context, stores, id));
  if ('reply' in draft) return draft;
  const { helper, target } = draft;
  if (!helper || !target) return say(words, 'draft.incomplete');
  const send = {
    type: 'send-ask',
    ask: id,
    helper,
    // "As the draft says": a name wouldn't fit in a button.
    target: target.who === 'helper' ? 'h' : 'd',
  } as const;
  return { reply: 'form', form: askForm(send, draft.words ?? {}, words) };
}

async function send(
  context: Context,
  request: Extract<Request, { type: 'send-ask' }>,
): Promise<Reply> {
  const { by, now, words } = context;
  const { ask: id, helper, target: code, values } = request;
  const written = wordsFrom(values);
  const errors = checkForm(askForm(request, {}, words), values, dateIn(now, 'UTC'), words);
  const hitch =
    (await personHitch(context, 'helper', helper)) ??
    (code.startsWith('m:') ? await personHitch(context, 'target', code.slice(2)) : undefined);

  return context.once(async (stores) => {
    await stores.members.lock([by.user, helper]);
    const stored = await stores.asks.lock(id);
    if (stored && !sameMember(stored.seeker, by)) return say(words, 'again.not-yours');
    if (stored && !isDraft(stored)) return say(words, 'draft.already-sent');
    const target = targetOf(code, stored);
    const draft: Draft = {
      id,
      seeker: by,
      createdAt: stored?.createdAt ?? now,
      state: { is: 'draft', at: now },
      helper: hitch?.whose === 'helper' ? undefined : helper,
      target: hitch?.whose === 'target' ? undefined : target,
      words: written,
    };
    // Whatever comes next, what was typed is kept.
    await stores.asks.save(draft);
    if (hitch) return { reply: 'message', view: draftCard(draft, words, hitch) };
    if (Object.keys(errors).length > 0 || !isComplete(written)) {
      return { reply: 'message', view: errorsView(draft, errors, context) };
    }
    if (!target) return { reply: 'message', view: draftCard(draft, words) };
    const complete = { ...draft, helper, target, words: written };
    return { reply: 'message', view: await submit(stores, context, complete, 'fresh') };
  });
}

function targetOf(code: string, stored: Draft | undefined): Target | undefined {
  if (code === 'h') return { who: 'helper' };
  if (code.startsWith('m:')) return { who: 'member', user: code.slice(2) };
  return stored?.target;
}

function errorsView(draft: Draft, errors: Record<string, string>, { words }: Context): View {
  const { fields } = askForm(
    { type: 'send-ask', ask: draft.id, helper: draft.helper ?? '', target: 'd' },
    {},
    words,
  );
  const items = fields
    .filter((field) => errors[field.id])
    .map((field) => [
      plain(words.text('form.error-line', { field: field.label, error: errors[field.id] ?? '' })),
    ]);
  return {
    summary: words.text('form.errors'),
    blocks: [
      { node: 'text', content: words.rich('form.errors') },
      { node: 'list', items },
      { node: 'buttons', buttons: editButtons(draft.id, words) },
    ],
  };
}

/** The draft again, with the suggestion or by the seeker's own decision. */
function resubmit(context: Context, id: string, how: 'rewrite' | 'as-is'): Promise<Reply> {
  const { by, words } = context;
  return context.once(async (stores) => {
    const seen = await stores.asks.get(id);
    await stores.members.lock([by.user, seen?.helper ?? by.user]);
    const draft = await ownDraft(context, stores, id);
    if ('reply' in draft) return draft;
    const { helper, target, words: written } = draft;
    if (!helper || !target || !isComplete(written)) return say(words, 'draft.incomplete');
    const complete = { ...draft, helper, target, words: written };
    return { reply: 'update', view: await submit(stores, context, complete, how) };
  });
}
