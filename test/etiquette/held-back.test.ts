import { expect, test } from 'vitest';
import { review } from '../../src/etiquette/review.ts';
import { heldBackFine, heldBackFlagged } from './held-back.examples.ts';

/**
 * What the rules make of texts that they weren't tuned on, as counts. A grammar alone doesn't find every roundabout ask; these
 * figures may only get better.
 */
const FOUND_AT_LEAST = 19;
const FALSE_ALARMS_AT_MOST = 1;

test('texts that the rules were not tuned on', () => {
  const found = heldBackFlagged.filter(([rule, relationship, , text]) =>
    review(text, { relationship }).findings.some((finding) => finding.rule === rule),
  );
  const alarms = heldBackFine.filter(
    ([relationship, text]) => review(text, { relationship }).verdict !== 'pass',
  );
  expect(found.length).toBeGreaterThanOrEqual(FOUND_AT_LEAST);
  expect(alarms.length).toBeLessThanOrEqual(FALSE_ALARMS_AT_MOST);
});
