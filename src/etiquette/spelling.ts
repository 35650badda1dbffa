/** What a language knows about single words, so that typing habits and evasions read like the plain words. */
export interface Spelling {
  /** Every word that the grammars speak of. */
  vocabulary: ReadonlySet<string>;
  /** Short forms and contractions, spelled out: `u` → `you`, `dont` → `do not`. */
  short: ReadonlyMap<string, readonly string[]>;
  /** Endings after an apostrophe: `d` → `would`; an empty list drops the ending. */
  clitics: ReadonlyMap<string, readonly string[]>;
  /** Words whose full stop doesn't end a sentence. */
  abbreviations: ReadonlySet<string>;
  /** Slips of the finger, by how they look: see `slipsOf`. */
  slips: ReadonlyMap<string, string>;
}

const DIGIT_LETTERS: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};
const DISGUISE = /[01345789@$]/g;
const LETTERS_AND_DISGUISE = /(?=.*[a-z])(?=.*[01345789@$])/;

const collapsed = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/**
 * The ways a longer word of the vocabulary is mistyped without looking like another word: a doubled letter made single or
 * the other way round, two neighbours swapped. `real` are words that exist themselves and are never taken for a slip.
 */
export function slipsOf(
  vocabulary: Iterable<string>,
  real: ReadonlySet<string>,
): Map<string, string> {
  const slips = new Map<string, string>();
  const add = (slip: string, word: string) => {
    if (slip !== word && !real.has(slip) && !slips.has(slip)) slips.set(slip, word);
  };
  for (const word of vocabulary) {
    if (word.length < 5) continue;
    if (word.length >= 6) slips.set(`=${collapsed(word)}`, word);
    for (let i = 1; i < word.length - 1; i++) {
      add(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2), word);
    }
  }
  return slips;
}

/** Letters for the digits and signs that stand for them; both readings of `1`. */
export function undisguised(word: string): string[] {
  if (word.length > 40 || !LETTERS_AND_DISGUISE.test(word)) return [];
  const plain = word.replace(DISGUISE, (sign) => DIGIT_LETTERS[sign] ?? sign);
  return word.includes('1')
    ? [plain, word.replaceAll('1', 'i').replace(DISGUISE, (sign) => DIGIT_LETTERS[sign] ?? sign)]
    : [plain];
}

/** The plain words that one typed word stands for; itself where nothing is known. */
export function spell(word: string, spelling: Spelling): readonly string[] {
  const whole = known(word, spelling);
  if (whole) return whole;
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe > 0) {
    const ending = spelling.clitics.get(word.slice(apostrophe + 1));
    const base = word.slice(0, apostrophe);
    if (ending) return [...(known(base, spelling) ?? [base]), ...ending];
  }
  return [word];
}

function known(word: string, spelling: Spelling): readonly string[] | undefined {
  if (spelling.vocabulary.has(word)) return [word];
  const spelled = spelling.short.get(word);
  if (spelled) return spelled;
  for (const candidate of undisguised(word)) {
    const found = knownPlain(candidate, spelling);
    if (found) return found;
  }
  const calm = word.length <= 40 ? word.replace(/(.)\1{2,}/gu, '$1$1') : word;
  if (calm !== word) {
    return knownPlain(calm, spelling) ?? knownPlain(collapsed(word), spelling);
  }
  const slip =
    spelling.slips.get(word) ??
    (word.length >= 6 && word.length <= 40 ? spelling.slips.get(`=${collapsed(word)}`) : undefined);
  return slip ? [slip] : undefined;
}

const knownPlain = (word: string, spelling: Spelling): readonly string[] | undefined =>
  spelling.vocabulary.has(word) ? [word] : spelling.short.get(word);

const LONGEST_WORD = 16;
/** What a letter costs that belongs to no known word, where a known word costs one. */
const LOOSE_LETTER = 2;

/**
 * Letters written one by one and run together, taken apart: where each word ends. Known words are preferred, the fewest and
 * longest win, and what is between them stays together. Undefined where known words make up less than half of it. Linear in
 * the number of letters.
 */
export function takeApart(letters: string, spelling: Spelling): number[] | undefined {
  const cost = new Float64Array(letters.length + 1);
  const from = new Int32Array(letters.length + 1);
  for (let end = 1; end <= letters.length; end++) {
    let best = (cost[end - 1] ?? 0) + LOOSE_LETTER;
    let start = -1;
    for (let at = Math.max(0, end - LONGEST_WORD); at < end; at++) {
      const total = (cost[at] ?? 0) + 1;
      if (total >= best || !knownPlain(letters.slice(at, end), spelling)) continue;
      best = total;
      start = at;
    }
    cost[end] = best;
    from[end] = start;
  }
  const cuts: number[] = [];
  let covered = 0;
  let loose = false;
  for (let end = letters.length; end > 0; ) {
    const start = from[end] ?? -1;
    if (start >= 0 || !loose) cuts.push(end);
    loose = start < 0;
    if (start >= 0 && end - start > 1) covered += end - start;
    end = loose ? end - 1 : start;
  }
  return covered * 2 >= letters.length ? cuts.reverse() : undefined;
}
