import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/etiquette/normalise.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('what is folded', () => {
  test.each([
    ['case', 'WHO Else', 'who else'],
    ['accents', 'résumé, naïve', 'resume, naive'],
    ['accents typed apart', 're\u0301sume\u0301', 'resume'],
    ['full width', 'ｗｈｏ ｅｌｓｅ', 'who else'],
    ['mathematical letters', '𝐰𝐡𝐨 𝘦𝘭𝘴𝘦', 'who else'],
    ['zero-width characters', 'w\u200bh\u200do\ufeff el\u00adse', 'who else'],
    ['Cyrillic among Latin', 'who еlsе dо yоu knоw', 'who else do you know'],
    ['a whole word of look-alikes', 'аре you there', 'ape you there'],
    ['Greek among Latin', 'whο elsε', 'who else'],
    ['curly quotes', '“don’t”', '"don\'t"'],
    ['ligatures', 'ﬁsh', 'fish'],
    ['line ends', 'a\r\nb\u2028c', 'a\n\nb\nc'],
    ['control characters', 'a\u0000b\u0007c', 'abc'],
    ['unpaired surrogates', 'a\ud800b\udc00c', 'abc'],
    ['Russian stays', 'кто еще', 'кто еще'],
    ['Chinese stays', '您好', '您好'],
    ['Korean stays', '안녕', '안녕'],
  ])('%s', (_what, typed, folded) => {
    expect(normalise(typed).text).toBe(folded);
  });
});

describe('the way back', () => {
  test('points to the characters that were typed', () => {
    const typed = '👋 w\u200bＨо';
    const { text, starts, ends } = normalise(typed);
    const at = text.indexOf('who');
    expect(typed.slice(starts[at], ends[at + 2])).toBe('w\u200bＨо');
  });

  test('goes forward, stays inside, and never splits a character', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const { text, starts, ends } = normalise(typed);
        expect(starts.length).toBe(text.length);
        expect(ends.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          const [start = -1, end = -1] = [starts[i], ends[i]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(typed.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect([...typed.slice(start, end)].length).toBe(1);
        }
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (typed) => {
        const once = normalise(typed).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});
