import { and, eq, inArray } from 'drizzle-orm';
import type { Member } from '../../src/communities/settings.ts';
import type { MemberStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { members } from '../schema/members.ts';

type Row = typeof members.$inferSelect;

const memberOf = (row: Row): Member => ({
  user: row.user,
  ...(row.timeZone !== null && { timeZone: row.timeZone }),
  ...(row.locale !== null && { locale: row.locale }),
  nudgesStopped: row.nudgesStopped,
  hiddenFromBoard: row.hiddenFromBoard,
  refusesIntroductions: row.refusesIntroductions,
  refusesAsks: row.refusesAsks,
  ...(row.discretion !== null && { discretion: row.discretion }),
});

const newcomer = (user: string): Member => ({
  user,
  nudgesStopped: false,
  hiddenFromBoard: false,
  refusesIntroductions: false,
  refusesAsks: false,
});

export function createMemberStore({ tx, communityId }: Scope): MemberStore {
  return {
    async get(user) {
      const [row] = await tx
        .select()
        .from(members)
        .where(and(eq(members.communityId, communityId), eq(members.user, user)));
      return row ? memberOf(row) : newcomer(user);
    },
    async lock(users) {
      const wanted = [...new Set(users)].sort();
      if (wanted.length === 0) return [];
      await tx
        .insert(members)
        .values(wanted.map((user) => ({ communityId, user })))
        .onConflictDoNothing();
      const rows = await tx
        .select()
        .from(members)
        .where(and(eq(members.communityId, communityId), inArray(members.user, wanted)))
        .orderBy(members.user)
        .for('update');
      const locked = new Map(rows.map((row) => [row.user, memberOf(row)]));
      return users.map((user) => locked.get(user) ?? newcomer(user));
    },
    async save(member) {
      const choices = {
        timeZone: member.timeZone ?? null,
        locale: member.locale ?? null,
        nudgesStopped: member.nudgesStopped,
        hiddenFromBoard: member.hiddenFromBoard,
        refusesIntroductions: member.refusesIntroductions,
        refusesAsks: member.refusesAsks,
        discretion: member.discretion ?? null,
      };
      await tx
        .insert(members)
        .values({ communityId, user: member.user, ...choices })
        .onConflictDoUpdate({ target: [members.communityId, members.user], set: choices });
    },
  };
}
