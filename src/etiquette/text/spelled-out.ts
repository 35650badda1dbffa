import { type Folded, kind, kindAt } from './fold.ts';

/** Whether some language has this folded word. */
export type IsWord = (word: string) => boolean;

/** Most signs between two letters of a word that is spelled out. */
const WIDEST_GAP = 4;
/** So many single letters in a row are taken as words spelled out; a script that writes syllables has one-letter words. */
const FEWEST_LETTERS = 3;
const FEWEST_SYLLABLES = 5;
/** Longest word that is looked for where nothing shows the words' ends. */
const LONGEST_WORD = 24;

/**
 * Closes up words that are spelled out (`w h o  e l s e`, `w.h.o`), in place. Where gaps between words are no wider than
 * those between letters, the words that the lexicons know tell where one ends.
 */
export function joinSpelledOut(folded: Folded, isWord: IsWord): void {
  const { units, length } = folded;
  let out = 0;
  let copied = 0;
  const copy = (to: number) => {
    for (; copied < to; copied++) out = put(folded, copied, out);
  };
  for (let at = 0; at < length; ) {
    const run = runFrom(folded, at);
    const fewest = isSyllable(units[at]!) ? FEWEST_SYLLABLES : FEWEST_LETTERS;
    if (run.length < fewest) {
      at = run.length > 0 ? run.at(-1)! + 1 : at + 1;
      continue;
    }
    copy(at);
    const ends = wordEnds(units, run, isWord);
    run.forEach((letter, i) => {
      out = put(folded, letter, out);
      if (ends.has(i) && i < run.length - 1) {
        // A sign from between the two stands for the gap.
        out = put(folded, letter + 1, out, SPACE);
      }
    });
    copied = run.at(-1)! + 1;
    at = copied;
  }
  copy(length);
  folded.length = out;
}

const SPACE = 0x20;

function put(folded: Folded, from: number, to: number, unit = folded.units[from]!): number {
  folded.units[to] = unit;
  folded.starts[to] = folded.starts[from]!;
  folded.ends[to] = folded.ends[from]!;
  return to + 1;
}

const isSyllable = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3;

/** Where the letters stand that follow each other singly from here; empty where a longer word or something else stands. */
function runFrom({ units, length }: Folded, start: number): number[] {
  const run: number[] = [];
  if (kindAt(units[start]!) !== kind.letter) return run;
  if (start > 0 && isWordUnit(units[start - 1]!)) return run;
  let at = start;
  for (;;) {
    if (at + 1 < length && isWordUnit(units[at + 1]!)) return run;
    run.push(at);
    let next = at + 1;
    while (next < length && next - at <= WIDEST_GAP && isGap(units[next]!)) next++;
    if (next >= length || next === at + 1 || !isWordUnit(units[next]!)) return run;
    at = next;
  }
}

const isWordUnit = (unit: number): boolean => {
  const is = kindAt(unit);
  return is === kind.letter || is === kind.digit || unit === 0x40 || unit === 0x24;
};
const isGap = (unit: number): boolean => {
  const is = kindAt(unit);
  return is === kind.space || is === kind.dot || is === kind.newline || is === kind.other;
};

/** After which letters of the run a word ends. */
function wordEnds(units: Uint16Array, run: readonly number[], isWord: IsWord): ReadonlySet<number> {
  const gaps = run.slice(1).map((at, i) => at - run[i]!);
  let narrow = WIDEST_GAP + 1;
  for (const gap of gaps) narrow = Math.min(narrow, gap);
  const ends = new Set<number>();
  gaps.forEach((gap, i) => {
    if (gap > narrow) ends.add(i);
  });
  return ends.size > 0
    ? ends
    : cuts(
        run.map((at) => asLetter(units[at]!)),
        isWord,
      );
}

const asLetter = (unit: number): number => FIGURE_LETTERS[String.fromCharCode(unit)] ?? unit;
const FIGURE_LETTERS: Record<string, number> = Object.fromEntries(
  ['0o', '1i', '3e', '4a', '5s', '7t', '@a', '$s'].map((pair) => [pair[0], pair.charCodeAt(1)]),
);

/** Cuts letters into known words such that the fewest letters are left over, then the fewest words. */
function cuts(letters: readonly number[], isWord: IsWord): ReadonlySet<number> {
  const count = letters.length;
  const cost = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array(count + 1);
  cost[0] = 0;
  const text = String.fromCharCode(...letters.slice(0, MOST_CUT));
  for (let to = 1; to <= count; to++) {
    // Past what is looked at, letters stay together.
    cost[to] = cost[to - 1]! + 10;
    back[to] = to - 1;
    if (to > MOST_CUT) continue;
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
      if (!isWord(text.slice(from, to))) continue;
      // Of as many words, those with a long one among them: `know at`, not `kno wat`.
      const price = cost[from]! + (to - from === 1 ? 4 : 1) - (to - from) ** 2 / 1000;
      if (price < cost[to]!) {
        cost[to] = price;
        back[to] = from;
      }
    }
  }
  const ends = new Set<number>();
  for (let to = count; to > 0; to = back[to]!)
    if (to - back[to]! > 1) ends.add(to - 1).add(back[to]! - 1);
  return ends;
}
const MOST_CUT = 4_000;
