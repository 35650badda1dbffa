import { hasBlocked } from '../communities/settings.ts';
import type { Context } from '../context.ts';
import type { ReviewContext } from '../etiquette/draft.ts';
import type { Review, ReviewPolicy } from '../etiquette/finding.ts';
import { review } from '../etiquette/review.ts';
import { othersLike } from '../helping/find.ts';
import type { Offer } from '../helping/offer.ts';
import { peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import { keptOut } from '../safety/kept-out.ts';
import { mention, type View } from '../view.ts';
import { apply } from './apply.ts';
import type { AskWords, Draft, SentAsk } from './ask.ts';
import { historyOf } from './history.ts';
import { limitHitch } from './limits.ts';
import { heldView } from './views/draft.ts';
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
  const helper = await stores.members.get(draft.helper);
  if (helper.refusesAsks) {
    const person = mention(peer(by, draft.helper));
    return heldView(draft, words, [{ key: 'person.refuses-helper', values: { person } }]);
  }
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
  const first = reviewed(draft.words, known, policy);
  if (how === 'rewrite' && first.rewrite) {
    const reworded = { ...draft, words: { ...draft.words, note: first.rewrite } };
    await stores.asks.save(reworded);
    return submit(stores, context, reworded, 'fresh');
  }
  const warnings = await keptOut(stores, by, { ...draft, offer });
  const isPlain = first.verdict === 'pass' && warnings.length === 0;
  if (!isPlain && (first.verdict === 'block' || how !== 'as-is')) {
    return reviewView(draft, first, { ...(await waysOn(stores, pair)), warnings }, words);
  }

  const hitch = await limitHitch(stores, context);
  if (hitch) return heldView(draft, words, [hitch]);

  const hidden = hasBlocked(helper, by.user);
  const asked = hidden ? { ...draft, hidden } : draft;
  const sent = await apply(stores, asked, { event: 'send' }, { now, deps: context.deps });
  return sent
    ? sentView(
        sent.ask,
        settings.policy.expiresAfterDays,
        words,
        first.findings.filter(({ severity }) => severity === 'note'),
      )
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

/** The ask with the questions that it brings: as the helper reads them, one after the other. */
function reviewed(written: AskWords, known: ReviewContext, policy: ReviewPolicy): Review {
  const first = review({ fields: fieldsOf(written) }, known, policy);
  if (first.verdict === 'block' || !written.questions?.length) return first;
  const note = written.questions.join('\n');
  const { about, ...rest } = known;
  const second = review({ kind: 'question', fields: { note } }, { ...rest, history: {} }, policy);
  if (second.verdict !== 'block') return first;
  // Their words are marked in their own field, which the view doesn't show again.
  const findings = second.findings.map((finding) => ({ ...finding, spans: [] }));
  return { ...second, findings, rewrite: undefined };
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
