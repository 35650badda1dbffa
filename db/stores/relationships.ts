import { and, count, eq, sql } from 'drizzle-orm';
import type { RelationshipStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { helps } from '../schema/helps.ts';
import { relationships } from '../schema/relationships.ts';

export function createRelationshipStore({ tx, communityId }: Scope): RelationshipStore {
  return {
    async facts({ seeker, helper }) {
      const [said] = await tx
        .select({ helperSaid: relationships.helperSaid })
        .from(relationships)
        .where(
          and(
            eq(relationships.communityId, communityId),
            eq(relationships.seeker, seeker),
            eq(relationships.helper, helper),
          ),
        );
      const [counted] = await tx
        .select({
          helps: count(),
          thankedHelps: sql<number>`count(*) filter (where ${helps.thanks} = 'thanked')`.mapWith(
            Number,
          ),
        })
        .from(helps)
        .where(
          and(
            eq(helps.communityId, communityId),
            eq(helps.seeker, seeker),
            eq(helps.helper, helper),
          ),
        );
      return { ...said, helps: counted?.helps ?? 0, thankedHelps: counted?.thankedHelps ?? 0 };
    },
    async helperSays({ seeker, helper }, word, at) {
      const said = { helperSaid: word, at };
      await tx
        .insert(relationships)
        .values({ communityId, seeker, helper, ...said })
        .onConflictDoUpdate({
          target: [relationships.communityId, relationships.seeker, relationships.helper],
          set: said,
        });
    },
  };
}
