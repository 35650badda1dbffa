import { eq, lte } from 'drizzle-orm';
import type { Community } from '../src/member.ts';
import type { Database, Stores } from '../src/ports.ts';
import { communityId } from './community-id.ts';
import type { Connection, Scope } from './connection.ts';
import { codeOf, withoutTexts } from './problem.ts';
import { communities } from './schema/communities.ts';
import { timers } from './schema/timers.ts';
import { createAskStore } from './stores/asks.ts';
import { createBoardStore } from './stores/board.ts';
import { createCommunityStore } from './stores/community.ts';
import { createHelpStore } from './stores/helps.ts';
import { createMemberStore } from './stores/members.ts';
import { createOfferStore } from './stores/offers.ts';
import { createOutboxStore } from './stores/outbox.ts';
import { createProfileStore } from './stores/profiles.ts';
import { createReceiptStore } from './stores/receipts.ts';
import { createReceivedStore } from './stores/received.ts';
import { createRelationshipStore } from './stores/relationships.ts';
import { createReportStore } from './stores/reports.ts';
import { createTimerStore } from './stores/timers.ts';

/** The stores of one community in one transaction. */
export function storesOf(tx: Connection, community: Community): Stores {
  const scope: Scope = { tx, community, communityId: communityId(community) };
  return {
    community: createCommunityStore(scope),
    members: createMemberStore(scope),
    asks: createAskStore(scope),
    received: createReceivedStore(scope),
    offers: createOfferStore(scope),
    reports: createReportStore(scope),
    profiles: createProfileStore(scope),
    relationships: createRelationshipStore(scope),
    helps: createHelpStore(scope),
    board: createBoardStore(scope),
    timers: createTimerStore(scope),
    outbox: createOutboxStore(scope),
    receipts: createReceiptStore(scope),
  };
}

/** Deadlock detected, serialization failure: the database undid everything and asks to run it again. */
const AGAIN = new Set(['40P01', '40001']);

/** Runs `work` in a transaction, again when the database asks for that, and keeps members' texts out of its errors. */
export async function transact<T>(
  connection: Connection,
  work: (tx: Connection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connection.transaction(work);
    } catch (error) {
      if (attempt < 5 && AGAIN.has(codeOf(error) ?? '')) continue;
      throw withoutTexts(error);
    }
  }
}

export function createDatabase(connection: Connection): Database {
  const known = new Set<string>();

  /** Every row refers to its community's. Made outside the transaction: two first actions at once don't wait for each other. */
  async function introduce(community: Community): Promise<void> {
    const id = communityId(community);
    if (known.has(id)) return;
    await connection
      .insert(communities)
      .values({ communityId: id, platform: community.platform, externalId: community.id })
      .onConflictDoNothing();
    known.add(id);
  }

  return {
    async transaction(community, work) {
      await introduce(community).catch((error) => Promise.reject(withoutTexts(error)));
      return transact(connection, (tx) => work(storesOf(tx, community)));
    },
    async nextDue(now) {
      const [due] = await connection
        .select({ platform: communities.platform, id: communities.externalId })
        .from(timers)
        .innerJoin(communities, eq(communities.communityId, timers.communityId))
        .where(lte(timers.at, now))
        .orderBy(timers.at)
        .limit(1)
        // Passes over the timer that another process is at, as `takeDue` does.
        .for('update', { of: timers, skipLocked: true });
      return due;
    },
  };
}
