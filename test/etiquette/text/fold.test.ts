import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Folded } from '../../../src/etiquette/text/fold.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

function fold(typed: string): { text: string; starts: Uint32Array; ends: Uint32Array } {
  const folded = new Folded();
  folded.read(typed);
  const { length } = folded;
  return {
    text: Buffer.from(folded.units.buffer, 0, length * 2).toString('utf16le'),
    starts: folded.starts.subarray(0, length),
    ends: folded.ends.subarray(0, length),
  };
}

describe('what is folded', () => {
  test.each([
    ['case', 'WHO Knows', 'who knows'],
    ['accents', 'résumé, naïve', 'resume, naive'],
    ['accents typed apart', 're\u0301sume\u0301', 'resume'],
    ['full width', 'ｗｈｏ', 'who'],
    ['mathematical letters', '𝐰𝐡𝐨 𝘬𝘯𝘰𝘸', 'who know'],
    ['zero-width characters', 'w\u200bh\u200do\ufeff', 'who'],
    ['soft hyphens', 'net\u00adwork', 'network'],
    ['letters that look like i', 'Iıx Il', 'iix ii'],
    ['drawn-out letters', 'pleeeease', 'piease'],
    ['curly quotes', '“don’t”', '"don\'t"'],
    ['ligatures', 'ﬁsh', 'fish'],
    ['sharp s', 'Größe', 'grosse'],
    ['control characters', 'a\u0000b\u0007c', 'abc'],
    ['unpaired surrogates', 'a\ud800b\udc00c', 'abc'],
    ['Russian stays', 'кто еще', 'кто еще'],
    ['traditional Chinese', '認識誰', '认识谁'],
    ['Arabic forms and vowel signs', 'أُريدُ مُساعَدةً', 'اريد مساعده'],
    ['Devanagari dots', 'काम ढूँढ', 'काम ढूंढ'],
    ['Korean stays', '안녕', '안녕'],
  ])('%s', (_what, typed, folded) => {
    expect(fold(typed).text).toBe(folded);
  });
});

describe('the way back', () => {
  test('points to the characters that were typed', () => {
    const typed = '👋 w\u200bＨo';
    const { text, starts, ends } = fold(typed);
    const at = text.indexOf('who');
    expect(typed.slice(starts[at], ends[at + 2])).toBe('w\u200bＨo');
  });

  test('goes forward, stays inside, and never splits a character', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const { text, starts, ends } = fold(typed);
        for (let i = 0; i < text.length; i++) {
          const [start = -1, end = -1] = [starts[i], ends[i]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(typed.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect([...typed.slice(start, end)].join('')).toBe(typed.slice(start, end));
        }
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (typed) => {
        const once = fold(typed).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });

  test('takes a million characters', () => {
    const { text } = fold('ßab '.repeat(250_000));
    expect(text.length).toBe(1_250_000);
  });
});
