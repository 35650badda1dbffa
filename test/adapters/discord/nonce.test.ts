import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from '../../../adapters/discord/limits.ts';
import { nonceOf, threadCode } from '../../../adapters/discord/nonce.ts';

it('fits, and differs by effect and by part', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat(20), (one, other, part) => {
      expect(nonceOf(one, part).length).toBeLessThanOrEqual(limits.nonce);
      expect(nonceOf(one)).not.toBe(nonceOf(one, part + 1));
      if (one !== other) expect(nonceOf(one)).not.toBe(nonceOf(other));
      expect(threadCode(one)).toMatch(/^[0-9a-z]{6}$/);
    }),
  );
  expect(nonceOf('ffffffff-ffff-ffff-ffff-ffffffffffff')).toHaveLength(limits.nonce);
});
