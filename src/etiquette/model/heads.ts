/** What the model says of a sentence: each head is a number, in log odds. */
export const sentenceHeads = [
  /** Asks for the helper's contacts. */
  'contacts',
  /** Asks something for a third person. */
  'third',
  'pressure',
  'bait',
  'apology',
  /** Of an ask for contacts: it is within bounds. */
  'bounded',
  /** Of an ask for a third person: only for permission, an answer, or for somebody in one's care. */
  'light',
  /** Of pressure: presses for time only. */
  'urgent',
] as const;

/** What the model says of a text as a whole. */
export const textHeads = ['vague', 'bundle', 'noContext'] as const;

/**
 * Heads that look at the sentence and at the whole text as well: who is spoken of, and what for, often stands elsewhere. The
 * text's say is added to each sentence's.
 */
export const doubleHeads = ['contacts', 'third', 'pressure', 'bait'] as const;
export const overall = {
  contacts: 'contactsOverall',
  third: 'thirdOverall',
  pressure: 'pressureOverall',
  bait: 'baitOverall',
} as const;
/** How much the text's say counts beside the sentence's own. Measured: 0 to 1 in steps, on the training part. */
const OVERALL_COUNTS = 0.7;
/** A text that speaks of much else speaks no more against a sentence than this, in log odds. */
const MOST_AGAINST = 3;
/** What the text's log odds add to those of each of its sentences. */
export const addedByText = (odds: number): number => OVERALL_COUNTS * Math.max(-MOST_AGAINST, odds);

export const heads = [...sentenceHeads, ...textHeads, ...Object.values(overall)] as const;
export type Head = (typeof heads)[number];
export type DoubleHead = (typeof doubleHeads)[number];
export const headIndex = Object.fromEntries(heads.map((head, i) => [head, i])) as Record<
  Head,
  number
>;
export const isDouble = (head: Head): head is DoubleHead => head in overall;
