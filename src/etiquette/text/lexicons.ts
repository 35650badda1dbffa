import { conceptIds } from '../concepts.ts';
import { languages } from '../language/all.ts';
import { foreignWords } from '../language/foreign-words.ts';
import { entriesOf } from '../lexicon.ts';
import { kind, kindAt } from './fold.ts';
import { APOSTROPHE, doubled, Reader } from './reader.ts';
import { Trie, TrieNode } from './trie.ts';

/** Where concepts were found, in order of the text. Reused between texts. */
export class Matches {
  concepts = new Uint8Array(1024);
  languages = new Uint8Array(1024);
  /** Tokens `from` up to, not with, `to`. */
  from = new Uint32Array(1024);
  to = new Uint32Array(1024);
  count = 0;

  push(concept: number, language: number, from: number, to: number): void {
    if (this.count === this.concepts.length) {
      this.concepts = doubled(this.concepts);
      this.languages = doubled(this.languages);
      this.from = doubled(this.from);
      this.to = doubled(this.to);
    }
    this.concepts[this.count] = concept;
    this.languages[this.count] = language;
    this.from[this.count] = from;
    this.to[this.count++] = to;
  }

  /** Leaves those in some languages. */
  keep(active: readonly boolean[]): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (!active[this.languages[i]!]) continue;
      this.concepts[kept] = this.concepts[i]!;
      this.languages[kept] = this.languages[i]!;
      this.from[kept] = this.from[i]!;
      this.to[kept++] = this.to[i]!;
    }
    this.count = kept;
  }
}

/** Stand in for a common word, which is no concept. */
const COMMON = 255;
const STAR = 0x2a;
const SPACE = 0x20;
const ANY_WORD = 0x5f;

/** Languages that the rules know, then those that they only tell apart from them. */
const foreign = Object.keys(foreignWords) as (keyof typeof foreignWords)[];
export const languageCount = languages.length;
const allCount = languageCount + foreign.length;

let trie: Trie | undefined;
let wholeWords: Set<string> | undefined;

/** The words of a text as the reader sees them; characters of scripts without spaces stay together. */
function wordsOf(own: Reader, text: string): string[] {
  own.read(text);
  const words: string[] = [];
  for (let token = 0; token < own.count; token++) {
    const units = own.folded.units.subarray(own.from[token]!, own.to[token]!);
    const word = String.fromCharCode(...units).replaceAll("'", '');
    const joins = token > 0 && (own.flags[token]! & own.flags[token - 1]! & 1) === 1;
    if (joins) words.push((words.pop() ?? '') + word);
    else words.push(word);
  }
  return words;
}

/** An entry as units: words parted by one space, `*` and `_` kept. */
function unitsOf(reader: Reader, entry: string): number[] {
  const words = entry.split(' ').flatMap((word) => {
    if (word === '_') return '_';
    const parts = wordsOf(reader, word.endsWith('*') ? word.slice(0, -1) : word);
    if (word.endsWith('*') && parts.length > 0) parts.push(`${parts.pop()}*`);
    return parts;
  });
  return Array.from(words.join(' '), (unit) => unit.charCodeAt(0));
}

function build(): Trie {
  const built = new TrieNode();
  const words = new Set<string>();
  const reader = new Reader();
  const add = (list: string, language: number, concept: number) => {
    for (const entry of entriesOf(list)) {
      // Without its question mark, what only asks would be any word.
      if (entry.includes('?')) continue;
      const units = unitsOf(reader, entry);
      if (units.length > 0) built.add(units, (language << 8) | concept);
      for (const word of String.fromCharCode(...units).split(' ')) {
        if (word && !word.includes('*') && word !== '_') words.add(word);
      }
    }
  };
  languages.forEach(({ lexicon }, language) => {
    add(lexicon.common, language, COMMON);
    conceptIds.forEach((concept, i) => {
      add(lexicon.concepts[concept], language, i);
    });
  });
  foreign.forEach((id, i) => {
    add(foreignWords[id], languageCount + i, COMMON);
  });
  wholeWords = words;
  return new Trie(built, { star: STAR, space: SPACE, any: ANY_WORD });
}

/** Whether some lexicon has this folded word whole. */
export function isWord(word: string): boolean {
  trie ??= build();
  return wholeWords!.has(word);
}

