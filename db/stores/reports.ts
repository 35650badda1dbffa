import { and, eq, isNull } from 'drizzle-orm';
import type { ReportStore } from '../../src/ports.ts';
import type { Report } from '../../src/safety/report.ts';
import type { Scope } from '../connection.ts';
import { reports } from '../schema/reports.ts';

const reportOf = ({ id, at, settledAt, report }: typeof reports.$inferSelect): Report => ({
  id,
  at,
  ...report,
  ...(settledAt === null ? {} : { settledAt }),
});

export function createReportStore({ tx, communityId }: Scope): ReportStore {
  const ours = eq(reports.communityId, communityId);
  return {
    async save({ id, at, settledAt, ...report }) {
      await tx
        .insert(reports)
        .values({ communityId, id, report, at, settledAt: settledAt ?? null })
        .onConflictDoUpdate({
          target: [reports.communityId, reports.id],
          set: { report, settledAt: settledAt ?? null },
        });
    },
    async get(id) {
      const [row] = await tx
        .select()
        .from(reports)
        .where(and(ours, eq(reports.id, id)));
      return row && reportOf(row);
    },
    async open() {
      const rows = await tx
        .select()
        .from(reports)
        .where(and(ours, isNull(reports.settledAt)))
        .orderBy(reports.at, reports.id);
      return rows.map(reportOf);
    },
  };
}
