/**
 * A trie over folded units, in flat arrays: one look-up in a hash table a step. Built once from all lexicons together.
 */
export class Trie {
  /** From which node an edge leads, -1 where there is none, and by which unit. */
  private sources: Int32Array;
  private units: Uint16Array;
  private targets: Int32Array;
  private mask: number;
  private used = 0;
  nodes = 1;
  /** The first output of a node, 0 for none; outputs are chained. */
  private head: number[] = [0];
  private readonly next: number[] = [0];
  private readonly outputs: number[] = [0];

  constructor(capacity = 1 << 16) {
    this.sources = new Int32Array(capacity).fill(-1);
    this.units = new Uint16Array(capacity);
    this.targets = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  /** The node that `unit` leads to, or 0. */
  child(node: number, unit: number): number {
    for (let at = this.place(node, unit); ; at = (at + 1) & this.mask) {
      const source = this.sources[at]!;
      if (source === -1) return 0;
      if (source === node && this.units[at] === unit) return this.targets[at]!;
    }
  }

  /** The chain of a node's outputs: pass each to `output` and `following` until 0. */
  first(node: number): number {
    return this.head[node]!;
  }

  output(link: number): number {
    return this.outputs[link]!;
  }

  following(link: number): number {
    return this.next[link]!;
  }

  add(units: readonly number[], output: number): void {
    let node = 0;
    for (const unit of units) node = this.child(node, unit) || this.grow(node, unit);
    this.outputs.push(output);
    this.next.push(this.head[node]!);
    this.head[node] = this.outputs.length - 1;
  }

  private grow(node: number, unit: number): number {
    if (this.used * 2 > this.mask) this.enlarge();
    this.put(node, unit, this.nodes);
    this.head.push(0);
    this.edges.push(node, unit);
    return this.nodes++;
  }

  private readonly edges: number[] = [];

  private place(node: number, unit: number): number {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & this.mask;
  }

  private put(node: number, unit: number, target: number): void {
    let at = this.place(node, unit);
    while (this.sources[at] !== -1) at = (at + 1) & this.mask;
    this.sources[at] = node;
    this.units[at] = unit;
    this.targets[at] = target;
    this.used++;
  }

  private enlarge(): void {
    const capacity = (this.mask + 1) * 2;
    this.sources = new Int32Array(capacity).fill(-1);
    this.units = new Uint16Array(capacity);
    this.targets = new Int32Array(capacity);
    this.mask = capacity - 1;
    this.used = 0;
    for (let i = 0; i < this.edges.length; i += 2) {
      const node = this.edges[i]!;
      const unit = this.edges[i + 1]!;
      this.put(node, unit, i / 2 + 1);
    }
  }
}
