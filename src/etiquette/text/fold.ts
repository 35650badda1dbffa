import { lookAlikes } from './look-alikes.ts';
import { simplified } from './simplified.ts';

/**
 * How a text is folded for matching, unit by unit: lower case, compatibility forms and accents gone, invisible characters
 * gone, traditional Chinese made simplified, Arabic letters that are often confused made one. Latin `l` and `i` become one
 * letter, so that `I`, `l`, `1` and `ı`, which look alike, can't tell words apart. Words in a lexicon are folded the same way.
 */

/** What a folded unit is. */
export const kind = {
  space: 0,
  letter: 1,
  /** A character of a script without spaces between words. */
  ideograph: 2,
  digit: 3,
  /** Ends a sentence. */
  stop: 4,
  /** A full stop: ends a sentence where a space follows. */
  dot: 5,
  newline: 6,
  question: 7,
  quote: 8,
  apostrophe: 9,
  /** Anything else: commas, brackets, symbols, pictures. */
  other: 10,
} as const;

const UNKNOWN = 0xffff;
/** Folds to more than one unit, or depends on the character's second half: looked up in `long`. */
const LONG = 0xfffe;
/** Folds to nothing. */
const NOTHING = 0xfffd;

const folds = new Uint16Array(0x10000).fill(UNKNOWN);
const kinds = new Uint8Array(0x10000).fill(255);
const long = new Map<number, Uint16Array>();
/** Only a memory for speed: bounded, and forgetting changes nothing. */
const MOST_REMEMBERED = 20_000;

const INVISIBLE =
  /^(?:[\p{Cf}\p{Cs}\p{Cn}\p{Co}\u115f\u1160\u3164\uffa0\u0640]|\p{Variation_Selector})$/u;
/** Accents, Arabic vowel signs, nukta: what people leave out when they type fast. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c]/g;
const LETTER = /^[\p{L}\p{M}]$/u;
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]$/u;

const ALIKE: Record<string, string> = {
  l: 'i',
  ı: 'i',
  ł: 'i',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  // Arabic letters that typing confuses; forms with hamza lose it with the marks.
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ک: 'ك',
  ٱ: 'ا',
  // Devanagari: the moon and the dot above.
  'ँ': 'ं',
};
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '؟': '?',
  '，': ',',
  '、': ',',
  '،': ',',
};

function foldCharacter(character: string): string {
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85) {
    return '\n';
  }
  if (code < 0x20 || code === 0x7f || (code >= 0x80 && code < 0xa0)) return code === 9 ? ' ' : '';
  if (INVISIBLE.test(character)) return '';
  const bare = character.normalize('NFKD').toLowerCase().replace(MARKS, '').normalize('NFC');
  // A few ligatures stand for whole sentences; they stay as they are.
  if (bare.length > 4) return character;
  let folded = '';
  for (const letter of bare) folded += ALIKE[letter] ?? simplified.get(letter) ?? letter;
  return folded;
}

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit === 0x20 || unit === 0xa0 || unit === 0x3000) return kind.space;
  if (unit === 0x0a) return kind.newline;
  if (unit === 0x2e) return kind.dot;
  if (character === '?') return kind.question;
  if ('!。！．؛।॥…'.includes(character)) return kind.stop;
  if (character === '"') return kind.quote;
  if (character === "'") return kind.apostrophe;
  if (IDEOGRAPH.test(character)) return kind.ideograph;
  if (LETTER.test(character)) return kind.letter;
  if (/^\p{Nd}$/u.test(character)) return kind.digit;
  if (/^\s$/u.test(character)) return kind.space;
  return kind.other;
}

/** The kind of a folded unit. */
export function kindAt(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 255) return known;
  const found = kindOf(unit);
  kinds[unit] = found;
  return found;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

function learn(code: number): number {
  const folded = foldCharacter(String.fromCodePoint(code));
  const units = Uint16Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i));
  for (const unit of units) kindAt(unit);
  if (code < 0x10000) {
    if (units.length === 0) folds[code] = NOTHING;
    else if (units.length === 1) folds[code] = units[0]!;
    else {
      folds[code] = LONG;
      long.set(code, units);
    }
    return folds[code]!;
  }
  if (long.size > MOST_REMEMBERED) long.clear();
  long.set(code, units);
  return LONG;
}

/** A text folded, with the way back. */
export class Folded {
  /** UTF-16 units, `length` of them. */
  units = new Uint16Array(1024);
  /** Where each unit's source starts and ends in the text as typed, in UTF-16 units. */
  starts = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  length = 0;

  /** Takes any string, unpaired surrogates included; time in proportion to it. */
  read(typed: string): void {
    const size = typed.length;
    this.length = 0;
    this.room(size + 8);
    let { units, starts, ends } = this;
    let length = 0;
    let last = 0;
    let repeats = 0;
    for (let at = 0; at < size; at++) {
      const code = typed.charCodeAt(at);
      let folded = folds[code]!;
      if (folded === UNKNOWN) folded = isSurrogate(code) ? LONG : learn(code);
      if (folded === NOTHING) continue;
      if (folded < NOTHING) {
        if (folded !== last) {
          last = folded;
          repeats = 1;
        } else if (++repeats > 2 && kindAt(folded) === kind.letter) {
          // A letter three times or more is drawn out: `pleeease`.
          if (repeats === 3) length--;
          ends[length - 1] = at + 1;
          continue;
        }
        units[length] = folded;
        starts[length] = at;
        ends[length++] = at + 1;
        continue;
      }
      const point = typed.codePointAt(at)!;
      const width = point > 0xffff ? 2 : 1;
      // Half of a pair without the other half shows as nothing.
      if (width === 1 && isSurrogate(code)) continue;
      if (!long.has(point)) learn(point);
      const many = long.get(point)!;
      if (length + many.length + (size - at) > units.length) {
        this.length = length;
        this.room(length + many.length * 2 + (size - at) * 2);
        ({ units, starts, ends } = this);
      }
      for (let i = 0; i < many.length; i++) {
        units[length] = many[i]!;
        starts[length] = at;
        ends[length++] = at + width;
      }
      last = many.length > 0 ? many[many.length - 1]! : last;
      repeats = 1;
      at += width - 1;
    }
    this.length = length;
  }

  private room(size: number): void {
    if (size <= this.units.length) return;
    const larger = Math.max(size, this.units.length * 2);
    const units = new Uint16Array(larger);
    units.set(this.units.subarray(0, this.length));
    const starts = new Uint32Array(larger);
    starts.set(this.starts.subarray(0, this.length));
    const ends = new Uint32Array(larger);
    ends.set(this.ends.subarray(0, this.length));
    this.units = units;
    this.starts = starts;
    this.ends = ends;
  }
}

/** Whether a unit belongs to a Latin word as it was folded. */
export const isLatin = (unit: number): boolean => unit < 0x250 && kindAt(unit) === kind.letter;

/** The Latin unit that a letter of another script looks like, or the unit itself. */
export const latinOf = (unit: number): number => lookAlikes.get(unit) ?? unit;
