import type { Token } from './tokens.ts';

/**
 * A small language for phrases, so that a rule's words are data. A phrase is a row of
 *
 * - `word`: that word
 * - `(a|b c|d)`: one of these
 * - `<name>`: a phrase or a word class of the lexicon
 * - `..4`: up to four words, whatever they are
 * - `x?`: x or nothing
 * - `^` in front: only where a sentence begins
 *
 * A phrase never crosses the end of a sentence. Gaps have an upper limit, so that matching takes time in proportion to the text.
 */
export type Phrase = string;

/** Named phrases; one may use those above it. */
export type Lexicon = Record<string, Phrase | readonly Phrase[]>;

/** A phrase that was found: words `from` up to, not with, `to`. */
export interface Hit<Id extends string = string> {
  id: Id;
  from: number;
  to: number;
}

export interface Grammar<Id extends string> {
  /** All places where a phrase begins, with its shortest way to end there; in order of the text. */
  find(tokens: readonly Token[]): Hit<Id>[];
  /** Every word that the phrases name. */
  words: ReadonlySet<string>;
}

type Node =
  | { is: 'word'; word: string }
  | { is: 'gap'; most: number }
  | { is: 'row'; parts: Node[] }
  | { is: 'choice'; byWord: Map<string, Node[]>; open: Node[] }
  | { is: 'maybe'; part: Node }
  /** A phrase of the lexicon with gaps in it: what it matches where is remembered in `slot` while a text is read. */
  | { is: 'named'; part: Node; slot: number };

/** Reads the phrases once; an error in them is an error in the program. */
export function compileGrammar<Id extends string>(
  lexicon: Lexicon,
  phrases: Record<Id, readonly Phrase[]>,
): Grammar<Id> {
  const words = new Set<string>();
  const named = new Map<string, Node>();
  let slots = 0;
  for (const [name, phrase] of Object.entries(lexicon)) {
    const rows = typeof phrase === 'string' ? [phrase] : phrase;
    const part = choiceOf(rows.map((row) => new PhraseReader(row, named, words).read()));
    named.set(
      name,
      rows.some((row) => row.includes('..')) ? { is: 'named', part, slot: slots++ } : part,
    );
  }
  const index = new Map<string, { id: Id; node: Node; opening: boolean }[]>();
  for (const id of Object.keys(phrases) as Id[]) {
    for (const phrase of phrases[id]) {
      const opening = phrase.startsWith('^ ');
      const node = new PhraseReader(opening ? phrase.slice(2) : phrase, named, words).read();
      const first = firstWords(node);
      if (!first) throw new Error(`the phrase "${phrase}" must begin with a word`);
      for (const word of first) {
        const known = index.get(word);
        if (known) known.push({ id, node, opening });
        else index.set(word, [{ id, node, opening }]);
      }
    }
  }
  return {
    words,
    find(tokens) {
      const hits: Hit<Id>[] = [];
      const reading: Reading = {
        tokens,
        from: 0,
        remembered: Array.from({ length: slots }, () => []),
      };
      for (let from = 0; from < tokens.length; from++) {
        const candidates = index.get(tokens[from]?.word ?? '');
        if (!candidates) continue;
        reading.from = from;
        for (const { id, node, opening } of candidates) {
          if (opening && !tokens[from]?.opens) continue;
          const ends = endsOf(node, reading, from);
          if (ends.length > 0) hits.push({ id, from, to: Math.min(...ends) });
        }
      }
      return hits;
    },
  };
}

class PhraseReader {
  private readonly parts: string[];
  private at = 0;
  private readonly phrase: string;
  private readonly named: ReadonlyMap<string, Node>;
  private readonly words: Set<string>;

  constructor(phrase: string, named: ReadonlyMap<string, Node>, words: Set<string>) {
    this.phrase = phrase;
    this.named = named;
    this.words = words;
    this.parts = phrase.match(/<[\w-]+>|\.\.\d+|[()|?]|[^\s()|?<>]+/g) ?? [];
  }

  read(): Node {
    const node = this.choice();
    if (this.at < this.parts.length) throw new Error(`cannot read the phrase "${this.phrase}"`);
    return node;
  }

  private choice(): Node {
    const rows = [this.row()];
    while (this.parts[this.at] === '|') {
      this.at++;
      rows.push(this.row());
    }
    return rows.length === 1 && rows[0] ? rows[0] : choiceOf(rows);
  }

  private row(): Node {
    const parts: Node[] = [];
    for (;;) {
      const part = this.parts[this.at];
      if (part === undefined || part === '|' || part === ')') break;
      this.at++;
      let node = this.single(part);
      if (this.parts[this.at] === '?') {
        this.at++;
        node = { is: 'maybe', part: node };
      }
      parts.push(node);
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'row', parts };
  }

