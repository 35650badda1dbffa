import type { Relationship } from '../../src/relationships/relationship.ts';

export type Flagged = [relationship: Relationship, verdict: 'coach' | 'block', text: string];
export type Fine = [relationship: Relationship, text: string];
