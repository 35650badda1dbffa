import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../src/commands.ts';
import { createTown, type Town, textOf, viewOf } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown('pglite');
});
afterAll(() => town.stop());

const most =
  commands.flatMap(({ options }) => options).find(({ name }) => name === 'target')?.maxLength ?? 0;
const asks = (text: string) => town.does('nadia', { type: 'ask-intro', target: { text } });

it('a target as long as it may be is taken', async () => {
  const { reply } = await asks(` ${'x'.repeat(most)} `);
  expect(textOf(viewOf(reply))).not.toContain('characters');
});

it.each([1, 6_000])(
  'a target that is too long is said to be, and comes back whole',
  async (more) => {
    const typed = 'x'.repeat(most + more);
    const said = textOf(viewOf((await asks(typed)).reply));
    expect(said).toContain(`at most ${most} characters`);
    expect(said).toContain(typed);
  },
);
