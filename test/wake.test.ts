import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Deps, Stores } from '../src/ports.ts';
import { wakeNext } from '../src/wake.ts';
import { createTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown('pglite');
});
afterAll(() => town.stop());

it('what can’t be done now holds up nothing else, and is tried again', async () => {
  const broken = '01890a5d-ac96-774b-bcce-b302099a8057';
  const fine = '01890a5d-ac96-774b-bcce-b302099a8058';
  const now = town.deps.clock.now().getTime();
  await town.read(async ({ timers }) => {
    await timers.set('first', new Date(now - 2000), { wake: 'expire', ask: broken });
    await timers.set('second', new Date(now - 1000), { wake: 'expire', ask: fine });
  });
  const looked: string[] = [];
  const deps: Deps = {
    ...town.deps,
    database: {
      ...town.deps.database,
      transaction: (community, work) =>
        town.deps.database.transaction(community, (stores: Stores) =>
          work({
            ...stores,
            asks: {
              ...stores.asks,
              lock: async (id) => {
                looked.push(id);
                if (id === broken) throw new Error('a bug');
                return undefined;
              },
            },
          }),
        ),
    },
  };
  await expect(wakeNext(deps)).rejects.toThrow('a bug');
  expect(await wakeNext(deps)).toBe(true);
  expect(await wakeNext(deps)).toBe(false);
  expect(looked).toEqual([broken, fine]);
  const later = { now: () => new Date(now + 2 * 60 * 60 * 1000) };
  await expect(wakeNext({ ...deps, clock: later })).rejects.toThrow('a bug');
});
