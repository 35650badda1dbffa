import * as fc from 'fast-check';
import postgres from 'postgres';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/open.ts';
import { type BoardPeriod, periodsOf } from '../../src/leaderboard/period.ts';
import type { Community } from '../../src/member.ts';
import { databaseKinds, freshDatabase, freshPlace } from './databases.ts';

/** What the board should say, counted from the whole history. */
function recount(
  history: { helper: string; day: number; credits: number }[],
  period: BoardPeriod,
  hidden: Set<string>,
) {
  const counts = new Map<string, number>();
  for (const { helper, day, credits } of history) {
    const counted = periodsOf(dayOf(day), 'UTC').some(
      (one) => JSON.stringify(one) === JSON.stringify(period),
    );
    if (counted) counts.set(helper, (counts.get(helper) ?? 0) + credits);
  }
  return (
    [...counts]
      .filter(([helper, credits]) => credits > 0 && !hidden.has(helper))
      .map(([helper, credits]) => ({ helper, credits }))
      // Stable: equal ones stay in the order in which they came onto the board.
      .sort((a, b) => b.credits - a.credits)
  );
}

const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 12));

describe.each(databaseKinds)('%s', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(kind);
  });
  afterAll(() => opened?.close());

  const helper = fc.constantFrom('ana', 'bo', 'cy', 'dee', 'eli');
  const thanks = fc.record({
    helper,
    day: fc.nat(40),
    credits: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constant(-1)),
  });

  test('the board says what counting the whole history says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(thanks, { maxLength: 25 }),
        fc.uniqueArray(helper, { maxLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        async (history, hidden, limit) => {
          const community: Community = { platform: 'slack', id: uuidv7() };
          await opened.database.transaction(community, async ({ board, members }) => {
            for (const one of history) {
              await board.credit(one.helper, periodsOf(dayOf(one.day), 'UTC'), one.credits);
            }
            for (const user of hidden) {
              await members.save({ ...(await members.get(user)), hiddenFromBoard: true });
            }
            for (const period of [0, 9, 35].flatMap((day) => periodsOf(dayOf(day), 'UTC'))) {
              expect(await board.top(period, limit)).toEqual(
                recount(history, period, new Set(hidden)).slice(0, limit),
              );
            }
          });
        },
      ),
      { numRuns: 15 },
    );
  });
});

test('its top is read from an index, however many helpers there are', async () => {
  const place = await freshPlace('postgres');
  await (await openDatabase(place)).close();
  const sql = postgres(place.url ?? '', { max: 1 });
  await sql`insert into communities (community_id, platform, external_id) values ('slack:T1', 'slack', 'T1')`;
  await sql`
    insert into board_counts (community_id, period, helper, credits)
    select 'slack:T1', 'all', 'u' || i, i % 100 from generate_series(1, 20000) i`;
  await sql`analyze board_counts`;
  // The statement that the store sends.
  const plan = await sql`
    explain (analyze, costs off, timing off, summary off, format text)
    select helper, credits from board_counts
    where community_id = 'slack:T1' and period = 'all' and credits > 0 and not exists (
      select 1 from members where members.community_id = board_counts.community_id
        and members.user_id = board_counts.helper and members.hidden_from_board)
    order by credits desc nulls last, place limit 10`;
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toContain('board_top');
  expect(text).not.toContain('Sort');
  await sql.end();
});
