import { pgTable, text } from 'drizzle-orm/pg-core';
import type { Settings } from '../../src/communities/settings.ts';
import type { PlatformName } from '../../src/member.ts';
import { communityColumn, document } from './columns.ts';

export const communities = pgTable('communities', {
  communityId: communityColumn().primaryKey(),
  platform: text('platform').$type<PlatformName>().notNull(),
  /** The platform's own id: team or guild. */
  externalId: text('external_id').notNull(),
  /** Null until an organiser chose something. */
  settings: document<Partial<Settings>>('settings'),
});
