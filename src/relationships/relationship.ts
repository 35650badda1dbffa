/** How well a helper knows a seeker; an ordered pair. */
export const relationships = ['cold', 'new', 'established'] as const;
export type Relationship = (typeof relationships)[number];

/** What is on record between a helper and a seeker. */
export interface RelationshipFacts {
  /** What the helper said when asked. */
  helperSaid?: 'known' | 'strangers';
  /** Helps by this helper to this seeker. */
  helps: number;
  thankedHelps: number;
}

/** Nothing is on record, or may be used. */
export const noFacts: RelationshipFacts = { helps: 0, thankedHelps: 0 };

/**
 * Records decide where there are any; where there are none, what the seeker declared counts. A helper's "we don't know each
 * other" makes the pair cold, and the declaration is not believed again.
 */
export function relationshipOf(
  facts: RelationshipFacts,
  declared: Relationship = 'cold',
): { relationship: Relationship; recorded: boolean } {
  if (facts.helperSaid === 'known' || facts.thankedHelps >= 2) {
    return { relationship: 'established', recorded: true };
  }
  if (facts.helps > 0) return { relationship: 'new', recorded: true };
  if (facts.helperSaid === 'strangers') return { relationship: 'cold', recorded: true };
  return { relationship: declared, recorded: false };
}
