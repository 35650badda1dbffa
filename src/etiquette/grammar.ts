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
  | { is: 'maybe'; part: Node };

/** Reads the phrases once; an error in them is an error in the program. */
export function compileGrammar<Id extends string>(
  lexicon: Lexicon,
  phrases: Record<Id, readonly Phrase[]>,
): Grammar<Id> {
  const words = new Set<string>();
  const named = new Map<string, Node>();
  for (const [name, phrase] of Object.entries(lexicon)) {
    const rows = typeof phrase === 'string' ? [phrase] : phrase;
    named.set(name, choiceOf(rows.map((row) => new PhraseReader(row, named, words).read())));
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
      const words = tokens.map((token) => token.word);
      let sentence = 0;
      for (let from = 0; from < tokens.length; from++) {
        if (tokens[from]?.opens) sentence = sentenceEnd(tokens, from);
        const candidates = index.get(words[from] ?? '');
        if (!candidates) continue;
        const place = { words, from, most: Math.min(sentence - from, LONGEST_PHRASE) };
        for (const { id, node, opening } of candidates) {
          if (opening && !tokens[from]?.opens) continue;
          const ends = endsOf(node, place, 0);
          if (ends !== 0) hits.push({ id, from, to: from + lowest(ends) });
        }
      }
      return hits;
    },
  };
}

function sentenceEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && !tokens[end]?.opens) end++;
  return end;
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

/** Where a phrase is being matched. */
interface Place {
  words: readonly string[];
  from: number;
  /** How many words from `from` on it may take: to the end of the sentence. */
  most: number;
}

/** A phrase takes at most so many words, so that all its possible ends fit into the bits of one number. */
const LONGEST_PHRASE = 30;

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/**
 * Where `node` can end when it begins `at` words after the beginning of the phrase: bit n stands for n words after it.
 * Never slower than phrase length times phrase length, whatever the text.
 */
function endsOf(node: Node, place: Place, at: number): number {
  switch (node.is) {
    case 'word':
      return at < place.most && place.words[place.from + at] === node.word ? 2 << at : 0;
    case 'gap': {
      const last = Math.min(at + node.most, place.most);
      return last < at ? 0 : (2 << last) - (1 << at);
    }
    case 'maybe':
      return (1 << at) | endsOf(node.part, place, at);
    case 'choice': {
      let ends = 0;
      if (at < place.most) {
        const nodes = node.byWord.get(place.words[place.from + at] ?? '');
        if (nodes) for (const next of nodes) ends |= endsOf(next, place, at);
      }
      for (const next of node.open) ends |= endsOf(next, place, at);
      return ends;
    }
    case 'row': {
      let ends = 1 << at;
      for (const part of node.parts) {
        let reached = 0;
        for (let left = ends; left !== 0; left &= left - 1) {
          reached |= endsOf(part, place, lowest(left));
        }
        if (reached === 0) return 0;
        ends = reached;
      }
      return ends;
    }
  }
}
