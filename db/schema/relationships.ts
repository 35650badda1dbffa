import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RelationshipFacts } from '../../src/relationships/relationship.ts';
import { communityColumn, moment } from './columns.ts';
import { communities } from './communities.ts';

/** What helpers said about pairs; the rest of the facts is counted from the helps. */
export const relationships = pgTable(
  'relationships',
  {
    communityId: communityColumn().references(() => communities.communityId),
    seeker: text('seeker').notNull(),
    helper: text('helper').notNull(),
    helperSaid: text('helper_said').$type<NonNullable<RelationshipFacts['helperSaid']>>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.seeker, t.helper] })],
);