/** Attached before Arabic words: and, so, with, for, like, the, will, this; and their usual rows. */
const CLITICS: ReadonlySet<string> = new Set(
  'و ف ب ل ك س ه ح ع ال وال بال فال كال لل هال عال ولل وب ول وس فس وه وب وك'.split(' '),
);
const LONGEST_CLITIC = 3;
const isArabic = (unit: number): boolean => unit >= 0x600 && unit <= 0x6ff;

/** Finds every lexicon's entries in a text, and how much speaks for each language. */
export class Matcher {
  readonly matches = new Matches();
  /** For each language, known and foreign: how many words speak for it. */
  votes = new Float64Array(allCount);
  private reader!: Reader;
  private trie!: Trie;
  private start = 0;

  find(reader: Reader): void {
    trie ??= build();
    this.trie = trie;
    this.reader = reader;
    this.matches.count = 0;
    this.votes.fill(0);
    const { units } = reader.folded;
    for (let token = 0; token < reader.count; token++) {
      this.start = token;
      const from = reader.from[token]!;
      this.walk(0, token, from);
      if (isArabic(units[from]!)) {
        const most = Math.min(LONGEST_CLITIC, reader.to[token]! - from - 2);
        for (let length = 1; length <= most; length++) {
          if (CLITICS.has(String.fromCharCode(...units.subarray(from, from + length)))) {
            this.walk(0, token, from + length);
          }
        }
      }
    }
  }

  /** Follows the trie from the inside of a token to its end, and on. */
  private walk(node: number, token: number, at: number): void {
    const { trie, reader } = this;
    const { units } = reader.folded;
    const to = reader.to[token]!;
    let here = node;
    for (let i = at; i < to; i++) {
      if (units[i] === APOSTROPHE) continue;
      here = trie.child(here, units[i]!);
      if (here === 0) return;
      const stem = trie.stars[here]!;
      if (stem !== 0) this.wordEnds(stem, token);
    }
    this.wordEnds(here, token);
  }

  private wordEnds(node: number, token: number): void {
    const { trie, reader } = this;
    const end = trie.ends[node + 1]!;
    for (let at = trie.ends[node]!; at < end; at++) this.report(trie.outputs[at]!, token + 1);
    const next = token + 1;
    if (next >= reader.count || reader.sentence[next] !== reader.sentence[token]) return;
    if ((reader.flags[token]! & reader.flags[next]! & 1) === 1 && this.touch(token)) {
      this.walk(node, next, reader.from[next]!);
    }
    const space = trie.spaces[node]!;
    if (space === 0) return;
    const any = trie.anys[space]!;
    if (any !== 0) this.wordEnds(any, next);
    this.walk(space, next, reader.from[next]!);
    const from = reader.from[next]!;
    const { units } = reader.folded;
    if (isArabic(units[from]!) && reader.to[next]! - from > 3) {
      if (units[from] === ALIF && units[from + 1] === LAM) this.walk(space, next, from + 2);
    }
  }

  /** Nothing but spaces or signs that hide words stands between a character and the next. */
  private touch(token: number): boolean {
    const { from, to, folded } = this.reader;
    for (let at = to[token]!; at < from[token + 1]!; at++) {
      if (
        kindAt(folded.units[at]!) !== kind.space &&
        !'.·*-_|/~+'.includes(String.fromCharCode(folded.units[at]!))
      ) {
        return false;
      }
    }
    return true;
  }

  private report(output: number, to: number): void {
    const language = output >> 8;
    const concept = output & 255;
    if (concept === COMMON) this.votes[language]! += 1;
    else {
      this.votes[language]! += 0.5;
      this.keepLongest(concept, language, to);
    }
  }

  /** Of entries of one concept that begin with the same word, the longest counts. */
  private keepLongest(concept: number, language: number, to: number): void {
    const { matches, start } = this;
    for (let i = matches.count - 1; i >= 0 && matches.from[i] === start; i--) {
      if (matches.concepts[i] !== concept || matches.languages[i] !== language) continue;
      if (to > matches.to[i]!) matches.to[i] = to;
      return;
    }
    matches.push(concept, language, start, to);
  }
}

const ALIF = 0x627;
const LAM = 0x644;
