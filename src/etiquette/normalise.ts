/**
 * A text folded for matching, with the way back. `text` is lower case, compatibility forms and accents folded, invisible
 * characters gone, look-alike letters made Latin where the word or the text around is Latin.
 */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`: where its source starts and ends in the text as typed, in UTF-16 units. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Letters of other scripts that look like Latin ones, after lower-casing. The kind of pair that Unicode Technical
 * Standard #39 calls confusable, as far as fonts in chat show them alike; both ways of writing are one code unit.
 */
const LOOK_ALIKES: Record<string, string> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  у: 'y',
  ү: 'y',
  х: 'x',
  ѡ: 'w',
  ԝ: 'w',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  // Latin letters that don't decompose
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ʏ: 'y',
  ʀ: 'r',
  ɴ: 'n',
  ʜ: 'h',
  ᴀ: 'a',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ᴊ: 'j',
  ᴋ: 'k',
  ᴍ: 'm',
  ᴏ: 'o',
  ᴘ: 'p',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ᴢ: 'z',
  ꜱ: 's',
  ʟ: 'l',
  ɪ: 'i',
  ꜰ: 'f',
  ɢ: 'g',
  ʙ: 'b',
};

/** Curly and foreign quotation marks, dashes and dots to the plain ones. */
const PUNCTUATION: Record<string, string> = {
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
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
};

/** Format characters, unpaired surrogates, unassigned ones, and letters that show as nothing (Hangul fillers). */
const INVISIBLE = /^(?:[\p{Cf}\p{Cs}\p{Cn}\u115f\u1160\u3164\uffa0]|\p{Variation_Selector})$/u;
const CONTROL = /^\p{Cc}$/u;
const COMBINING = /[\u0300-\u036f]/g;
const LATIN = /^\p{Script=Latin}$/u;
const LETTER = /^\p{L}$/u;

/** A few ligatures stand for whole sentences; they stay as they are. */
const LONGEST_FOLD = 4;

/** One code point, folded without regard to its neighbours. Empty: nothing that a reader sees. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) {
    if (code === 0x60) return "'";
    if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32);
    if (code === 0x0a || code === 0x0d) return '\n';
    if (code < 0x20 || code === 0x7f) return code === 0x09 ? ' ' : '';
    return character;
  }
  const plain = PUNCTUATION[character];
  if (plain !== undefined) return plain;
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (INVISIBLE.test(character) || CONTROL.test(character)) return '';
  const bare = character.normalize('NFKD').replace(COMBINING, '').normalize('NFC');
  const lower = bare.toLowerCase().replace(COMBINING, '');
  return lower.length <= LONGEST_FOLD ? lower : character;
}

const folds = new Map<string, string>();
const MAX_REMEMBERED = 4096;
function fold(character: string): string {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = foldCharacter(character);
    // Only a memory for speed: bounded, and forgetting changes nothing.
    if (folds.size >= MAX_REMEMBERED) folds.clear();
    folds.set(character, folded);
  }
  return folded;
}

/** Folds a text. Total and linear: takes any string, unpaired surrogates included. */
export function normalise(typed: string): Folded {
  const parts: string[] = [];
  let capacity = typed.length + 16;
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let length = 0;
  let latin = 0;
  let letters = 0;
  let at = 0;
  for (const character of typed) {
    const end = at + character.length;
    const folded = fold(character);
    if (length + folded.length > capacity) {
      capacity = (length + folded.length) * 2;
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
    }
    for (let unit = 0; unit < folded.length; unit++) {
      starts[length] = at;
      ends[length] = end;
      length++;
      const code = folded.charCodeAt(unit);
      if (code >= 0x61 && code <= 0x7a) {
        latin++;
        letters++;
      } else if (code >= 0x80 && LETTER.test(folded.charAt(unit))) {
        letters++;
        if (LATIN.test(folded.charAt(unit))) latin++;
      }
    }
    parts.push(folded);
    at = end;
  }
  const text = withoutLookAlikes(parts.join(''), latin * 2 > letters);
  return { text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

function grown(array: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}

/**
 * Look-alikes become Latin in a word that has Latin letters too, and, where most of the text is Latin, in a word made of
 * nothing but look-alikes. Russian or Greek words are left alone.
 */
function withoutLookAlikes(text: string, mostlyLatin: boolean): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    let foreign = false;
    let latin = false;
    let all = true;
    for (const letter of word) {
      const code = letter.charCodeAt(0);
      if (code < 0x80) {
        if (code >= 0x61) latin = true;
      } else if (LOOK_ALIKES[letter] !== undefined) foreign = true;
      else if (LATIN.test(letter)) latin = true;
      else all = false;
    }
    if (!foreign || !(latin || (mostlyLatin && all))) return word;
    let folded = '';
    for (const letter of word) folded += LOOK_ALIKES[letter] ?? letter;
    return folded;
  });
}
