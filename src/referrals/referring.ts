import { hasBlocked } from '../communities/settings.ts';
import { type Context, type Handlers, kept } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import type { FieldErrors } from '../form.ts';
import { checkForm } from '../form-check.ts';
import { helpersFor } from '../helping/find.ts';
import { firmKey, namesFirm } from '../helping/firms.ts';
import { fits } from '../helping/matching.ts';
import { isTaking } from '../helping/offer.ts';
import type { Request } from '../intent.ts';
import { apply } from '../introductions/apply.ts';
import {
  type AskWords,
  type Draft,
  isDraft,
  type Route,
  type SentAsk,
} from '../introductions/ask.ts';
import { isComplete, typedIn } from '../introductions/forms.ts';
import { restsUntil } from '../introductions/history.ts';
import { keepDraft } from '../introductions/keep-draft.ts';
import { limitHitch } from '../introductions/limits.ts';
import { ownDraft } from '../introductions/own-draft.ts';
import { errorLines, type Hitch, heldView } from '../introductions/views/draft.ts';
import { reviewView } from '../introductions/views/review.ts';
import { sentReferralView } from '../introductions/views/seeker.ts';
import { sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { keptOut } from '../safety/kept-out.ts';
import { addDays, dateIn, hourOf } from '../time.ts';
import type { Inline, View } from '../view.ts';
import { firmForm, linkErrors, referralForm, referralFrom } from './forms.ts';
import { referralCard } from './views.ts';

type Referring = 'ask-referral' | 'pick-firm' | 'name-firm' | 'send-firm' | 'send-referral';

/** Asking for a referral to one opening, from the firm's name until the first insider has it. */
export const referringHandlers: Handlers<Referring> = {
  'ask-referral': (context, { company }) => {
    const { by, now, deps } = context;
    const draft: Draft = {
      id: deps.ids.next(),
      seeker: by,
      createdAt: now,
      state: { is: 'draft', at: now },
      ...aimedAtFirm(company),
    };
    return context.once(async (stores) => {
      const kept = await keepDraft(stores, draft, now);
      return { reply: 'message', view: await cardOf(stores, context, kept) };
    });
  },
  'pick-firm': (context, { ask, choice }) => aim(context, ask, choice, 'update'),
  'name-firm': async (context, { ask }) => {
    const draft = await context.read((stores) => ownDraft(context, stores, ask));
    if ('reply' in draft) return draft;
    const firm = draft.target?.who === 'firm' ? draft.target.name : undefined;
    return { reply: 'form', form: firmForm(ask, firm, context.words) };
  },
  'send-firm': async (context, { ask, values }) => {
    const form = firmForm(ask, values.firm, context.words);
    const errors = checkForm(form, values, dateIn(context.now, 'UTC'), context.words);
    if (Object.keys(errors).length > 0) return { reply: 'errors', errors, form };
    return aim(context, ask, values.firm ?? '', 'message');
  },
  'send-referral': send,
};

const aimedAtFirm = (firm: string | undefined): Pick<Draft, 'target'> => {
  const name = firm?.trim();
  return name ? { target: { who: 'firm', name } } : {};
};

function aim(
  context: Context,
  id: string,
  firm: string,
  reply: 'update' | 'message',
): Promise<Reply> {
  return context.once(async (stores) => {
    const draft = await ownDraft(context, stores, id);
    if ('reply' in draft) return draft;
    const kept = await keepDraft(stores, { ...draft, ...aimedAtFirm(firm) }, context.now);
    return { reply, view: await cardOf(stores, context, kept) };
  });
}

/**
 * The card on which a seeker chooses the firm, with how many offer referrals there. It says nothing of who has time, nor of whom
 * this seeker was brought to: looked at again and again, that would name who was asked.
 */
export async function cardOf(
  stores: Stores,
  context: Context,
  draft: Draft,
  hindered?: Hitch,
): Promise<View> {
  const { by, now, words } = context;
  const { timeZone } = await stores.community.settings();
  const today = dateIn(now, timeZone);
  const offers = (await stores.offers.all()).filter(
    (offer) => offer.user !== by.user && offer.kinds.includes('referrals'),
  );
  const seen = new Map<string, string>();
  for (const firm of offers.flatMap((offer) => offer.firms)) {
    if (!seen.has(firmKey(firm))) seen.set(firmKey(firm), firm);
  }
  const firms = [...seen.values()].sort((a, b) => a.localeCompare(b));
  const { target } = draft;
  const firm = target?.who === 'firm' ? target.name : undefined;
  const hitch = hindered ?? (firm ? await firmHitch(stores, context, firm) : undefined);
  const found = offers.filter(
    (offer) => firm && fits(offer, { kind: 'referrals', firm }) && isTaking(offer, today),
  );
  return referralCard(draft, { found: hitch ? 0 : found.length, firms }, words, hitch);
}

/** Why there can be no referral at a firm now: it is to be kept out, or there was one not long ago, whoever had it. */
async function firmHitch(
  stores: Stores,
  { by, now }: Context,
  firm: string,
): Promise<Hitch | undefined> {
  const { discretion } = await stores.members.get(by.user);
  const avoided = discretion?.firms.find((one) => namesFirm(firm, one));
  if (avoided) return { key: 'discretion.firm-avoided', values: { firm: avoided } };
  const { policy } = await stores.community.settings();
  const { open, over } = await stores.asks.ofSeeker(by.user, now, LATEST);
  const isThere = ({ target }: SentAsk) =>
    target.who === 'firm' && firmKey(target.name) === firmKey(firm);
  if (open.some(isThere)) return { key: 'referral.open-there', values: { firm } };
  for (const ask of over.filter(isThere)) {
    const rests = restsUntil(ask, policy.restAfterNoDays);
    if (!rests || rests <= now) continue;
    const date: Inline = { node: 'time', at: rests.toISOString(), style: 'date' };
    return { key: 'referral.rests-there', values: { firm, date } };
  }
  return undefined;
}

/** So many of the asks that are over are looked at for a rest. */
const LATEST = 50;

async function insidersFor(
  stores: Stores,
  { by, now }: Context,
  { target, words }: Draft,
): Promise<string[]> {
  if (target?.who !== 'firm') return [];
  const need = { kind: 'referrals', firm: target.name, field: words?.opening } as const;
  return (await helpersFor(stores, by.user, need, now)).map(({ user }) => user);
}

async function send(
  context: Context,
  { ask: id, values }: Extract<Request, { type: 'send-referral' }>,
): Promise<Reply> {
  const { by, now, words } = context;
  const written = referralFrom(values);
  return context.once(async (stores) => {
    await stores.members.lock([by.user]);
    const stored = await stores.asks.lock(id);
    if (stored && !sameMember(stored.seeker, by)) {
      return kept(words, 'again.not-yours', ...typedIn(written));
    }
    if (stored && !isDraft(stored)) return kept(words, 'draft.already-sent', ...typedIn(written));
    if (!stored) return kept(words, 'draft.gone', ...typedIn(written));
    const draft = await keepDraft(stores, { ...stored, words: written }, now);
    const { timeZone } = await stores.community.settings();
    const form = referralForm(draft, words);
    const errors: FieldErrors = {
      ...linkErrors(values, words),
      ...checkForm(form, values, dateIn(now, timeZone), words),
    };
    if (Object.keys(errors).length > 0 || !isComplete(written)) {
      return { reply: 'message', view: errorLines(draft.id, form, errors, words) };
    }
    return { reply: 'message', view: await submitReferral(stores, context, draft, 'fresh') };
  });
}

/**
 * Reviews a complete, saved referral and sends it to its first insider, if there is one and nothing stands in the way. Every
 * insider's row is locked, so that nobody gets more than they take.
 */
export async function submitReferral(
  stores: Stores,
  context: Context,
  draft: Draft,
  how: 'fresh' | 'rewrite' | 'as-is',
): Promise<View> {
  const { words, now, by } = context;
  const { target, words: written } = draft;
  if (target?.who !== 'firm') return cardOf(stores, context, draft);
  if (!isComplete(written)) return heldView(draft, words, [{ key: 'draft.incomplete' }]);
  const { policy, timeZone } = await stores.community.settings();
  const reviewed = review(
    { fields: { opening: written.opening, note: written.note } },
    {
      relationship: 'cold',
      about: { role: written.opening, company: target.name, offeredCompanies: [target.name] },
      today: dateIn(now, timeZone),
    },
    policy.review,
  );
  if (how === 'rewrite' && reviewed.rewrite) {
    const reworded: Draft = { ...draft, words: { ...written, note: reviewed.rewrite } };
    await stores.asks.save(reworded);
    return submitReferral(stores, context, reworded, 'fresh');
  }
  const warnings = await keptOut(stores, by, { target, words: written });
  const isPlain = reviewed.verdict === 'pass' && warnings.length === 0;
  if (!isPlain && (reviewed.verdict === 'block' || how !== 'as-is')) {
    return reviewView(draft, reviewed, { warnings }, words);
  }
  const today = dateIn(now, timeZone);
  const hitch =
    written.deadline && written.deadline <= today
      ? ({ key: 'referral.deadline-over' } as const)
      : await limitHitch(stores, context);
  if (hitch) return heldView(draft, words, [hitch]);
  if (await firmHitch(stores, context, target.name)) return cardOf(stores, context, draft);

  await stores.members.lock([by.user, ...(await insidersFor(stores, context, draft))]);
  const [helper, ...left] = await insidersFor(stores, context, draft);
  if (!helper) return cardOf(stores, context, draft, { key: 'referral.nobody-now' });
  const hidden = hasBlocked(await stores.members.get(helper), by.user);
  const route = {
    left,
    asked: 1,
    of: left.length + 1,
    ...timeOf(written, now, policy, timeZone),
  };
  const ask = { ...draft, helper, target, words: written, route, hidden };
  const sent = await apply(stores, ask, { event: 'send' }, { now, deps: context.deps });
  return sent
    ? sentReferralView(sent.ask, policy.insiderDays, words)
    : heldView(draft, words, [{ key: 'draft.already-sent' }]);
}

/** How long a referral has: the time that any ask has, or until the end of the last day where that comes first. */
function timeOf(
  { deadline }: AskWords,
  now: Date,
  { expiresAfterDays }: { expiresAfterDays: number },
  timeZone: string,
): Pick<Route, 'until' | 'deadline'> {
  const own = addDays(now, expiresAfterDays);
  const end = deadline && addDays(hourOf(deadline, 0, timeZone), 1);
  return end && end < own
    ? { until: end.toISOString(), deadline: true }
    : { until: own.toISOString() };
}