  private single(part: string): Node {
    if (part === '(') {
      const node = this.choice();
      if (this.parts[this.at] !== ')') throw new Error(`a bracket stays open in "${this.phrase}"`);
      this.at++;
      return node;
    }
    if (part.startsWith('..')) return { is: 'gap', most: Number(part.slice(2)) };
    if (part.startsWith('<')) {
      const node = this.named.get(part.slice(1, -1));
      if (!node) throw new Error(`${part} in "${this.phrase}" isn't in the lexicon above it`);
      return node;
    }
    this.words.add(part);
    return { is: 'word', word: part };
  }
}

function choiceOf(nodes: Node[]): Node {
  const byWord = new Map<string, Node[]>();
  const open: Node[] = [];
  for (const node of nodes) {
    const first = firstWords(node);
    if (!first) open.push(node);
    else for (const word of first) byWord.set(word, [...(byWord.get(word) ?? []), node]);
  }
  return { is: 'choice', byWord, open };
}

/** The words that a phrase can begin with; undefined where it can begin with any, or be nothing. */
function firstWords(node: Node): Set<string> | undefined {
  switch (node.is) {
    case 'word':
      return new Set([node.word]);
    case 'gap':
    case 'maybe':
      return undefined;
    case 'named':
      return firstWords(node.part);
    case 'choice':
      return node.open.length > 0 ? undefined : new Set(node.byWord.keys());
    case 'row': {
      const first = new Set<string>();
      for (const part of node.parts) {
        const inner = part.is === 'maybe' ? firstWords(part.part) : firstWords(part);
        if (!inner) return undefined;
        for (const word of inner) first.add(word);
        if (part.is !== 'maybe') return first;
      }
      return undefined;
    }
  }
}

/** A text while its phrases are looked for; `from` is where the present phrase began. */
interface Reading {
  tokens: readonly Token[];
  from: number;
  remembered: (readonly number[])[][];
}

const NONE: readonly number[] = [];

/** Where `node` can end when it begins at word `at`. */
function endsOf(node: Node, reading: Reading, at: number): readonly number[] {
  const { tokens, from } = reading;
  switch (node.is) {
    case 'word': {
      const token = tokens[at];
      return token && token.word === node.word && !(token.opens && at > from) ? [at + 1] : NONE;
    }
    case 'gap': {
      const ends = [at];
      for (let i = at; i < at + node.most; i++) {
        const token = tokens[i];
        if (!token || (token.opens && i > from)) break;
        ends.push(i + 1);
      }
      return ends;
    }
    case 'named': {
      // At the phrase's own first word a sentence may begin; anywhere else it ends the phrase.
      if (at === from) return endsOf(node.part, reading, at);
      const remembered = reading.remembered[node.slot];
      const known = remembered?.[at];
      if (known) return known;
      const ends = endsOf(node.part, reading, at);
      if (remembered) remembered[at] = ends;
      return ends;
    }
    case 'maybe':
      return union([at], endsOf(node.part, reading, at));
    case 'choice': {
      const token = tokens[at];
      let ends: readonly number[] = NONE;
      if (token && !(token.opens && at > from)) {
        const nodes = node.byWord.get(token.word);
        if (nodes) for (const next of nodes) ends = union(ends, endsOf(next, reading, at));
      }
      for (const next of node.open) ends = union(ends, endsOf(next, reading, at));
      return ends;
    }
    case 'row': {
      let ends: readonly number[] = [at];
      for (let i = 0; i < node.parts.length; i++) {
        const part = node.parts[i];
        const next = node.parts[i + 1];
        if (part?.is === 'gap' && next && next.is !== 'gap' && next.is !== 'maybe') {
          ends = endsAcross(part.most, next, reading, ends);
          i++;
        } else if (part) {
          let reached: readonly number[] = NONE;
          for (const end of ends) reached = union(reached, endsOf(part, reading, end));
          ends = reached;
        }
        if (ends.length === 0) return NONE;
      }
      return ends;
    }
  }
}

/** A gap and what follows it, in one go: most gaps lead nowhere, and this makes no lists for those. */
function endsAcross(
  most: number,
  next: Node,
  reading: Reading,
  starts: readonly number[],
): readonly number[] {
  const { tokens, from } = reading;
  let ends: readonly number[] = NONE;
  let tried = -1;
  for (const start of starts) {
    for (let at = start; at <= start + most; at++) {
      if (at > tried) {
        ends = union(ends, endsOf(next, reading, at));
        tried = at;
      }
      const token = tokens[at];
      if (!token || (token.opens && at > from)) break;
    }
  }
  return ends;
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all = [...a];
  for (const end of b) if (!all.includes(end)) all.push(end);
  return all;
}
