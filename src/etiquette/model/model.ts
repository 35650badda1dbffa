import { conceptFeatures, type Features } from './features.ts';
import { heads, sentenceHeads } from './heads.ts';
import { weightsData } from './weights.ts';

/** What learning leaves behind: a row of small whole numbers, one a head, for each feature. */
export interface WeightsData {
  /** A fingerprint of the examples and the lexicons. */
  learnedFrom: string;
  /** One unit of a row, in log odds. */
  scale: number;
  bias: number[];
  /** From which log odds a head says something, and from which it is sure. */
  likely: number[];
  sure: number[];
  /**
   * Base64, little end first. Hashes of 32 bits; and for each a mask of 16 bits that says which heads have a weight, with these
   * weights behind it, 8 bits each.
   */
  features: string;
  rows: string;
}

const width = heads.length;

/** So many features count in full; what more there are must not outshout a short ask in a long letter. */
const UNDAMPED = 100;
/** What the sum of so many features is multiplied by. */
export const damping = (features: number): number =>
  features <= UNDAMPED ? 1 : Math.sqrt(UNDAMPED / features);

/** 2^20 bits for some 30,000 features. */
const KNOWN_BITS = 20;

/** In log odds. */
export interface Scores {
  /** A row of all sentence heads for each sentence. */
  bySentence: Float64Array;
  /** The other heads. */
  whole: Float64Array;
}

/** The first heads look at sentences. */
export const SENTENCE_HEADS = sentenceHeads.length;
/** Numbers a row, of two heads each: the lower and the upper half of 32 bits. */
const PAIRS = (width + 1) >> 1;
/** So many weights of at most 127 fit in half a number. */
const MOST_ADDED = 256;
const added = new Int32Array(PAIRS);
const sums = new Int32Array(2 * PAIRS);

export class Model {
  /** Where the row of each feature of concepts begins, -1 where there is none. */
  private readonly ofConcepts = new Int32Array(conceptFeatures).fill(-1);
  /** For words: slots of a hash and where its row begins, -1 where there is none. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** One bit for each group of hashes: most features are unknown, and this is small enough to stay at hand. */
  private readonly known = new Uint8Array(1 << (KNOWN_BITS - 3));
  /** Two heads a number, `PAIRS` numbers a row: they add up side by side. */
  private readonly rows: Int32Array;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly likely: readonly number[];
  readonly sure: readonly number[];

  constructor(data: WeightsData) {
    const hashes = new Int32Array(bytesOf(data.features).buffer);
    this.rows = unpacked(bytesOf(data.rows), hashes.length);
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2).fill(-1);
    hashes.forEach((hash, row) => {
      if ((hash & 1) === 1) {
        this.ofConcepts[hash >> 1] = row * PAIRS;
        return;
      }
      let at = hash & this.mask;
      while (this.slots[2 * at + 1] !== -1) at = (at + 1) & this.mask;
      this.slots[2 * at] = hash;
      this.slots[2 * at + 1] = row * PAIRS;
      const bit = hash >>> (32 - KNOWN_BITS);
      this.known[bit >> 3]! |= 1 << (bit & 7);
    });
    this.scale = data.scale;
    this.bias = data.bias;
    this.likely = data.likely;
    this.sure = data.sure;
  }

  /** Where a feature's row begins, or -1. */
  private rowOf(hash: number): number {
    if ((hash & 1) === 1) return this.ofConcepts[hash >> 1]!;
    const bit = hash >>> (32 - KNOWN_BITS);
    if ((this.known[bit >> 3]! & (1 << (bit & 7))) === 0) return -1;
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const row = this.slots[2 * at + 1]!;
      if (row === -1 || this.slots[2 * at] === hash) return row;
    }
  }

  /**
   * What the features say, in log odds: for each sentence a row of all sentence heads, for the text all that look at the whole.
   * Each feature is looked up once.
   */
  score({ ids, count, starts, sentences }: Features): Scores {
    const { scale, bias } = this;
    const whole = new Float64Array(width - SENTENCE_HEADS);
    const bySentence = new Float64Array(sentences * SENTENCE_HEADS);
    for (let sentence = 0; sentence <= sentences; sentence++) {
      // Behind the last sentence stands what is seen of the text alone.
      const from = starts[sentence]!;
      const to = sentence < sentences ? starts[sentence + 1]! : count;
      sums.fill(0);
      for (let at = from; at < to; at += MOST_ADDED) {
        this.add(ids, at, Math.min(to, at + MOST_ADDED));
      }
      for (let head = SENTENCE_HEADS; head < width; head++) {
        whole[head - SENTENCE_HEADS]! += sums[head]!;
      }
      if (sentence === sentences) break;
      const unit = scale * damping(to - from);
      for (let head = 0; head < SENTENCE_HEADS; head++) {
        bySentence[sentence * SENTENCE_HEADS + head] = bias[head]! + sums[head]! * unit;
      }
    }
    const unit = scale * damping(count);
    for (let i = 0; i < whole.length; i++) whole[i] = bias[SENTENCE_HEADS + i]! + whole[i]! * unit;
    return { bySentence, whole };
  }

  /** Adds the rows of at most `MOST_ADDED` features to the sums. */
  private add(ids: Int32Array, from: number, to: number): void {
    const { rows } = this;
    const pairs = added.fill(0);
    for (let i = from; i < to; i++) {
      const row = this.rowOf(ids[i]!);
      if (row < 0) continue;
      for (let pair = 0; pair < PAIRS; pair++) pairs[pair]! += rows[row + pair]!;
    }
    for (let pair = 0; pair < PAIRS; pair++) {
      const low = (pairs[pair]! << 16) >> 16;
      sums[2 * pair]! += low;
      sums[2 * pair + 1]! += (pairs[pair]! - low) >> 16;
    }
  }

  /** What one feature says under one head, in units of `scale`. */
  weight(hash: number, head: number): number {
    const row = this.rowOf(hash);
    if (row < 0) return 0;
    const pair = this.rows[row + (head >> 1)]!;
    const low = (pair << 16) >> 16;
    return (head & 1) === 0 ? low : (pair - low) >> 16;
  }
}

function unpacked(bytes: Uint8Array, count: number): Int32Array {
  const rows = new Int32Array(count * PAIRS);
  let at = 0;
  for (let row = 0; row < count; row++) {
    const mask = bytes[at]! | (bytes[at + 1]! << 8);
    at += 2;
    for (let head = 0; head < width; head++) {
      if ((mask & (1 << head)) === 0) continue;
      const weight = (bytes[at++]! << 24) >> 24;
      rows[row * PAIRS + (head >> 1)]! += (head & 1) === 0 ? weight : weight * 65_536;
    }
  }
  return rows;
}

/** Base64 without help from the engine's host: the core runs anywhere. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
  let size = text.length;
  while (size > 0 && text[size - 1] === '=') size--;
  const bytes = new Uint8Array((size * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < size; i++) {
    held = (held << 6) | values[text.charCodeAt(i)]!;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

let loaded: Model | undefined;
/** The model that ships with the package; read at first use. */
export function model(): Model {
  loaded ??= new Model(weightsData);
  return loaded;
}
