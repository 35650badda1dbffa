import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Community } from '../src/member.ts';

/**
 * Drizzle over either driver, or a transaction of it. What `execute` resolves to differs between the drivers: read rows with
 * the query builder.
 */
export type Connection = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, unknown>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
> & { transaction<T>(work: (tx: Connection) => Promise<T>): Promise<T> };

/** One community's part of one transaction: what a store works in. */
export interface Scope {
  tx: Connection;
  community: Community;
  communityId: string;
}
