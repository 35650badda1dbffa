import { conceptIds } from '../concepts.ts';
import { languages } from '../language/all.ts';
import { foreignWords } from '../language/foreign-words.ts';
import { entriesOf } from '../lexicon.ts';
import { kind, kindAt } from './fold.ts';
import { APOSTROPHE, doubled, Reader } from './reader.ts';
import { BEGINNING, beginning, Trie, TrieNode } from './trie.ts';

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

const ARABIC = 0x600;
const ARABIC_END = 0x6ff;

/** Languages that the rules know, then those that they only tell apart from them. */
const foreign = Object.keys(foreignWords) as (keyof typeof foreignWords)[];
export const languageCount = languages.length;
const allCount = languageCount + foreign.length;

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

/** An entry's words, `*` and `_` kept. */
function partsOf(reader: Reader, entry: string): string[] {
  return entry.split(' ').flatMap((word) => {
    if (word === '_') return '_';
    const parts = wordsOf(reader, word.endsWith('*') ? word.slice(0, -1) : word);
    if (word.endsWith('*') && parts.length > 0) parts.push(`${parts.pop()}*`);
    return parts;
  });
}

/** A language's entries with what they say, a concept or `COMMON`. Without its question mark, what only asks would be any word. */
function* entriesIn(language: number): Generator<[entry: string, concept: number]> {
  const { common, concepts } = languages[language]!.lexicon;
  for (const entry of entriesOf(common)) if (!entry.includes('?')) yield [entry, COMMON];
  for (const [concept, id] of conceptIds.entries()) {
    for (const entry of entriesOf(concepts[id])) if (!entry.includes('?')) yield [entry, concept];
  }
}

const tries: (Trie | undefined)[] = languages.map(() => undefined);
/** A language's entries, read when a text first may be in it. */
function trieOf(language: number): Trie {
  const known = tries[language];
  if (known) return known;
  const root = new TrieNode();
  const reader = new Reader();
  for (const [entry, concept] of entriesIn(language)) {
    const units = Array.from(partsOf(reader, entry).join(' '), (unit) => unit.charCodeAt(0));
    if (units.length > 0) root.add(units, concept);
  }
  const built = new Trie(root, { star: STAR, space: SPACE, any: ANY_WORD });
  tries[language] = built;
  return built;
}

let wholeWords: Set<string> | undefined;
/** Whether some lexicon has this folded word whole. */
export function isWord(word: string): boolean {
  wholeWords ??= new Set(
    languages.flatMap((_, language) => {
      const reader = new Reader();
      return [...entriesIn(language)].flatMap(([entry]) =>
        partsOf(reader, entry).filter((part) => !part.includes('*') && part !== '_'),
      );
    }),
  );
  return wholeWords.has(word);
}

/** Tells by common words which languages a text may be in, before any lexicon is read: for each word a bit per language. */
let commonWords: Map<number, number> | undefined;
function commonIn(): Map<number, number> {
  if (commonWords) return commonWords;
  commonWords = new Map();
  const reader = new Reader();
  const lists = [
    ...languages.map(({ lexicon }) => lexicon.common),
    ...foreign.map((id) => foreignWords[id]),
  ];
  for (const [language, list] of lists.entries()) {
    for (const entry of entriesOf(list)) {
      reader.read(entry);
      if (reader.count !== 1) continue;
      const hash = hashOf(reader.folded.units, 0, reader.to[0]!);
      commonWords.set(hash, (commonWords.get(hash) ?? 0) | (1 << language));
    }
  }
  return commonWords;
}

function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    if (units[at] !== APOSTROPHE) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  }
  return hash;
}

const bitsOf = (...tags: string[]): number =>
  languages.reduce((bits, { tag }, language) => bits | (tags.includes(tag) ? 1 << language : 0), 0);
const latinBits = bitsOf('en', 'de', 'fi', 'es', 'fr', 'pt', 'hi', 'tr', 'pl', 'id');
/** Languages that a script alone makes possible, by the script's first and last unit. */
const scripts = [
  { from: ARABIC, to: ARABIC_END, bits: bitsOf('ar') },
  { from: 0x900, to: 0x97f, bits: bitsOf('hi') },
  { from: 0xac00, to: 0xd7a3, bits: bitsOf('ko') },
] as const;
const chineseBits = bitsOf('zh');
const japaneseBits = bitsOf('ja');
/** Chinese has hardly a kana, Japanese is never without. */
const FEWEST_KANA = 0.1;

/** With fewer common words of one language than that, or a smaller share, any with this script may be meant. */
const FEWEST_COMMON = 3;
const LEAST_COMMON = 0.15;
/** A language with fewer common words than this part of the most can be left out. */
const WORTH_READING = 0.15;

/** Attached before Arabic words: and, so, with, for, like, the, will, this; and their usual rows. */
const CLITICS: ReadonlySet<number> = new Set(
  'و ف ب ل ك س ه ح ع ال وال بال فال كال لل هال عال ولل وب ول وس فس وه وب وك'
    .split(' ')
    .map((clitic) =>
      Array.from(clitic).reduce((row, sign) => cliticRow(row, sign.charCodeAt(0)), 0),
    ),
);
const LONGEST_CLITIC = 3;
const arabic = languages.findIndex(({ tag }) => tag === 'ar');
function cliticRow(row: number, unit: number): number {
  return (row << 8) | (unit - ARABIC);
}
const isArabic = (unit: number): boolean => unit >= ARABIC && unit <= ARABIC_END;

