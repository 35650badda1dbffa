import { type Concept, conceptIds } from '../concepts.ts';
import { kind, kindAt } from '../text/fold.ts';
import type { Matches } from '../text/lexicons.ts';
import { APOSTROPHE, doubled, type Reader } from '../text/reader.ts';

/**
 * What the model sees of a text, as hashed features: for each sentence its words, word pairs, word beginnings, character
 * groups (in scripts without spaces), concepts and concepts that follow one another; and the concepts of the sentences
 * around it.
 */

/** Kinds of features of words, as seeds of their hashes. */
const seed = {
  word: 0x1000193,
  pair: 0x2345679,
  beginning: 0x3456789,
  longBeginning: 0x4567891,
  ending: 0x49a7b13,
  characters: 0x5678913,
  three: 0x6789135,
  shape: 0x47ae15c,
} as const;

const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x01000193);
  return mixed ^ (mixed >>> 13);
};
const done = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** For so many sentences it is remembered who was brought up. */
const CARRIES_OVER = 3;
/** Concepts that what follows may be about. */
const carrying: readonly Concept[] = [
  'kin',
  'acquaintance',
  'someone',
  'care',
  'find-job',
  'contacts',
  'connected',
  'people',
  'agreed',
  'suggested',
  'quoted',
  'offer',
  'only-learn',
  'news',
];
const carries = Uint8Array.from(conceptIds, (concept) => (carrying.includes(concept) ? 1 : 0));

/** How many concepts on one is still followed by another. */
const FOLLOWS_WITHIN = 8;
const SHORT_BEGINNING = 4;
const LONG_BEGINNING = 6;

const quoteOpen = conceptIds.length;
const quoteClose = conceptIds.length + 1;
const asks = conceptIds.length + 2;

/** What stands in a sentence's row: concepts, and signs. */
const SIGNS = conceptIds.length + 3;
const MOST_COUNTED = 5;
const MOST_WORDS_BITS = 9;
const MOST_SENTENCES = 9;
/** Features of concepts are numbered through: kinds of them, with how many there are of each. */
const kindsOfConcepts = {
  concept: SIGNS,
  follows: SIGNS * SIGNS,
  before: SIGNS,
  behind: SIGNS,
  carried: SIGNS * SIGNS,
  together: SIGNS * SIGNS,
  counted: conceptIds.length * (MOST_COUNTED + 1),
  length: MOST_WORDS_BITS + 1,
  words: MOST_WORDS_BITS + 1,
  sentences: MOST_SENTENCES + 1,
} as const;
type KindOfConcepts = keyof typeof kindsOfConcepts;
let numbered = 0;
const base = Object.fromEntries(
  Object.entries(kindsOfConcepts).map(([name, count]) => {
    numbered += count;
    return [name, numbered - count];
  }),
) as Record<KindOfConcepts, number>;
/** So many features of concepts there are. */
export const conceptFeatures = numbered;

/** The token of a feature that no word of its own shows. */
export const NOWHERE = 0xffff_ffff;

/** Features of one text; reused between texts. */
export class Features {
  /** Hashes and, for each, the token it belongs to, or `NOWHERE`. */
  ids = new Int32Array(8192);
  tokens = new Uint32Array(8192);
  count = 0;
  /** Where each sentence's features begin; one more than there are sentences. */
  starts = new Uint32Array(64);
  sentences = 0;
  /** Where each sentence's matches begin. */
  private firstMatch = new Uint32Array(64);
  /** A sentence's concepts, in order, with the tokens they begin at. */
  private row = new Uint8Array(256);
  private at = new Uint32Array(256);
  private rowLength = 0;
  private readonly counts = new Uint8Array(conceptIds.length);
  private readonly seen = new Uint8Array(conceptIds.length);
  private readonly here = new Uint8Array(conceptIds.length);

  read(reader: Reader, matches: Matches): void {
    this.count = 0;
    this.sentences = reader.sentences;
    if (this.starts.length <= reader.sentences + 1) {
      this.starts = new Uint32Array(reader.sentences * 2 + 2);
      this.firstMatch = new Uint32Array(reader.sentences * 2 + 2);
    }
    this.group(reader, matches);
    for (let sentence = 0; sentence < reader.sentences; sentence++) {
      this.starts[sentence] = this.count;
      const from = reader.first[sentence]!;
      const to = reader.sentenceEnd(sentence);
      this.words(reader, from, to);
      this.concepts(reader, matches, sentence, from, to);
      this.carried(matches, sentence);
      if (sentence > 0) this.around(matches, sentence - 1, base.before);
      if (sentence + 1 < reader.sentences) this.around(matches, sentence + 1, base.behind);
    }
    this.starts[reader.sentences] = this.count;
    this.text(reader, matches);
  }

  /** Where each sentence's matches begin. */
  private group(reader: Reader, matches: Matches): void {
    const { firstMatch } = this;
    let next = 0;
    for (let sentence = 0; sentence < reader.sentences; sentence++) {
      firstMatch[sentence] = next;
      while (next < matches.count && reader.sentence[matches.from[next]!] === sentence) next++;
    }
    firstMatch[reader.sentences] = next;
  }

  /** What is seen of the text as a whole stands behind its sentences. */
  private text(reader: Reader, matches: Matches): void {
    const counts = this.counts.fill(0);
    for (let i = 0; i < matches.count; i++) {
      const concept = matches.concepts[i]!;
      if (counts[concept]! < 255) counts[concept]!++;
    }
    for (let concept = 0; concept < counts.length; concept++) {
      const count = counts[concept]!;
      const row = base.counted + concept * (MOST_COUNTED + 1);
      this.addConcept(row + Math.min(count, MOST_COUNTED), NOWHERE);
    }
    this.addConcept(base.words + magnitude(reader.count), NOWHERE);
    this.addConcept(base.sentences + Math.min(MOST_SENTENCES, reader.sentences), NOWHERE);
  }

