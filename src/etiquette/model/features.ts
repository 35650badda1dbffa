import { type Concept, conceptIds } from '../concepts.ts';
import { kind, kindAt } from '../text/fold.ts';
import type { Matches } from '../text/lexicons.ts';
import { APOSTROPHE, doubled, type Reader } from '../text/reader.ts';

/**
 * What the model sees of a text, as hashed features: for each sentence its words, word pairs, word beginnings, character
 * groups (in scripts without spaces), concepts and concepts that follow one another; and the concepts of the sentences
 * around it.
 */

/** Kinds of features, as seeds of their hashes. */
const seed = {
  word: 0x1000193,
  pair: 0x2345679,
  beginning: 0x3456789,
  longBeginning: 0x4567891,
  ending: 0x49a7b13,
  characters: 0x5678913,
  three: 0x6789135,
  concept: 0x7891357,
  follows: 0x1357911,
  before: 0x2468ace,
  behind: 0x369cf25,
  shape: 0x47ae15c,
  present: 0x58bf36d,
  absent: 0x6ad14c3,
  textShape: 0x7be25d1,
  carried: 0x0cf36e2,
  together: 0x1d047f3,
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
      if (sentence > 0) this.around(matches, sentence - 1, seed.before);
      if (sentence + 1 < reader.sentences) this.around(matches, sentence + 1, seed.behind);
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
      if (count === 0) this.add(mix(seed.absent, concept), NOWHERE, 1);
      else this.add(mix(seed.present, concept * 8 + Math.min(count, 5)), NOWHERE, 1);
    }
    this.add(mix(seed.textShape, Math.min(9, 31 - Math.clz32(reader.count + 1))), NOWHERE, 1);
    this.add(mix(seed.textShape, 16 + Math.min(9, reader.sentences)), NOWHERE, 1);
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
      this.add(mix(seed.concept, row[i]!), at[i]!, 1);
      const follows = mix(seed.follows, row[i]!);
      const last = Math.min(rowLength, i + 1 + FOLLOWS_WITHIN);
      for (let j = i + 1; j < last; j++) this.add(mix(follows, row[j]!), at[j]!, 1);
    }
    // How long the sentence is, roughly.
    this.add(mix(seed.shape, Math.min(7, 31 - Math.clz32(to - from + 1))), NOWHERE, 1);
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
      const hash = mix(seed.carried, earlier);
      for (let j = 0; j < count; j++) this.add(mix(hash, here[j]!), NOWHERE, 1);
    }
    // Of what this sentence says together, whatever the order and however far apart.
    for (let i = 0; i < count; i++) {
      if (carries[here[i]!] === 0) continue;
      const hash = mix(seed.together, here[i]!);
      for (let j = 0; j < count; j++) if (i !== j) this.add(mix(hash, here[j]!), NOWHERE, 1);
    }
  }

  private around(matches: Matches, sentence: number, kindOfPlace: number): void {
    for (let i = this.firstMatch[sentence]!; i < this.firstMatch[sentence + 1]!; i++) {
      this.add(mix(kindOfPlace, matches.concepts[i]!), NOWHERE, 1);
    }
  }

  /** Hashes of words are even, those of concepts odd: what is learned weighs the two kinds apart. */
  private add(hash: number, token: number, ofConcepts: 0 | 1 = 0): void {
    if (this.count === this.ids.length) {
      const ids = new Int32Array(this.count * 2);
      ids.set(this.ids);
      this.ids = ids;
      const tokens = new Uint32Array(this.count * 2);
      tokens.set(this.tokens);
      this.tokens = tokens;
    }
    this.ids[this.count] = (done(hash) & ~1) | ofConcepts;
    this.tokens[this.count++] = token;
  }
}
