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
