import type { Context } from '../context.ts';
import type { View } from '../view.ts';
import { apply } from './apply.ts';
import { isDraft } from './ask.ts';

/** What could not reach this member while their DMs were closed. Seen now, its time runs from here. */
export function waitingFor({ by, community, now, deps }: Context): Promise<View[]> {
  return deps.database.transaction(community, async (stores) => {
    const messages = await stores.outbox.takeUndelivered(by);
    for (const { ask: id } of messages) {
      const ask = id && (await stores.asks.lock(id));
      if (ask && !isDraft(ask)) await apply(stores, ask, { event: 'seen' }, { now, deps });
    }
    return messages.map(({ view }) => view);
  });
}