/** Finds the entries of the lexicons that a text may be in, and how much speaks for each language. */
export class Matcher {
  readonly matches = new Matches();
  /** For each language, known and foreign: how many words speak for it. */
  votes = new Float64Array(allCount);
  /** At which word a language was last voted for, and by how much. */
  private readonly votedAt = new Int32Array(languageCount);
  private readonly voted = new Float64Array(languageCount);
  private reader!: Reader;
  private trie!: Trie;
  private language = 0;
  private start = 0;
  private readonly beginnings = new Int32Array(BEGINNING);
  private readonly active = new Uint8Array(languageCount);

  /** `given` is the index of the language that the text is known to be in. */
  find(reader: Reader, given?: number): void {
    this.reader = reader;
    this.matches.count = 0;
    this.votedAt.fill(-1);
    const { units } = reader.folded;
    let may = this.candidates(reader);
    if (given !== undefined) may |= 1 << given;
    const { active } = this;
    let count = 0;
    for (let language = 0; language < languageCount; language++) {
      if ((may & (1 << language)) === 0) continue;
      trieOf(language);
      active[count++] = language;
    }
    for (let token = 0; token < reader.count; token++) {
      this.start = token;
      const from = reader.from[token]!;
      const alone = (reader.flags[token]! & 1) === 1;
      const begun = alone ? 0 : this.begin(from, reader.to[token]!);
      for (let i = 0; i < count; i++) {
        const language = active[i]!;
        const trie = tries[language]!;
        if (!alone && !trie.mayHave(this.beginnings, begun)) continue;
        this.trie = trie;
        this.language = language;
        this.walk(0, token, from);
      }
      if ((may & (1 << arabic)) !== 0 && isArabic(units[from]!)) this.behindClitics(token);
    }
  }

  /** The languages that a text may be in, as bits, and the votes for those that it can't. */
  private candidates(reader: Reader): number {
    const { votes } = this;
    const known = commonIn();
    const { units } = reader.folded;
    votes.fill(0);
    let may = 0;
    let latin = 0;
    let kana = 0;
    let han = 0;
    for (let token = 0; token < reader.count; token++) {
      const unit = units[reader.from[token]!]!;
      if (unit < 0x250) latin++;
      else if ((reader.flags[token]! & 1) === 1) {
        if (unit >= 0x3040 && unit <= 0x30ff) kana++;
        else han++;
        // No word of one character is common.
        continue;
      } else {
        for (const { from, to, bits } of scripts) if (unit >= from && unit <= to) may |= bits;
      }
      let bits = known.get(hashOf(units, reader.from[token]!, reader.to[token]!)) ?? 0;
      for (let language = 0; bits !== 0; language++, bits >>>= 1) {
        if ((bits & 1) !== 0) votes[language]! += 1;
      }
    }
    if (latin > 0) may |= this.inLatin(latin);
    if (kana > 0) may |= japaneseBits;
    if (han > 0 && kana < (kana + han) * FEWEST_KANA) may |= chineseBits;
    for (let language = 0; language < languageCount; language++) {
      if ((may & (1 << language)) !== 0) votes[language] = 0;
    }
    return may;
  }

  private inLatin(words: number): number {
    const { votes } = this;
    let most = 0;
    for (let language = 0; language < languageCount; language++) {
      if ((latinBits & (1 << language)) !== 0) most = Math.max(most, votes[language]!);
    }
    if (most < FEWEST_COMMON || most < words * LEAST_COMMON) return latinBits;
    let may = 0;
    for (let language = 0; language < languageCount; language++) {
      if (votes[language]! >= most * WORTH_READING) may |= 1 << language;
    }
    return may & latinBits;
  }

  /** Hashes of a word's first units, of one, of two and so on; gives how many there are. */
  private begin(from: number, to: number): number {
    const { units } = this.reader.folded;
    let hash = 0;
    let count = 0;
    for (let at = from; at < to && count < BEGINNING; at++) {
      if (units[at] === APOSTROPHE) continue;
      hash = beginning(hash, units[at]!);
      this.beginnings[count++] = hash;
    }
    return count;
  }

  /** Arabic words that stand behind what is attached to them. */
  private behindClitics(token: number): void {
    const { reader } = this;
    const trie = trieOf(arabic);
    this.trie = trie;
    this.language = arabic;
    const { units } = reader.folded;
    const from = reader.from[token]!;
    const to = reader.to[token]!;
    const most = Math.min(LONGEST_CLITIC, to - from - 2);
    let row = 0;
    for (let length = 1; length <= most; length++) {
      row = cliticRow(row, units[from + length - 1]!);
      if (!CLITICS.has(row)) continue;
      const begun = this.begin(from + length, to);
      if (trie.mayHave(this.beginnings, begun)) this.walk(0, token, from + length);
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

  private report(concept: number, to: number): void {
    const { language } = this;
    this.vote(language, concept === COMMON ? 1 : 0.5);
    if (concept !== COMMON) this.keepLongest(concept, language, to);
  }

  /** However much a word can mean, it speaks once for a language. */
  private vote(language: number, weight: number): void {
    const { start } = this;
    const before = this.votedAt[language] === start ? this.voted[language]! : 0;
    this.votedAt[language] = start;
    if (weight <= before) return;
    this.votes[language]! += weight - before;
    this.voted[language] = weight;
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
