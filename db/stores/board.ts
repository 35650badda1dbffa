import { and, eq, gt, notExists, sql } from 'drizzle-orm';
import type { BoardPeriod } from '../../src/leaderboard/period.ts';
import type { BoardStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { boardCounts } from '../schema/board.ts';
import { members } from '../schema/members.ts';

const nameOf = (period: BoardPeriod): string =>
  period.kind === 'all' ? 'all' : `${period.kind}:${period.start}`;

export function createBoardStore({ tx, communityId }: Scope): BoardStore {
  const onBoard = (period: BoardPeriod) =>
    and(eq(boardCounts.communityId, communityId), eq(boardCounts.period, nameOf(period)));

  return {
    async credit(helper, periods, credits) {
      if (periods.length === 0) return;
      const names = [...new Set(periods.map(nameOf))].sort();
      await tx
        .insert(boardCounts)
        .values(names.map((period) => ({ communityId, period, helper, credits })))
        .onConflictDoUpdate({
          target: [boardCounts.communityId, boardCounts.period, boardCounts.helper],
          set: { credits: sql`${boardCounts.credits} + excluded.credits` },
        });
    },
    async top(period, limit) {
      return (
        tx
          .select({ helper: boardCounts.helper, credits: boardCounts.credits })
          .from(boardCounts)
          .where(
            and(
              onBoard(period),
              gt(boardCounts.credits, 0),
              notExists(
                tx
                  .select({ one: sql`1` })
                  .from(members)
                  .where(
                    and(
                      eq(members.communityId, boardCounts.communityId),
                      eq(members.user, boardCounts.helper),
                      members.hiddenFromBoard,
                    ),
                  ),
              ),
            ),
          )
          // "nulls last" as in the index, or it isn't used.
          .orderBy(sql`${boardCounts.credits} desc nulls last`, boardCounts.place)
          .limit(limit)
      );
    },
    async creditsOf(helper, period) {
      const [row] = await tx
        .select({ credits: boardCounts.credits })
        .from(boardCounts)
        .where(and(onBoard(period), eq(boardCounts.helper, helper)));
      return row?.credits ?? 0;
    },
  };
}
