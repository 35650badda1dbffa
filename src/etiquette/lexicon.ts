import type { Concept } from './concepts.ts';

/**
 * A language's words as data. Each value is a list with commas between the entries; an entry is a word or a phrase of up to
 * six words, `*` at a word's end stands for any ending, `_` for one word whatever it is. Entries are folded as texts are:
 * capitals and accents don't matter.
 */
export interface Lexicon {
  /** The commonest words, which tell the language from others. */
  common: string;
  concepts: Record<Concept, string>;
}

export const entriesOf = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
