import { normalise } from './normalise.ts';
import { type Spelling, spell, takeApart, undisguised } from './spelling.ts';

/** A word as the grammars see it. */
export interface Token {
  word: string;
  /** UTF-16 units of the text as typed. */
  start: number;
  end: number;
  /** It is the first word of a sentence. */
  opens: boolean;
  /** A comma, colon or dash stands before it. */
  pauses: boolean;
  /** Its sentence ends with a question mark. */
  asks: boolean;
  /** It stands between double quotation marks. */
  quoted: boolean;
}

interface Raw {
  word: string;
  /** UTF-16 units of the folded text. */
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{N}\p{M}@$]+(?:'\p{L}+)*/gu;
const PAUSE = /[,;:()\n]|\s-/;
const ENDS_SENTENCE = /[.!?。！？]+["')\]]*(?:\s|$)|[!?。！？]/u;

/** The words of a text in one language. Linear in the text; takes any string. */
export function tokensOf(typed: string, spelling: Spelling): Token[] {
  const folded = normalise(typed);
  const tokens: Token[] = [];
  let quoted = false;
  let before = 0;
  let previous = '';
  let sentence = 0;
  const closeSentence = (between: string) => {
    if (between.includes('?')) for (const token of tokens.slice(sentence)) token.asks = true;
    sentence = tokens.length;
  };
  for (const raw of joinSpelledOut(rawWords(folded.text), folded.text, spelling)) {
    const between = folded.text.slice(before, raw.from);
    for (const character of between) if (character === '"') quoted = !quoted;
    const stops = ENDS_SENTENCE.test(between);
    const shortened = between.startsWith('.') && spelling.abbreviations.has(previous);
    let opens = tokens.length === 0 || (stops && !shortened);
    if (opens) closeSentence(between);
    let pauses = PAUSE.test(between);
    const start = folded.starts[raw.from] ?? 0;
    const end = folded.ends[raw.to - 1] ?? start;
    for (const word of spell(raw.word, spelling)) {
      tokens.push({ word, start, end, opens, pauses, asks: false, quoted });
      opens = false;
      pauses = false;
    }
    previous = raw.word;
    before = raw.to;
  }
  closeSentence(folded.text.slice(before));
  return tokens;
}

function rawWords(text: string): Raw[] {
  const raws: Raw[] = [];
  for (const match of text.matchAll(WORD)) {
    raws.push({ word: match[0], from: match.index, to: match.index + match[0].length });
  }
  return raws;
}

/** What may stand between the letters of a word that is spelled out. */
const SPELLING_GAP = /^[\s.\-_*·•,/|~+:;]{1,4}$/u;
const FEWEST_LETTERS = 3;

/** `w h o  e l s e` and `w.h.o` become words again, where that gives words that the language knows. */
function joinSpelledOut(raws: Raw[], text: string, spelling: Spelling): Raw[] {
  const joined: Raw[] = [];
  let i = 0;
  while (i < raws.length) {
    let end = i;
    while (end < raws.length && isLetter(raws[end]) && (end === i || gapFits(raws, end, text)))
      end++;
    if (end - i < FEWEST_LETTERS) {
      const raw = raws[i];
      if (raw) joined.push(raw);
      i++;
      continue;
    }
    for (const word of asWords(raws.slice(i, end), text, spelling)) joined.push(word);
    i = end;
  }
  return joined;
}

const isLetter = (raw: Raw | undefined): boolean => raw !== undefined && raw.to - raw.from === 1;
const gapFits = (raws: Raw[], at: number, text: string): boolean =>
  SPELLING_GAP.test(text.slice(raws[at - 1]?.to, raws[at]?.from));

function asWords(run: Raw[], text: string, spelling: Spelling): Raw[] {
  const gaps = run.slice(1).map((raw, i) => raw.from - (run[i]?.to ?? raw.from));
  const narrow = Math.min(...gaps.slice(0, GAPS_TO_TELL));
  const groups: Raw[][] = [[]];
  run.forEach((raw, i) => {
    const gap = gaps[i - 1] ?? narrow;
    const before = text.slice(raw.from - gap, raw.from);
    if (
      i > 0 &&
      (gap > narrow ||
        (before.includes('\n') && !text.slice(run[0]?.to, run[1]?.from).includes('\n')))
    )
      groups.push([]);
    groups.at(-1)?.push(raw);
  });
  return groups.flatMap((group) =>
    groups.length > 1 ? joined(group) : segmented(group, spelling),
  );
}

/** Gaps between words are wider than those between letters; so many tell which is which. */
const GAPS_TO_TELL = 200;

function joined(group: Raw[]): Raw[] {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return [];
  return [{ word: group.map((raw) => raw.word).join(''), from: first.from, to: last.to }];
}

/** Letters at equal distances: where words end shows only in the words. */
function segmented(run: Raw[], spelling: Spelling): Raw[] {
  const spelled = run.map((raw) => raw.word).join('');
  for (const letters of [spelled, ...undisguised(spelled)]) {
    const cuts = takeApart(letters, spelling);
    if (!cuts) continue;
    let from = 0;
    return cuts.map((cut) => {
      const word = {
        word: letters.slice(from, cut),
        from: run[from]?.from ?? 0,
        to: run[cut - 1]?.to ?? 0,
      };
      from = cut;
      return word;
    });
  }
  return run;
}
