import { and, desc, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { Help } from '../../src/gratitude/help.ts';
import type { HelpStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { helps, thanks } from '../schema/helps.ts';

const helpOf = ({ communityId, outcome, ...help }: typeof helps.$inferSelect): Help =>
  outcome === null ? help : { ...help, outcome };

export function createHelpStore({ tx, communityId }: Scope): HelpStore {
  const ours = eq(helps.communityId, communityId);
  const idIs = (id: string) => and(ours, eq(helps.id, id));
  const first = (rows: (typeof helps.$inferSelect)[]) => (rows[0] ? helpOf(rows[0]) : undefined);

  async function isThanked(pair: { seeker: string; helper: string }, since: Date, also?: SQL) {
    const rows = await tx
      .select({ id: thanks.id })
      .from(thanks)
      .where(
        and(
          eq(thanks.communityId, communityId),
          eq(thanks.seeker, pair.seeker),
          eq(thanks.helper, pair.helper),
          gte(thanks.at, since),
          also,
        ),
      )
      .limit(1);
    return rows.length > 0;
  }

  return {
    async get(id) {
      return first(await tx.select().from(helps).where(idIs(id)));
    },
    async lock(id) {
      return first(await tx.select().from(helps).where(idIs(id)).for('update'));
    },
    async save({ id, kind, seeker, helper, ask, at, thanks, outcome }) {
      const row = { kind, seeker, helper, ask, at, thanks, outcome: outcome ?? null };
      await tx
        .insert(helps)
        .values({ communityId, id, ...row })
        .onConflictDoUpdate({ target: [helps.communityId, helps.id], set: row });
    },
    async unthanked(seeker, helper) {
      const rows = await tx
        .select()
        .from(helps)
        .where(
          and(
            ours,
            eq(helps.seeker, seeker),
            sql`${helps.thanks} = 'open'`,
            helper === undefined ? undefined : eq(helps.helper, helper),
          ),
        )
        .orderBy(desc(helps.at), desc(helps.id));
      return rows.map(helpOf);
    },
    async latest(seeker, limit) {
      const rows = await tx
        .select()
        .from(helps)
        .where(and(ours, eq(helps.seeker, seeker)))
        .orderBy(desc(helps.at), desc(helps.id))
        .limit(limit);
      return rows.map(helpOf);
    },
    async saveThanks({ id, help, seeker, helper, at, credited }) {
      const row = { help: help ?? null, seeker, helper, at, credited };
      await tx
        .insert(thanks)
        .values({ communityId, id, ...row })
        .onConflictDoUpdate({ target: [thanks.communityId, thanks.id], set: row });
    },
    async takeThanks(id) {
      const [row] = await tx
        .delete(thanks)
        .where(and(eq(thanks.communityId, communityId), eq(thanks.id, id)))
        .returning();
      if (!row) return undefined;
      const { communityId: _, help, ...rest } = row;
      return { ...rest, ...(help === null ? {} : { help }) };
    },
    thankedSince: (pair, since) => isThanked(pair, since),
    creditedSince: (pair, since) => isThanked(pair, since, sql`${thanks.credited}`),
  };
}
