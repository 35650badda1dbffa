import type { Answer } from './effect.ts';
import { apply } from './introductions/apply.ts';
import { isDraft, readerOf } from './introductions/ask.ts';
import { communityOf, type MemberId } from './member.ts';
import type { Deps } from './ports.ts';

/** What could not reach this member while their DMs were closed, or may not have. It waits until it was shown. */
export async function waitingFor(by: MemberId, deps: Deps): Promise<Answer['waiting']> {
  const messages = await deps.database.transaction(communityOf(by), (stores) =>
    stores.outbox.undelivered(by),
  );
  return messages.map(({ key, view }) => ({ key, view }));
}

/** They have it before their eyes: it is done, and an ask that waited for them goes on, its time running from here. */
export async function shown(by: MemberId, keys: string[], deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.database.transaction(communityOf(by), async (stores) => {
    const messages = (await stores.outbox.undelivered(by)).filter(({ key }) => keys.includes(key));
    // Asks are locked before the outbox, like everywhere.
    const asks = new Set(messages.flatMap(({ ask }) => ask ?? []));
    for (const id of [...asks].sort()) {
      const ask = await stores.asks.lock(id);
      if (!ask || isDraft(ask) || ask.state.is !== 'undelivered') continue;
      if (readerOf(ask) === by.user) await apply(stores, ask, { event: 'seen' }, { now, deps });
    }
    await stores.outbox.markShown(by, keys);
  });
}
