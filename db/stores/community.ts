import { eq } from 'drizzle-orm';
import { defaultSettings } from '../../src/communities/settings.ts';
import type { CommunityStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { communities } from '../schema/communities.ts';

export function createCommunityStore({ tx, communityId }: Scope): CommunityStore {
  const mine = eq(communities.communityId, communityId);
  return {
    async settings() {
      const [row] = await tx.select().from(communities).where(mine);
      const saved = row?.settings ?? {};
      // A setting that is newer than what was saved has its default.
      const policy = { ...defaultSettings.policy, ...saved.policy };
      return { ...defaultSettings, ...saved, policy };
    },
    async saveSettings(settings) {
      await tx.update(communities).set({ settings }).where(mine);
    },
  };
}