  private words(reader: Reader, from: number, to: number): void {
    const { units } = reader.folded;
    let previous = 0;
    let earlier = 0;
    for (let token = from; token < to; token++) {
      const start = reader.from[token]!;
      const end = reader.to[token]!;
      if ((reader.flags[token]! & 1) === 1) {
        const unit = units[start]!;
        this.add(mix(seed.characters, unit), token);
        if (previous !== 0) this.add(mix(mix(seed.characters, previous), unit), token);
        if (earlier !== 0) this.add(mix(mix(mix(seed.three, earlier), previous), unit), token);
        earlier = previous;
        previous = unit;
        continue;
      }
      let hash: number = seed.word;
      const length = end - start;
      for (let at = start; at < end; at++) {
        if (units[at] === APOSTROPHE) continue;
        hash = mix(hash, units[at]!);
        const read = at - start + 1;
        if (read === SHORT_BEGINNING && length > SHORT_BEGINNING)
          this.add(hash ^ seed.beginning, token);
        else if (read === LONG_BEGINNING && length > LONG_BEGINNING)
          this.add(hash ^ seed.longBeginning, token);
      }
      if (kindAt(units[start]!) === kind.digit) hash = seed.shape;
      else this.add(hash, token);
      if (previous !== 0) this.add(mix(mix(seed.pair, previous), hash), token);
      earlier = previous;
      previous = hash;
    }
  }

  private concepts(
    reader: Reader,
    matches: Matches,
    sentence: number,
    from: number,
    to: number,
  ): void {
    let quoted = 0;
    let next = this.firstMatch[sentence]!;
    const end = this.firstMatch[sentence + 1]!;
    this.rowLength = 0;
    for (let token = from; token < to; token++) {
      const now = reader.flags[token]! >> 1;
      if (now !== quoted) {
        this.inRow(now ? quoteOpen : quoteClose, token);
        quoted = now;
      }
      while (next < end && matches.from[next] === token) {
        this.inRow(matches.concepts[next++]!, token);
      }
    }
    if (reader.asks[sentence] === 1 && to > from) this.inRow(asks, to - 1);
    const { row, at, rowLength } = this;
    for (let i = 0; i < rowLength; i++) {
      this.addConcept(base.concept + row[i]!, at[i]!);
      const follows = base.follows + row[i]! * SIGNS;
      const last = Math.min(rowLength, i + 1 + FOLLOWS_WITHIN);
      for (let j = i + 1; j < last; j++) this.addConcept(follows + row[j]!, at[j]!);
    }
    this.addConcept(base.length + magnitude(to - from), NOWHERE);
  }

  private inRow(concept: number, token: number): void {
    if (this.rowLength === this.at.length) {
      this.row = doubled(this.row);
      this.at = doubled(this.at);
    }
    this.row[this.rowLength] = concept;
    this.at[this.rowLength++] = token;
  }

  /** Whom or what the sentences before have brought up, beside what this one says: "my cousin … could you hire him". */
  private carried(matches: Matches, sentence: number): void {
    const { firstMatch, seen } = this;
    const here = this.here;
    let count = 0;
    seen.fill(0);
    for (let i = firstMatch[sentence]!; i < firstMatch[sentence + 1]!; i++) {
      const concept = matches.concepts[i]!;
      if ((seen[concept]! & 1) === 0) {
        seen[concept]! |= 1;
        here[count++] = concept;
      }
    }
    if (count === 0) return;
    const first = firstMatch[Math.max(0, sentence - CARRIES_OVER)]!;
    for (let i = first; i < firstMatch[sentence]!; i++) {
      const earlier = matches.concepts[i]!;
      if (carries[earlier] === 0 || (seen[earlier]! & 2) !== 0) continue;
      seen[earlier]! |= 2;
      const row = base.carried + earlier * SIGNS;
      for (let j = 0; j < count; j++) this.addConcept(row + here[j]!, NOWHERE);
    }
    // Of what this sentence says together, whatever the order and however far apart.
    for (let i = 0; i < count; i++) {
      if (carries[here[i]!] === 0) continue;
      const row = base.together + here[i]! * SIGNS;
      for (let j = 0; j < count; j++) if (i !== j) this.addConcept(row + here[j]!, NOWHERE);
    }
  }

  private around(matches: Matches, sentence: number, place: number): void {
    for (let i = this.firstMatch[sentence]!; i < this.firstMatch[sentence + 1]!; i++) {
      this.addConcept(place + matches.concepts[i]!, NOWHERE);
    }
  }

  /** Words have even ids, hashes; concepts have odd ones, their numbers. */
  private add(hash: number, token: number): void {
    if (this.count === this.ids.length) this.grow();
    this.ids[this.count] = done(hash) & ~1;
    this.tokens[this.count++] = token;
  }

  private addConcept(number: number, token: number): void {
    if (this.count === this.ids.length) this.grow();
    this.ids[this.count] = (number << 1) | 1;
    this.tokens[this.count++] = token;
  }

  private grow(): void {
    const ids = new Int32Array(this.count * 2);
    ids.set(this.ids);
    this.ids = ids;
    const tokens = new Uint32Array(this.count * 2);
    tokens.set(this.tokens);
    this.tokens = tokens;
  }
}

/** How many words there are, roughly. */
const magnitude = (words: number): number => Math.min(MOST_WORDS_BITS, 31 - Math.clz32(words + 1));
