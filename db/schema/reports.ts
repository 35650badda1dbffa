import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { Report } from '../../src/safety/report.ts';
import { communityColumn, document, moment } from './columns.ts';
import { communities } from './communities.ts';

/** What members reported to the organisers. */
export const reports = pgTable(
  'reports',
  {
    communityId: communityColumn().references(() => communities.communityId),
    id: uuid('id').notNull(),
    report: document<Omit<Report, 'id' | 'at' | 'settledAt'>>('report').notNull(),
    at: moment('at').notNull(),
    settledAt: moment('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index('reports_open').on(t.communityId, t.settledAt, t.at),
  ],
);
