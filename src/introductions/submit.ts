import type { Context } from '../context.ts';
import type { ReviewContext } from '../etiquette/draft.ts';
import { review } from '../etiquette/review.ts';
import { peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import { addDays } from '../time.ts';
import { type Inline, mention, type View } from '../view.ts';
import { apply } from './apply.ts';
import type { AskWords, Draft, SentAsk } from './ask.ts';
import { type Hitch, heldView } from './views/draft.ts';
import { reviewView } from './views/review.ts';
import { sentView } from './views/seeker.ts';

/** Days over which a helper's asks are counted. */
const MONTH_DAYS = 30;

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
  const known: ReviewContext = { relationship, declared: !recorded, about: aboutOf(draft.words) };
  const settings = await stores.community.settings();
  const first = review({ fields: fieldsOf(draft.words) }, known, settings.policy.review);
  if (how === 'rewrite' && first.rewrite) {
    const reworded = { ...draft, words: { ...draft.words, note: first.rewrite } };
    await stores.asks.save(reworded);
    return submit(stores, context, reworded, 'fresh');
  }
  const goesOut = first.verdict === 'pass' || (first.verdict === 'coach' && how === 'as-is');
  if (!goesOut) return reviewView(draft, first, words);

  const hitch = await limitHitch(stores, context, pair);
  if (hitch) return heldView(draft, words, [hitch]);

  const sent = await apply(stores, draft, { event: 'send' }, { now, deps: context.deps });
  return sent
    ? sentView(sent.ask, settings.policy.expiresAfterDays, words)
    : heldView(draft, words, [{ key: 'draft.already-sent' }]);
}

const fieldsOf = ({ purpose, opening, note, offer }: AskWords) => ({
  purpose,
  opening,
  note,
  offer,
});

/** A field for the rewrite to stand on: only what reads as a phrase, so no links and no lists. */
function aboutOf({ purpose, opening }: AskWords): ReviewContext['about'] {
  const phrase = opening.trim();
  if (phrase.length > 60 || /https?:|[\n;|]/.test(phrase)) return {};
  return purpose === 'opening' ? { role: phrase } : { field: phrase };
}

/** Which of the community's limits stands in the way, if any. */
async function limitHitch(
  stores: Stores,
  { by, now }: Context,
  pair: { seeker: string; helper: string },
): Promise<Hitch | undefined> {
  const { policy } = await stores.community.settings();
  const helper = mention(peer(by, pair.helper));
  if (await stores.asks.openBetween(pair.seeker, pair.helper)) {
    return { key: 'limit.same-helper', values: { helper } };
  }
  const open = await stores.asks.openOfSeeker(pair.seeker);
  if (open.length >= policy.openAsksPerSeeker) {
    return { key: 'limit.open-asks', values: { count: open.length } };
  }
  const end = await stores.asks.latestEnd(pair.seeker, pair.helper);
  if (end && 'told' in end.state) {
    const told = new Date(end.state.told);
    // Before they are told, it reads as open: an answer here must not say more than the message does.
    if (told > now) return { key: 'limit.same-helper', values: { helper } };
    const rested = addDays(told, policy.restAfterNoDays);
    const date: Inline = { node: 'time', at: rested.toISOString(), style: 'date' };
    if (rested > now) return { key: 'limit.resting', values: { helper, date } };
  }
  const received = await stores.asks.countReceived(pair.helper, addDays(now, -MONTH_DAYS));
  if (received >= policy.asksPerHelperPerMonth) {
    return { key: 'limit.helper-full', values: { helper } };
  }
  return undefined;
}
