/** So many units of a word are its beginning. */
export const BEGINNING = 4;
const BEGINNING_BITS = 16;
export const beginning = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & ((1 << BEGINNING_BITS) - 1);
};

const has = (bits: Uint8Array, at: number): boolean => (bits[at >> 3]! & (1 << (at & 7))) !== 0;

/**
 * A trie over folded units, built once and then only read. Nodes are numbered level by level, so that a node's children stand in
 * a row and the upper levels, where most look-ups end, lie close together in memory.
 */
export class Trie {
  /** The children of node `n` are `first[n]` up to, not with, `first[n + 1]`. */
  private readonly first: Int32Array;
  /** The unit that leads to each node. */
  private readonly units: Uint16Array;
  /** The root's children by unit, 0 for none. */
  private readonly roots = new Int32Array(0x1_0000);
  /** A bit for the beginnings of words, of up to four units, that lead anywhere; few others have it. */
  private readonly beginnings = new Uint8Array(1 << (BEGINNING_BITS - 3));
  /** The same for shorter beginnings behind which anything may come, and how long the shortest of these is. */
  private readonly stems = new Uint8Array(1 << (BEGINNING_BITS - 3));
  private shortestStem = BEGINNING;
  /** What ends at each node: `outputs` from `ends[n]` up to, not with, `ends[n + 1]`. */
  readonly ends: Int32Array;
  readonly outputs: Int32Array;
  /** Children that are asked for at every step: what `*`, a space and `_` lead to, 0 for none. */
  readonly stars: Int32Array;
  readonly spaces: Int32Array;
  readonly anys: Int32Array;

  constructor(root: TrieNode, signs: { star: number; space: number; any: number }) {
    const nodes = [root];
    const first: number[] = [];
    const units = [0];
    const ends: number[] = [];
    const outputs: number[] = [];
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]!;
      first.push(nodes.length);
      ends.push(outputs.length);
      for (const output of node.outputs) outputs.push(output);
      for (const [unit, child] of node.children) {
        units.push(unit);
        nodes.push(child);
      }
    }
    first.push(nodes.length);
    ends.push(outputs.length);
    this.first = Int32Array.from(first);
    this.units = Uint16Array.from(units);
    this.ends = Int32Array.from(ends);
    this.outputs = Int32Array.from(outputs);
    for (let child = first[0]!; child < first[1]!; child++) this.roots[units[child]!] = child;
    const to = (unit: number) =>
      Int32Array.from({ length: nodes.length }, (_, node) => this.child(node, unit));
    this.stars = to(signs.star);
    this.spaces = to(signs.space);
    this.anys = to(signs.any);
    const { star, space } = signs;
    const begin = (node: TrieNode, hash: number, depth: number) => {
      const ends = node.outputs.length > 0 || node.children.has(space);
      if (depth === BEGINNING || ends) this.beginnings[hash >> 3]! |= 1 << (hash & 7);
      if (depth === BEGINNING) return;
      if (node.children.has(star)) {
        this.stems[hash >> 3]! |= 1 << (hash & 7);
        this.shortestStem = Math.min(this.shortestStem, depth);
      }
      for (const [unit, child] of node.children) {
        if (unit !== space) begin(child, beginning(hash, unit), depth + 1);
      }
    };
    begin(root, 0, 0);
  }

  /** Whether a word may be in it, by the hashes of its first units, of one, of two and so on; false is sure. */
  mayHave(hashes: Int32Array, count: number): boolean {
    for (let length = this.shortestStem; length < count; length++) {
      if (has(this.stems, hashes[length - 1]!)) return true;
    }
    const all = hashes[count - 1]!;
    return has(this.beginnings, all) || has(this.stems, all);
  }

  /** The node that `unit` leads to, or 0. */
  child(node: number, unit: number): number {
    if (node === 0) return this.roots[unit]!;
    const end = this.first[node + 1]!;
    for (let child = this.first[node]!; child < end; child++) {
      if (this.units[child] === unit) return child;
    }
    return 0;
  }
}

/** A node while a trie is built. */
export class TrieNode {
  readonly children = new Map<number, TrieNode>();
  readonly outputs: number[] = [];

  add(units: readonly number[], output: number): void {
    let node: TrieNode = this;
    for (const unit of units) {
      let child = node.children.get(unit);
      if (!child) {
        child = new TrieNode();
        node.children.set(unit, child);
      }
      node = child;
    }
    node.outputs.push(output);
  }
}
