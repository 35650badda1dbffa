import { z } from 'zod';
import { byAge, isSnowflake } from './snowflake.ts';
import type { State } from './state.ts';

const byId = z.record(z.string(), z.looseObject({ id: z.string() }));

/** As far as a foreign or damaged file is told from a snapshot; what is inside was written by `snapshot()`. */
const shape = z.object({
  lastId: z.string().refine(isSnowflake),
  commands: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  channels: byId,
  messages: z.record(z.string(), z.array(z.looseObject({ id: z.string(), channel: z.string() }))),
  interactions: byId,
  modals: byId,
  seen: z.record(z.string(), z.record(z.string(), z.string())),
  closedDms: z.array(z.string()),
  gone: z.array(z.string()),
  locales: z.record(z.string(), z.string()),
});

/**
 * The state that a snapshot holds. Two things of the present outlive it: commands, as an app registers them when it
 * connects and not again; and the latest id, as an app that runs on must not meet an id twice. Throws when it isn't a
 * snapshot.
 */
export function restored(snapshot: unknown, present: State): State {
  const parsed = shape.safeParse(snapshot);
  if (!parsed.success) {
    throw new Error(
      'This is not a snapshot of the local Discord; it can be deleted to start anew.',
    );
  }
  const state = structuredClone(snapshot) as State;
  return {
    ...state,
    commands: present.commands.length > 0 ? present.commands : state.commands,
    lastId: [state.lastId, present.lastId].sort(byAge).at(-1)!,
  };
}
