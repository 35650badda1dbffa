import { and, eq } from 'drizzle-orm';
import type { Watch } from '../../src/helping/offer.ts';
import type { OfferStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { offers, watches } from '../schema/offers.ts';

const needOf = ({ kind, firm, field }: Watch): string =>
  JSON.stringify([kind, firm ?? '', field ?? '']).toLowerCase();

export function createOfferStore({ tx, communityId }: Scope): OfferStore {
  const ours = eq(offers.communityId, communityId);
  const watched = eq(watches.communityId, communityId);
  return {
    async get(user) {
      const [row] = await tx
        .select()
        .from(offers)
        .where(and(ours, eq(offers.user, user)));
      return row && { user, ...row.offer };
    },
    async save({ user, ...offer }) {
      await tx
        .insert(offers)
        .values({ communityId, user, offer })
        .onConflictDoUpdate({ target: [offers.communityId, offers.user], set: { offer } });
    },
    async remove(user) {
      await tx.delete(offers).where(and(ours, eq(offers.user, user)));
    },
    async all() {
      const rows = await tx.select().from(offers).where(ours);
      return rows.map(({ user, offer }) => ({ user, ...offer }));
    },
    async watch({ seeker, at, ...watch }) {
      await tx
        .insert(watches)
        .values({ communityId, seeker, need: needOf({ seeker, at, ...watch }), watch, at })
        .onConflictDoUpdate({
          target: [watches.communityId, watches.seeker, watches.need],
          set: { at },
        });
    },
    async watches() {
      const rows = await tx.select().from(watches).where(watched).orderBy(watches.at);
      return rows.map(({ seeker, at, watch }) => ({ seeker, at, ...watch }));
    },
    async unwatch(watch) {
      await tx
        .delete(watches)
        .where(and(watched, eq(watches.seeker, watch.seeker), eq(watches.need, needOf(watch))));
    },
  };
}
