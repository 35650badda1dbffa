import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Profile } from '../../src/profiles/profile.ts';
import { communityColumn, document } from './columns.ts';
import { communities } from './communities.ts';

/** Members' networking profiles. */
export const profiles = pgTable(
  'profiles',
  {
    communityId: communityColumn().references(() => communities.communityId),
    user: text('user_id').notNull(),
    profile: document<Omit<Profile, 'user'>>('profile').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.user] })],
);
