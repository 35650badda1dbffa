import { describe, expect, test } from 'vitest';
import { review } from '../../src/etiquette/review.ts';

const everyNth = (text: string, n: number, change: (character: string) => string): string =>
  [...text].map((character, i) => (i % n === 0 ? change(character) : character)).join('');

const lookAlikes: Record<string, string> = {
  a: 'а',
  e: 'е',
  o: 'о',
  c: 'с',
  p: 'р',
  i: 'і',
  s: 'ѕ',
};
const digits: Record<string, string> = { l: '1', o: '0', e: '3', a: '4', s: '5' };
const wide = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const spaced = (text: string): string =>
  text
    .split(' ')
    .map((word) => [...word].join(' '))
    .join('  ');

/** Ways to write a text so that people still read it and a filter for words doesn't. */
const evasions: [name: string, evade: (text: string) => string][] = [
  ['capitals', (text) => text.toUpperCase()],
  ['zero-width spaces', (text) => [...text].join('\u200b')],
  ['soft hyphens', (text) => [...text].join('\u00ad')],
  ['Cyrillic look-alikes', (text) => text.replace(/[aeocpis]/g, (c) => lookAlikes[c] ?? c)],
  ['digits for letters', (text) => text.replace(/[loeas]/g, (c) => digits[c] ?? c)],
  ['full width', wide],
  ['combining marks', (text) => everyNth(text, 3, (c) => (c === ' ' ? c : `${c}\u0336`))],
  ['spaced letters', spaced],
  [
    'letters with dots',
    (text) =>
      text
        .split(' ')
        .map((word) => [...word].join('.'))
        .join('   '),
  ],
  ['letters at equal distances', (text) => [...text.replaceAll(' ', '')].join(' ')],
  ['line breaks', (text) => text.replaceAll(' ', '\n')],
  ['many spaces', (text) => text.replaceAll(' ', '     ')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['hyphens', (text) => text.replaceAll(' ', '-')],
  ['underscores', (text) => text.replaceAll(' ', '_')],
  ['emoji between', (text) => text.replaceAll(' ', ' 🙏 ')],
  ['drawn-out vowels', (text) => text.replace(/[eo](?=\b)/g, (c) => c.repeat(4))],
];

const texts = [
  ['who-else', 'who else do you know at the port'],
  ['who-else', 'please share your contacts with me'],
  ['who-else', 'could you introduce me to some people in your network'],
  ['friend-of-friend', 'my cousin needs a job can you refer him to your boss'],
] as const;

describe.each(texts)('%s: %s', (rule, text) => {
  test.each(evasions)('%s', (_name, evade) => {
    const typed = `Thank you for your time. ${evade(text)}`;
    const { verdict, language, findings } = review(typed, { relationship: 'cold' });
    expect({ verdict, language }).toEqual({ verdict: 'block', language: 'en' });
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    for (const [, start, end] of findings[0]?.spans ?? []) {
      // The marks lie on what was evaded, begin with its first letter and end with its last.
      expect(start).toBeGreaterThanOrEqual(25);
      expect(end).toBeLessThanOrEqual(typed.length);
      expect(typed.slice(start, end).trim()).toBe(typed.slice(start, end));
    }
  });
});

test.each([
  'who else do u kno at the port',
  'who else d’you know at the port',
  'pls intorduce me to sm ppl in ur network',
])('short forms and slips: %s', (text) => {
  expect(review(text).findings.map(({ rule }) => rule)).toContain('who-else');
});
