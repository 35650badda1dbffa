import type { Context } from '../context.ts';
import type { ReviewContext } from '../etiquette/draft.ts';
import type { ReviewPolicy } from '../etiquette/finding.ts';
import { review } from '../etiquette/review.ts';
import { othersLike } from '../helping/find.ts';
import type { Offer } from '../helping/offer.ts';
import type { Stores } from '../ports.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import type { View } from '../view.ts';
import { apply } from './apply.ts';
import { type AskWords, type Draft, isOver, type SentAsk } from './ask.ts';
import { historyOf } from './history.ts';
import { type Hitch, heldView } from './views/draft.ts';
import { reviewView, type WaysOn } from './views/review.ts';
import { sentView } from './views/seeker.ts';

/** What protects the one who is asked holds whatever an organiser makes of the rules; its numbers are theirs to set. */
const ALWAYS: ReviewPolicy = { drip: 'block', 'too-often': 'block', bandwidth: 'block' };

type Complete = Draft & Pick<SentAsk, 'helper' | 'target' | 'words'>;

/**
 * Reviews a complete, saved draft and sends it if nothing stands in the way. The rows of seeker and helper are locked, so
 * that caps hold when several asks come at once.
 */
export async function submit(
  stores: Stores,
  context: Context,
  draft: Complete,
  how: 'fresh' | 'rewrite' | 'as-is',
): Promise<View> {
  const { by, words, now } = context;
  const pair = { seeker: by.user, helper: draft.helper };
  const { relationship, recorded } = relationshipOf(
    await stores.relationships.facts(pair),
    draft.words.declared,
  );
  const offer = await stores.offers.get(draft.helper);
  const { history, today } = await historyOf(stores, pair, now);
  const known: ReviewContext = {
    relationship,
    declared: !recorded,
    about: { ...aboutOf(draft.words), ...offeredBy(offer) },
    history: {
      ...history,
      ...(offer ? { othersWhoOffer: await othersLike(stores, offer, now) } : {}),
    },
    today,
  };
  const settings = await stores.community.settings();
  const policy = { ...settings.policy.review, ...ALWAYS };
  const first = review({ fields: fieldsOf(draft.words) }, known, policy);
  if (how === 'rewrite' && first.rewrite) {
    const reworded = { ...draft, words: { ...draft.words, note: first.rewrite } };
    await stores.asks.save(reworded);
    return submit(stores, context, reworded, 'fresh');
  }
  const goesOut = first.verdict === 'pass' || (first.verdict === 'coach' && how === 'as-is');
  if (!goesOut) return reviewView(draft, first, await waysOn(stores, pair), words);

  const hitch = await limitHitch(stores, context);
  if (hitch) return heldView(draft, words, [hitch]);

  const sent = await apply(stores, draft, { event: 'send' }, { now, deps: context.deps });
  return sent
    ? sentView(sent.ask, settings.policy.expiresAfterDays, words)
    : heldView(draft, words, [{ key: 'draft.already-sent' }]);
}

/** What a seeker could do instead, beside the words: the ask that is open, the help that waits for thanks. */
async function waysOn(
  stores: Stores,
  { seeker, helper }: { seeker: string; helper: string },
): Promise<WaysOn> {
  const open = await stores.asks.openBetween(seeker, helper);
  const end = open ?? (await stores.asks.latestEnd(seeker, helper));
  const [unthanked] = await stores.helps.unthanked(seeker, helper);
  return { ask: end?.id, help: unthanked?.id };
}

const fieldsOf = ({ purpose, opening, note, offer }: AskWords) => ({
  purpose,
  opening,
  note,
  offer,
});

/** A team at a firm where the helper offers to open a door may be asked for by anybody. */
const offeredBy = (offer: Offer | undefined): ReviewContext['about'] =>
  offer?.kinds.includes('introductions') ? { offeredCompanies: offer.firms } : {};

/** A field for the rewrite to stand on: only what reads as a phrase, so no links and no lists. */
function aboutOf({ purpose, opening }: AskWords): ReviewContext['about'] {
  const phrase = opening.trim();
  if (phrase.length > 60 || /https?:|[\n;|]/.test(phrase)) return {};
  return purpose === 'opening' ? { role: phrase } : { field: phrase };
}

/** The one limit that no rule speaks of: how many asks a seeker keeps open. */
async function limitHitch(stores: Stores, { by, now }: Context): Promise<Hitch | undefined> {
  const { policy } = await stores.community.settings();
  const { open, ended } = await stores.asks.ofSeeker(by.user, policy.openAsksPerSeeker);
  const count = open.length + ended.filter((ask) => !isOver(ask, now)).length;
  return count < policy.openAsksPerSeeker
    ? undefined
    : { key: 'limit.open-asks', values: { count } };
}
