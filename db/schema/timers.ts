import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Wake } from '../../src/ports.ts';
import { communityColumn, document, moment } from './columns.ts';
import { communities } from './communities.ts';

export const timers = pgTable(
  'timers',
  {
    communityId: communityColumn().references(() => communities.communityId),
    name: text('name').notNull(),
    at: moment('at').notNull(),
    wake: document<Wake>('wake').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.name] }),
    index('timers_of_community').on(t.communityId, t.at),
    // Not led by the community: it finds whose timer is due.
    index('timers_due').on(t.at),
  ],
);
