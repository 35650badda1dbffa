import { type Concept, conceptIds } from '../concepts.ts';
import { kind, kindAt } from '../text/fold.ts';
import type { Match } from '../text/lexicons.ts';
import { APOSTROPHE, type Reader } from '../text/reader.ts';

/**
 * What the model sees of a text, as hashed features: for each sentence its words, word pairs, word beginnings, character
 * groups (in scripts without spaces), concepts and concepts that follow one another; and the concepts of the sentences
 * around it.
 */

/** Kinds of features, as seeds of their hashes. */
const seed = {
  word: 0x1000193,
  pair: 0x2345679,
  skip: 0x2f45a1d,
  beginning: 0x3456789,
  longBeginning: 0x4567891,
  ending: 0x49a7b13,
  characters: 0x5678913,
  three: 0x6789135,
  concept: 0x7891357,
  follows: 0x1357911,
  triple: 0x159b3d7,
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
const carries: ReadonlySet<number> = new Set(
  (
    [
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
    ] satisfies Concept[]
  ).map((concept) => conceptIds.indexOf(concept)),
);

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

  read(reader: Reader, matches: readonly Match[]): void {
    this.count = 0;
    this.sentences = reader.sentences;
    if (this.starts.length <= reader.sentences + 1)
      this.starts = new Uint32Array(reader.sentences * 2 + 2);
    const bySentence: Match[][] = Array.from({ length: reader.sentences }, () => []);
    for (const match of matches) bySentence[reader.sentence[match.from]!]!.push(match);
    for (let sentence = 0; sentence < reader.sentences; sentence++) {
      this.starts[sentence] = this.count;
      const from = reader.first[sentence]!;
      const to = reader.sentenceEnd(sentence);
      this.words(reader, from, to);
      this.concepts(reader, sentence, bySentence[sentence]!, from, to);
      this.carried(bySentence, sentence);
      const before = sentence > 0 ? bySentence[sentence - 1]! : [];
      const behind = sentence + 1 < reader.sentences ? bySentence[sentence + 1]! : [];
      this.around(before, seed.before);
      this.around(behind, seed.behind);
    }
    this.starts[reader.sentences] = this.count;
    this.text(reader, matches);
  }

  /** What is seen of the text as a whole stands behind its sentences. */
  private text(reader: Reader, matches: readonly Match[]): void {
    const counts = new Uint8Array(conceptIds.length);
    for (const { concept } of matches) if (counts[concept]! < 255) counts[concept]!++;
    for (let concept = 0; concept < counts.length; concept++) {
      const count = counts[concept]!;
      if (count === 0) this.add(mix(seed.absent, concept), NOWHERE, 1);
      else this.add(mix(seed.present, concept * 8 + Math.min(count, 5)), NOWHERE, 1);
    }
    this.add(mix(seed.textShape, Math.min(9, Math.floor(Math.log2(reader.count + 1)))), NOWHERE, 1);
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
      if (earlier !== 0) this.add(mix(mix(seed.skip, earlier), hash), token);
      earlier = previous;
      previous = hash;
    }
  }

  private concepts(
    reader: Reader,
    sentence: number,
    matches: readonly Match[],
    from: number,
    to: number,
  ): void {
    const row: number[] = [];
    const at: number[] = [];
    let quoted = 0;
    let next = 0;
    for (let token = from; token < to; token++) {
      const now = reader.flags[token]! >> 1;
      if (now !== quoted) {
        row.push(now ? quoteOpen : quoteClose);
        at.push(token);
        quoted = now;
      }
      while (next < matches.length && matches[next]!.from === token) {
        row.push(matches[next]!.concept);
        at.push(token);
        next++;
      }
    }
    if (reader.asks[sentence] === 1 && to > from) {
      row.push(asks);
      at.push(to - 1);
    }
    for (let i = 0; i < row.length; i++) {
      this.add(mix(seed.concept, row[i]!), at[i]!, 1);
      const last = Math.min(row.length, i + 1 + FOLLOWS_WITHIN);
      for (let j = i + 1; j < last; j++) {
        this.add(mix(mix(seed.follows, row[i]!), row[j]!), at[j]!, 1);
      }
      if (i + 2 < row.length)
        this.add(mix(mix(mix(seed.triple, row[i]!), row[i + 1]!), row[i + 2]!), at[i + 1]!, 1);
    }
    // How long the sentence is, roughly.
    this.add(mix(seed.shape, Math.min(7, Math.floor(Math.log2(to - from + 1)))), NOWHERE, 1);
  }

  /** Whom or what the sentences before have brought up, beside what this one says: "my cousin … could you hire him". */
  private carried(bySentence: readonly Match[][], sentence: number): void {
    const before = new Set<number>();
    for (let back = 1; back <= CARRIES_OVER && back <= sentence; back++) {
      for (const { concept } of bySentence[sentence - back]!)
        if (carries.has(concept)) before.add(concept);
    }
    const here = new Set(bySentence[sentence]!.map(({ concept }) => concept));
    for (const earlier of before) {
      for (const concept of here) this.add(mix(mix(seed.carried, earlier), concept), NOWHERE, 1);
    }
    // Of what this sentence says together, whatever the order and however far apart.
    const all = [...here].sort((a, b) => a - b);
    for (let i = 0; i < all.length; i++) {
      if (!carries.has(all[i]!)) continue;
      for (let j = 0; j < all.length; j++) {
        if (i !== j) this.add(mix(mix(seed.together, all[i]!), all[j]!), NOWHERE, 1);
      }
    }
  }

  private around(matches: readonly Match[], kindOfPlace: number): void {
    for (const { concept } of matches) this.add(mix(kindOfPlace, concept), NOWHERE, 1);
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
