import { and, eq } from 'drizzle-orm';
import type { ProfileStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { profiles } from '../schema/profiles.ts';

export function createProfileStore({ tx, communityId }: Scope): ProfileStore {
  const of = (user: string) => and(eq(profiles.communityId, communityId), eq(profiles.user, user));
  return {
    async get(user) {
      const [row] = await tx.select().from(profiles).where(of(user));
      return row && { user, ...row.profile };
    },
    async save({ user, ...profile }) {
      await tx
        .insert(profiles)
        .values({ communityId, user, profile })
        .onConflictDoUpdate({ target: [profiles.communityId, profiles.user], set: { profile } });
    },
    async remove(user) {
      await tx.delete(profiles).where(of(user));
    },
  };
}
