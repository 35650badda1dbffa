import type { DraftKind, History } from '../../src/etiquette/draft.ts';
import type { Severity } from '../../src/etiquette/finding.ts';
import type { Relationship } from '../../src/relationships/relationship.ts';

/** A text, and what is known. Strangers, and an ask, where nothing is said. */
export interface Fine {
  text: string;
  relationship?: Relationship;
  kind?: DraftKind;
  history?: History;
  today?: string;
}
export interface Flagged extends Fine {
  severity: Severity;
}

/** A rule's table: it finds something in each of the flagged ones, as heavy as said, and nothing in the fine ones. */
export interface Table {
  flagged: Flagged[];
  fine: Fine[];
}
