import { become, type Context, type Handlers, kept, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import type { Values } from '../form.ts';
import { checkForm } from '../form-check.ts';
import { helpersFor } from '../helping/find.ts';
import { findForm } from '../helping/forms.ts';
import type { Request } from '../intent.ts';
import { sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { referralForm } from '../referrals/forms.ts';
import { cardOf, submitReferral } from '../referrals/referring.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import { dateIn, isTimeZone } from '../time.ts';
import { checked } from './answers.ts';
import { type Draft, isDraft, type Looking, type Target } from './ask.ts';
import { aimForm, askForm, isComplete, typedIn, wordsFrom } from './forms.ts';
import { aimedAt, keepDraft } from './keep-draft.ts';
import { ownDraft } from './own-draft.ts';
import { personHitch } from './people.ts';
import { start } from './start.ts';
import { submit } from './submit.ts';
import { timerName } from './transition.ts';
import { draftCard, errorLines, foundView, type Hitch } from './views/draft.ts';

type Drafting =
  | 'ask-intro'
  | 'open-draft'
  | 'pick-helper'
  | 'pick-target'
  | 'aim-outside'
  | 'aim-team'
  | 'aim-helper'
  | 'send-aim'
  | 'find-helper'
  | 'send-find'
  | 'watch'
  | 'write-ask'
  | 'send-ask'
  | 'talk-instead'
  | 'use-rewrite'
  | 'send-as-is'
  | 'discard';

/** The seeker's side, from the command until the ask is on its way. */
export const draftingHandlers: Handlers<Drafting> = {
  'ask-intro': start,
  'open-draft': (context, { ask }) => change(context, ask, 'update', (draft) => draft),
  'pick-helper': (context, { ask, choice }) => pick(context, ask, 'helper', choice),
  'pick-target': (context, { ask, choice }) => pick(context, ask, 'target', choice),
  'aim-outside': (context, { ask }) => aim(context, ask, 'outside'),
  'aim-team': (context, { ask }) => aim(context, ask, 'team'),
  'aim-helper': (context, { ask }) =>
    change(context, ask, 'update', (draft) => ({ ...draft, target: { who: 'helper' } })),
  'send-aim': (context, { ask, as, values }) =>
    checked(context, aimForm(ask, as, undefined, context.words), values, () => {
      const target: Target = { who: as, name: values.name?.trim() ?? '' };
      return change(context, ask, 'message', (draft) => ({ ...draft, target }));
    }),
  'find-helper': async (context, { ask }) => {
    const draft = await context.read((stores) => ownDraft(context, stores, ask));
    return 'reply' in draft ? draft : { reply: 'form', form: findForm(draft, context.words) };
  },
  'send-find': find,
  watch: (context, { ask }) =>
    context.once(async (stores) => {
      const { now, words, by } = context;
      const draft = await ownDraft(context, stores, ask);
      if ('reply' in draft) return draft;
      const referral = draft.target?.who === 'firm' ? draft.target.name : undefined;
      const { firm = referral, field } = draft.words?.looking ?? {};
      const talk = draft.target?.who === 'helper';
      const kind = referral ? 'referrals' : talk ? 'conversations' : 'introductions';
      await stores.offers.watch({ seeker: by.user, kind, firm, field, at: now });
      return become(words, 'find.watching', { what: firm ?? field ?? '' });
    }),
  'write-ask': write,
  'send-ask': send,
  'talk-instead': talkInstead,
  'use-rewrite': (context, { ask }) => resubmit(context, ask, 'rewrite'),
  'send-as-is': (context, { ask }) => resubmit(context, ask, 'as-is'),
  discard: (context, { ask }) =>
    context.once(async (stores) => {
      const draft = await ownDraft(context, stores, ask);
      if ('reply' in draft) return draft;
      await stores.asks.remove(ask);
      await stores.timers.cancel(timerName(ask, 'forget-draft'));
      return become(context.words, 'draft.discarded');
    }),
};

/** The form of a talk with the helper, opened by what the review suggests; nothing is lost of what was written. */
async function talkInstead(context: Context, { ask: id }: { ask: string }): Promise<Reply> {
  const { words, by } = context;
  return context.read(async (stores): Promise<Reply> => {
    const draft = await ownDraft(context, stores, id);
    if ('reply' in draft) return draft;
    const { helper } = draft;
    if (!helper) return say(words, 'draft.incomplete');
    const written = draft.words ?? {};
    const pair = { seeker: by.user, helper };
    const facts = await stores.relationships.facts(pair);
    const { relationship } = relationshipOf(facts, written.declared);
    const { rewrite } = review({ fields: { note: written.note ?? '' } }, { relationship });
    const send = { type: 'send-ask', ask: id, helper, target: 'h' } as const;
    return {
      reply: 'form',
      form: askForm(send, { ...written, note: rewrite ?? written.note }, words),
    };
  });
}

/** Asks for the name of somebody outside or of a team; what the command said stands in the form. */
async function aim(context: Context, id: string, as: 'outside' | 'team'): Promise<Reply> {
  const draft = await context.read((stores) => ownDraft(context, stores, id));
  if ('reply' in draft) return draft;
  return { reply: 'form', form: aimForm(id, as, draft.words?.spoken, context.words) };
}

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
      return whose === 'helper' ? { ...draft, helper: user } : { ...draft, target: aimedAt(user) };
    },
    hitch,
  );
}

