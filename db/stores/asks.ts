import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type {
  Ask,
  AskState,
  AskStateName,
  Draft,
  openStates,
  SentAsk,
} from '../../src/introductions/ask.ts';
import type { MemberId } from '../../src/member.ts';
import type { AskStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { asks } from '../schema/asks.ts';
import { received } from '../schema/received.ts';

type Row = typeof asks.$inferSelect;

/** The core's open states, complete by its type: a state that is missing here doesn't compile. */
const open = {
  asked: true,
  'needs-info': true,
  snoozed: true,
  'with-target': true,
  undelivered: true,
} satisfies Record<(typeof openStates)[number], true>;
// Written out, not as parameters: only so does Postgres use the index on open asks.
const isOpen = sql`${asks.state} in (${sql.raw(
  Object.keys(open)
    .map((state) => `'${state}'`)
    .join(', '),
)})`;
/** Choices alone, or how the command named the target, are no words of an ask. */
const isWritten = sql`${asks.words} ?| array['opening', 'note', 'offer']`;
/** More than anybody has to choose from. */
const MOST_DRAFTS = 50;
const isEnded = sql`${asks.state} in ('declined', 'expired', 'withdrawn')`;

/** Not a referral, whose helper its seeker doesn't know of. */
const isKnown = sql`${asks.target} ->> 'who' is distinct from 'firm'`;

export function createAskStore({ tx, community, communityId }: Scope): AskStore {
  const ours = eq(asks.communityId, communityId);
  const idIs = (id: string) => and(ours, eq(asks.id, id));

  const askOf = (row: Row): Ask => {
    const seeker: MemberId = {
      platform: community.platform,
      community: community.id,
      user: row.seeker,
    };
    const state = { is: row.state, at: row.stateAt, ...row.stateData } as AskState;
    return {
      id: row.id,
      seeker,
      createdAt: row.createdAt,
      state,
      ...(row.helper !== null && { helper: row.helper }),
      ...(row.target !== null && { target: row.target }),
      ...(row.words !== null && { words: row.words }),
      ...(row.route !== null && { route: row.route }),
      ...(row.hidden && { hidden: true }),
    } as Ask;
  };
  const first = (rows: Row[]) => (rows[0] ? askOf(rows[0]) : undefined);

  return {
    async get(id) {
      return first(await tx.select().from(asks).where(idIs(id)));
    },
    async lock(id) {
      return first(await tx.select().from(asks).where(idIs(id)).for('update'));
    },
    async save(ask) {
      const { is, at, ...stateData } = ask.state;
      const row = {
        seeker: ask.seeker.user,
        helper: ask.helper ?? null,
        target: ask.target ?? null,
        words: ask.words ?? null,
        route: ('route' in ask && ask.route) || null,
        hidden: 'hidden' in ask && ask.hidden === true,
        state: is satisfies AskStateName,
        stateAt: at,
        stateData,
        createdAt: ask.createdAt,
      };
      const sentAt = is === 'draft' ? null : at;
      await tx
        .insert(asks)
        .values({ communityId, id: ask.id, ...row, sentAt })
        .onConflictDoUpdate({
          target: [asks.communityId, asks.id],
          set: { ...row, sentAt: sql`coalesce(${asks.sentAt}, excluded.sent_at)` },
        });
    },
    async remove(id) {
      await tx.delete(asks).where(idIs(id));
    },
    async openOfSeeker(seeker) {
      const rows = await tx
        .select()
        .from(asks)
        .where(and(ours, eq(asks.seeker, seeker), isOpen))
        .orderBy(asks.createdAt, asks.id);
      return rows.map(askOf);
    },
    async draftsOfSeeker(seeker) {
      const rows = await tx
        .select()
        .from(asks)
        .where(and(ours, eq(asks.seeker, seeker), sql`${asks.state} = 'draft'`, isWritten))
        .orderBy(desc(asks.stateAt), desc(asks.id))
        .limit(MOST_DRAFTS);
      return rows.map(askOf) as Draft[];
    },
    async openBetween(seeker, helper) {
      const rows = await tx
        .select()
        .from(asks)
        .where(and(ours, eq(asks.seeker, seeker), eq(asks.helper, helper), isOpen, isKnown))
        .orderBy(desc(asks.createdAt), desc(asks.id))
        .limit(1);
      return first(rows);
    },
    async latestEnd(seeker, helper) {
      const rows = await tx
        .select()
        .from(asks)
        .where(and(ours, eq(asks.seeker, seeker), eq(asks.helper, helper), isEnded, isKnown))
        .orderBy(desc(asks.stateAt), desc(asks.id))
        .limit(1);
      return first(rows) as SentAsk | undefined;
    },
    async ofSeeker(seeker, now, over) {
      const sent = and(ours, eq(asks.seeker, seeker), sql`${asks.state} <> 'draft'`);
      const told = sql`nullif(${asks.stateData} ->> 'told', '')::timestamptz`;
      const isUntold = sql`(${told} > ${now.toISOString()}::timestamptz and ${asks.stateData} -> 'withdrawn' is null)`;
      const readsAsOpen = sql`(${isOpen} or coalesce(${isUntold}, false))`;
      const open = await tx
        .select()
        .from(asks)
        .where(and(sent, readsAsOpen))
        .orderBy(asks.createdAt, asks.id);
      const past = await tx
        .select()
        .from(asks)
        .where(and(sent, sql`not ${readsAsOpen}`))
        .orderBy(sql`coalesce(${told}, ${asks.stateAt}) desc`, desc(asks.id))
        .limit(over);
      return { open: open.map(askOf) as SentAsk[], over: past.map(askOf) as SentAsk[] };
    },
    async openFor(user) {
      const rows = await tx
        .selectDistinct({ ask: asks })
        .from(asks)
        .innerJoin(
          received,
          and(eq(received.communityId, asks.communityId), eq(received.ask, asks.id)),
        )
        .where(and(ours, isOpen, eq(received.user, user), ne(received.as, 'unshown')))
        .orderBy(asks.stateAt, asks.id);
      return rows.map(({ ask }) => askOf(ask)) as SentAsk[];
    },
  };
}
