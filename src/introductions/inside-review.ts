import type { Review } from '../etiquette/finding.ts';
import { review } from '../etiquette/review.ts';
import type { Policy } from '../policy.ts';
import type { Stores } from '../ports.ts';
import { noFacts, relationshipOf } from '../relationships/relationship.ts';
import { isReferral, type SentAsk } from './ask.ts';

/** The review of a text that goes to the helper inside an ask that is under way. */
export async function reviewInside(
  stores: Stores,
  ask: SentAsk,
  note: string,
  policy: Policy,
): Promise<Review> {
  const pair = { seeker: ask.seeker.user, helper: ask.helper };
  // What is said of an insider's question must not tell who they are.
  const facts = isReferral(ask) ? noFacts : await stores.relationships.facts(pair);
  const { relationship, recorded } = relationshipOf(facts, ask.words.declared);
  return review(
    { kind: 'question', fields: { note } },
    { relationship, declared: !recorded },
    policy.review,
  );
}