/** Looks for helpers who offer what the seeker needs; the firm is then whom they would like to meet. */
async function find(
  context: Context,
  { ask: id, values }: Extract<Request, { type: 'send-find' }>,
): Promise<Reply> {
  const { words, now, by } = context;
  const looking = lookingFor(values);
  const found = await context.once(async (stores) => {
    const draft = await ownDraft(context, stores, id);
    if ('reply' in draft) return draft;
    const form = findForm({ ...draft, words: { ...draft.words, looking } }, words);
    const errors = checkForm(form, values, dateIn(now, 'UTC'), words);
    if (!looking.firm && !looking.field) errors.firm = words.text('find.missing');
    if (Object.keys(errors).length > 0) return { reply: 'errors', errors, form };
    const target: Target = looking.firm ? { who: 'team', name: looking.firm } : { who: 'helper' };
    // What an earlier search aimed at makes way for this one's.
    const aimed = draft.words?.looking ? undefined : draft.target;
    const kept = await keepDraft(
      stores,
      { ...draft, target: aimed ?? target, words: { ...draft.words, looking } },
      now,
    );
    const kind = kept.target?.who === 'helper' ? 'conversations' : 'introductions';
    const offers = await helpersFor(stores, by.user, { kind, ...looking }, now);
    const firms = (await stores.offers.all()).flatMap((offer) => offer.firms);
    return { reply: 'message', view: foundView(kept, offers, firms, words) };
  });
  return found.reply === 'message' ? withNames(context, found) : found;
}

const lookingFor = ({ firm, field, language }: Values): Looking => ({
  ...(firm?.trim() ? { firm: firm.trim() } : {}),
  ...(field?.trim() ? { field: field.trim() } : {}),
  ...(language?.trim() ? { language: language.trim() } : {}),
});

/** A choice is plain text: the ids in it become names, as far as the platform tells them. */
async function withNames(
  context: Context,
  reply: Extract<Reply, { reply: 'message' }>,
): Promise<Reply> {
  const blocks = await Promise.all(
    reply.view.blocks.map(async (block) => {
      if (block.node !== 'select' || block.from.kind !== 'options') return block;
      const options = await Promise.all(
        block.from.options.map(async ({ value }) => {
          const facts = await context.person(value).catch(() => undefined);
          return { value, label: facts?.name ?? value };
        }),
      );
      return { ...block, from: { kind: 'options' as const, options } };
    }),
  );
  return { ...reply, view: { ...reply.view, blocks } };
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
    const edited = await keepDraft(stores, edit(draft), context.now);
    const view =
      edited.target?.who === 'firm'
        ? await cardOf(stores, context, edited)
        : draftCard(edited, context.words, hitch);
    return { reply, view };
  });
}

async function write(context: Context, { ask: id }: { ask: string }): Promise<Reply> {
  const { words } = context;
  const draft = await context.read((stores) => ownDraft(context, stores, id));
  if ('reply' in draft) return draft;
  const { helper, target } = draft;
  if (target?.who === 'firm') return { reply: 'form', form: referralForm(draft, words) };
  if (!helper || !target) return { reply: 'message', view: draftCard(draft, words) };
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

  const zones = (await Promise.all([context.person(by.user), context.person(helper)])).map(
    (person) => person?.timeZone,
  );

  return context.once(async (stores) => {
    await stores.members.lock([by.user, helper]);
    const stored = await stores.asks.lock(id);
    if (stored && !sameMember(stored.seeker, by)) return say(words, 'again.not-yours');
    if (stored && !isDraft(stored)) return kept(words, 'draft.already-sent', ...typedIn(written));
    const target = targetOf(code, stored);
    const draft = await keepDraft(
      stores,
      {
        id,
        seeker: by,
        createdAt: stored?.createdAt ?? now,
        state: { is: 'draft', at: now },
        helper: hitch?.whose === 'helper' ? undefined : helper,
        target: hitch?.whose === 'target' ? undefined : target,
        words: written,
      },
      now,
    );
    await knowTimeZones(stores, [
      [by.user, zones[0]],
      [helper, zones[1]],
    ]);
    if (hitch) return { reply: 'message', view: draftCard(draft, words, hitch) };
    if (Object.keys(errors).length > 0 || !isComplete(written)) {
      const form = askForm(request, {}, words);
      return { reply: 'message', view: errorLines(draft.id, form, errors, words) };
    }
    if (!draft.target) return { reply: 'message', view: draftCard(draft, words) };
    const complete = { ...draft, helper, target: draft.target, words: written };
    return { reply: 'message', view: await submit(stores, context, complete, 'fresh') };
  });
}

/** Quiet hours go by what the platform knows of a member's time zone. */
async function knowTimeZones(stores: Stores, zones: [user: string, zone?: string][]) {
  for (const [user, timeZone] of zones) {
    if (!timeZone || !isTimeZone(timeZone)) continue;
    const member = await stores.members.get(user);
    if (member.timeZone !== timeZone) await stores.members.save({ ...member, timeZone });
  }
}

function targetOf(code: string, stored: Draft | undefined): Target | undefined {
  if (code === 'h') return { who: 'helper' };
  if (code.startsWith('m:')) return { who: 'member', user: code.slice(2) };
  return stored?.target;
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
    if (target?.who === 'firm') {
      return { reply: 'update', view: await submitReferral(stores, context, draft, how) };
    }
    if (!helper || !target || !isComplete(written)) return say(words, 'draft.incomplete');
    // Somebody else may have been chosen since we looked.
    if (helper !== seen?.helper) await stores.members.lock([by.user, helper]);
    const complete = { ...draft, helper, target, words: written };
    return { reply: 'update', view: await submit(stores, context, complete, how) };
  });
}
