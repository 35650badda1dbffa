import { describe, expect, test } from 'vitest';
import { review } from '../../../src/etiquette/review.ts';
import { fine, flagged } from './who-else.examples.ts';

describe('flagged', () => {
  test.each(flagged)('%s, %s: %s', (relationship, verdict, text) => {
    const found = review(text, { relationship });
    expect(found.verdict).toBe(verdict);
    expect(found.findings.map((finding) => finding.rule)).toContain('who-else');
  });

  test.each(flagged)('%s, %s: a rewrite passes: %s', (relationship, _verdict, text) => {
    const { rewrite } = review(text, { relationship });
    expect(rewrite).toBeTypeOf('string');
    expect(review(rewrite ?? '', { relationship })).toMatchObject({
      verdict: 'pass',
      findings: [],
    });
  });
});

test.each(fine)('fine, %s: %s', (relationship, text) => {
  expect(review(text, { relationship }).findings).toEqual([]);
});
