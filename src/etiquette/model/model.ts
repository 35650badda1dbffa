import { heads } from './heads.ts';
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

export class Model {
  private readonly keys: Int32Array;
  private readonly places: Int32Array;
  private readonly rows: Int8Array;
  private readonly mask: number;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly likely: readonly number[];
  readonly sure: readonly number[];

  constructor(data: WeightsData) {
    const hashes = new Int32Array(bytesOf(data.features).buffer);
    this.rows = unpacked(bytesOf(data.rows), hashes.length);
    let size = 1024;
    while (size < hashes.length * 3) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.places = new Int32Array(size).fill(-1);
    hashes.forEach((hash, row) => {
      let at = hash & this.mask;
      while (this.places[at] !== -1) at = (at + 1) & this.mask;
      this.keys[at] = hash;
      this.places[at] = row * width;
    });
    this.scale = data.scale;
    this.bias = data.bias;
    this.likely = data.likely;
    this.sure = data.sure;
  }

  /** Where a feature's row begins, or -1. */
  private rowOf(hash: number): number {
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const place = this.places[at]!;
      if (place === -1 || this.keys[at] === hash) return place;
    }
  }

  /** Adds up the rows of features `from` up to, not with, `to`, in units of `scale`. */
  add(ids: Int32Array, from: number, to: number, sums: Int32Array): void {
    const { rows } = this;
    for (let i = from; i < to; i++) {
      const row = this.rowOf(ids[i]!);
      if (row < 0) continue;
      for (let head = 0; head < width; head++) sums[head]! += rows[row + head]!;
    }
  }

  /** What one feature says under one head, in units of `scale`. */
  weight(hash: number, head: number): number {
    const row = this.rowOf(hash);
    return row < 0 ? 0 : this.rows[row + head]!;
  }
}

function unpacked(bytes: Uint8Array, count: number): Int8Array {
  const rows = new Int8Array(count * width);
  let at = 0;
  for (let row = 0; row < count; row++) {
    const mask = bytes[at]! | (bytes[at + 1]! << 8);
    at += 2;
    for (let head = 0; head < width; head++) {
      if ((mask & (1 << head)) !== 0) rows[row * width + head] = bytes[at++]!;
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
