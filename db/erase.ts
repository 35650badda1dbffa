import { eq } from 'drizzle-orm';
import type { Community } from '../src/member.ts';
import { communityId } from './community-id.ts';
import type { Connection } from './connection.ts';
import { transact } from './database.ts';
import { asks } from './schema/asks.ts';
import { boardCounts } from './schema/board.ts';
import { communities } from './schema/communities.ts';
import { helps, thanks } from './schema/helps.ts';
import { members } from './schema/members.ts';
import { offers, watches } from './schema/offers.ts';
import { outbox } from './schema/outbox.ts';
import { profiles } from './schema/profiles.ts';
import { receipts } from './schema/receipts.ts';
import { received } from './schema/received.ts';
import { relationships } from './schema/relationships.ts';
import { reports } from './schema/reports.ts';
import { timers } from './schema/timers.ts';

/** Those that refer to others before those. */
const tables = [
  thanks,
  helps,
  received,
  relationships,
  asks,
  offers,
  watches,
  reports,
  profiles,
  boardCounts,
  members,
  timers,
  outbox,
  receipts,
];

/** Deletes everything that is kept of a community; what stays is that there is one, with the default settings. */
export async function erase(connection: Connection, community: Community): Promise<void> {
  const id = communityId(community);
  await transact(connection, async (tx) => {
    for (const table of tables) await tx.delete(table).where(eq(table.communityId, id));
    await tx.update(communities).set({ settings: null }).where(eq(communities.communityId, id));
  });
}
