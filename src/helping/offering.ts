import { wakingMoment } from '../communities/waking-hours.ts';
import { type Context, type Handlers, sentence, wordsOf } from '../context.ts';
import type { Effect, Reply } from '../effect.ts';
import type { FieldErrors, Form, Values } from '../form.ts';
import { checkForm, formAgain } from '../form-check.ts';
import { received } from '../introductions/history.ts';
import { peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import { helpersFor } from './find.ts';
import { firmKey, listed } from './firms.ts';
import { offerForm, paceForm } from './forms.ts';
import { fits } from './matching.ts';
import {
  capacitySchema,
  fullUntil,
  type HelpOffer,
  helpOffers,
  isTaking,
  MONTH_DAYS,
  noOffer,
  type Offer,
  rhythmSchema,
} from './offer.ts';
import { offerView } from './views.ts';

type Offering =
  | 'offer-help'
  | 'edit-offer'
  | 'send-offer'
  | 'edit-pace'
  | 'send-pace'
  | 'pause-offer'
  | 'resume-offer'
  | 'withdraw-offer'
  | 'refuse-asks'
  | 'welcome-asks';

/** What a member offers to help with, and how much of it. */
export const offeringHandlers: Handlers<Offering> = {
  'offer-help': async (context) => ({
    reply: 'message',
    view: await context.read((stores) => viewOf(context, stores)),
  }),
  'edit-offer': async (context) => ({
    reply: 'form',
    form: offerForm(await currentOf(context), context.words),
  }),
  'send-offer': (context, { values }) =>
    edit(context, values, offerForm, (offer) => ({ ...offer, ...offerFrom(values) }), offerErrors),
  'edit-pace': async (context) => ({
    reply: 'form',
    form: paceForm(stillPaused(await currentOf(context), context.now), context.words),
  }),
  'send-pace': (context, { values }) =>
    edit(
      context,
      values,
      paceForm,
      ({ capacity, rhythmDays, times, pausedUntil, ...offer }) => ({
        ...offer,
        ...paceFrom(values),
      }),
      paceErrors,
    ),
  'pause-offer': (context) =>
    changed(context, async (offer, stores) => {
      const { policy, timeZone } = await stores.community.settings();
      const until = dateIn(addDays(context.now, policy.pauseDays), timeZone);
      return { ...offer, pausedUntil: until };
    }),
  'resume-offer': (context) =>
    changed(context, async ({ pausedUntil, ...offer }) => ({
      ...offer,
      backSince: context.now.toISOString(),
    })),
  // A pause and the numbers stay: asks by name come with no offer too.
  'withdraw-offer': (context) =>
    changed(context, async (offer) => ({ ...offer, ...nothingOf(offer) })),
  'refuse-asks': (context) => setRefuses(context, true),
  'welcome-asks': (context) => setRefuses(context, false),
};

/** A pause that is over is no answer to keep. */
const stillPaused = (offer: Offer, now: Date): Offer =>
  isTaking(offer, dateIn(now, 'UTC')) ? { ...offer, pausedUntil: undefined } : offer;

const nothingOf = ({ user }: Offer) => noOffer(user);

async function currentOf({ read, by }: Context): Promise<Offer> {
  return (await read((stores) => stores.offers.get(by.user))) ?? noOffer(by.user);
}

async function viewOf({ by, now, words }: Context, stores: Stores) {
  const { policy, timeZone } = await stores.community.settings();
  const offer = await stores.offers.get(by.user);
  const member = await stores.members.get(by.user);
  const times = await received(stores, by.user, addDays(now, -MONTH_DAYS));
  const capacity = offer?.capacity ?? policy.asksPerHelperPerMonth;
  return offerView(
    {
      offer,
      refusesAsks: member.refusesAsks,
      received: times.length,
      capacity,
      full: fullUntil(times, capacity),
      today: dateIn(now, timeZone),
    },
    words,
  );
}

/** More than that nobody keeps in mind. */
const MOST_LISTED = 30;

function offerFrom({ firms, fields, languages, kinds }: Values) {
  const one = helpOffers.find((kind) => kind === kinds);
  const all: HelpOffer[] = [...helpOffers];
  return {
    firms: listed(firms, firmKey).slice(0, MOST_LISTED),
    fields: listed(fields).slice(0, MOST_LISTED),
    languages: listed(languages).slice(0, MOST_LISTED),
    kinds: one ? [one] : all,
  };
}

function paceFrom({ capacity, rhythm, times, until }: Values): Partial<Offer> {
  return {
    ...(capacity?.trim() ? { capacity: capacitySchema.parse(capacity.trim()) } : {}),
    ...(rhythm?.trim() ? { rhythmDays: rhythmSchema.parse(rhythm.trim()) } : {}),
    ...(times?.trim() ? { times: times.trim() } : {}),
    ...(until?.trim() ? { pausedUntil: until.trim() } : {}),
  };
}

/** A firm stands in a choice, which takes 75 UTF-16 units on Slack, with a mark before it. */
export const LONGEST_FIRM = 70;

function offerErrors({ firms, fields }: Values, words: Messages): FieldErrors {
  const errors: FieldErrors = {};
  if (listed(fields).length === 0) errors.fields = words.text('field.missing');
  if (listed(firms).some((firm) => firm.length > LONGEST_FIRM)) {
    errors.firms = words.text('offer.firm-too-long', { max: LONGEST_FIRM });
  }
  return errors;
}

function paceErrors({ capacity, rhythm }: Values, words: Messages): FieldErrors {
  const errors: FieldErrors = {};
  if (capacity?.trim() && !capacitySchema.safeParse(capacity.trim()).success) {
    errors.capacity = words.text('offer.capacity-wrong');
  }
  if (rhythm?.trim() && !rhythmSchema.safeParse(rhythm.trim()).success) {
    errors.rhythm = words.text('offer.rhythm-wrong');
  }
  return errors;
}

/** Saves what a form says of the offer, or gives the form back with what is wrong. */
async function edit(
  context: Context,
  values: Values,
  formOf: (offer: Offer, words: Messages) => Form,
  change: (offer: Offer) => Offer,
  also: (values: Values, words: Messages) => FieldErrors = () => ({}),
): Promise<Reply> {
  const { words, now } = context;
  const form = formOf(noOffer(context.by.user), words);
  const { timeZone } = await context.read((stores) => stores.community.settings());
  const errors = {
    ...also(values, words),
    ...checkForm(form, values, dateIn(now, timeZone), words),
  };
  if (Object.keys(errors).length > 0) {
    return formAgain(form, values, errors);
  }
  return changed(context, async (offer) => change(offer), 'message');
}

function changed(
  context: Context,
  change: (offer: Offer, stores: Stores) => Promise<Offer>,
  reply: 'update' | 'message' = 'update',
): Promise<Reply> {
  const { by, now } = context;
  return context.once(async (stores) => {
    await stores.members.lock([by.user]);
    const before = (await stores.offers.get(by.user)) ?? noOffer(by.user);
    const offer = await change(before, stores);
    await stores.offers.save(offer);
    await stores.outbox.add(await tellWatchers(context, stores, offer), now);
    return { reply, view: await viewOf(context, stores) };
  });
}

/** Whoever looked for this and found nobody hears once, not in their quiet hours, that there is somebody now. */
async function tellWatchers({ by, now }: Context, stores: Stores, offer: Offer): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const watch of await stores.offers.watches()) {
    if (watch.seeker === by.user || !fits(offer, watch)) continue;
    const found = await helpersFor(stores, watch.seeker, watch, now);
    if (!found.some(({ user }) => user === offer.user)) continue;
    const words = wordsOf(await stores.members.get(watch.seeker));
    const what = watch.firm ?? watch.field ?? '';
    const key = watch.kind === 'referrals' ? 'find.appeared-referral' : 'find.appeared';
    const at = await wakingMoment(stores, watch.seeker, now);
    effects.push({
      effect: 'dm',
      key: `watch:${watch.seeker}:${watch.at.getTime()}:${watch.kind}`,
      to: peer(by, watch.seeker),
      view: { summary: words.text('find.appeared-summary'), ...sentence(words, key, { what }) },
      notBefore: at.toISOString(),
    });
    await stores.offers.unwatch(watch);
  }
  return effects;
}

function setRefuses(context: Context, refusesAsks: boolean): Promise<Reply> {
  return context.once(async (stores) => {
    const [member] = await stores.members.lock([context.by.user]);
    if (member) await stores.members.save({ ...member, refusesAsks });
    return { reply: 'update', view: await viewOf(context, stores) };
  });
}
