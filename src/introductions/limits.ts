import type { Context } from '../context.ts';
import type { Stores } from '../ports.ts';
import type { Hitch } from './views/draft.ts';

/** The one limit that no rule speaks of: how many asks a seeker keeps open. */
export async function limitHitch(stores: Stores, { by, now }: Context): Promise<Hitch | undefined> {
  const { policy } = await stores.community.settings();
  const { open } = await stores.asks.ofSeeker(by.user, now, 0);
  const count = open.length;
  return count < policy.openAsksPerSeeker
    ? undefined
    : { key: 'limit.open-asks', values: { count } };
}
