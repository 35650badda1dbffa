import { customType, text, timestamp } from 'drizzle-orm/pg-core';

/** First in every primary key and foreign key: rows of two communities can't meet. */
export const communityColumn = () => text('community_id').notNull();

/** A moment in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Postgres stores neither NUL nor half a surrogate pair; members' texts can hold both. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\uFFFD')
    : value;

/** A value as JSONB. Its type is a promise: only this code writes the column. */
export const document = <T>(name: string) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value, storable),
    // PGlite and postgres.js both parse JSONB themselves.
    fromDriver: (value) => value as T,
  })(name);
