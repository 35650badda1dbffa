import type { About } from '../draft.ts';
import type { Grammar } from '../grammar.ts';
import type { Spelling } from '../spelling.ts';
import { type Token, tokensOf } from '../tokens.ts';
import { english } from './en/english.ts';
import type { friendOfFriend } from './en/friend-of-friend.ts';
import type { bounds, whoElse } from './en/who-else.ts';
import { otherWords } from './other-words.ts';

/** Everything that the text rules need to know about one language. */
export interface Language {
  /** BCP 47. */
  tag: string;
  spelling: Spelling;
  commonWords: ReadonlySet<string>;
  whoElse: Grammar<keyof typeof whoElse>;
  bounds: Grammar<keyof typeof bounds>;
  friendOfFriend: Grammar<keyof typeof friendOfFriend>;
  /** The words for the writer, and for what is the writer's. */
  self: string;
  own: string;
  /** All words by which the writer speaks of themselves. */
  selves: ReadonlySet<string>;
  /** The words for the helper as one who does something. */
  addressees: ReadonlySet<string>;
  /** The words for others, and the writer, as those who do something. */
  subjects: ReadonlySet<string>;
  /** Pronouns for somebody else. */
  others: ReadonlySet<string>;
  /** Verbs that ask for nothing to be done for anybody: `tell`, `thank`. */
  harmless: ReadonlySet<string>;
  /** The first words of a request: `could`, `may`. */
  openers: ReadonlySet<string>;
  /** Whether the words name a field, a team or a firm. */
  namesPlace(tokens: readonly Token[]): boolean;
  /** Words that begin a greeting, which a rewrite leaves as it is. */
  greetings: ReadonlySet<string>;
  /** Instead of fishing, where the two don't know each other well. */
  gentleTalk(about: About): string;
  /** Instead of fishing without bounds, where they do. */
  gentleIntroduction(about: About): string;
  /** Instead of asking for somebody else. */
  gentleFriend(who: string | undefined): string;
}

/** A language found, with the text already read in it. */
export interface Reading {
  language: Language;
  texts: Token[][];
}

/**
 * The language of some texts taken together, a BCP 47 tag; `und` where it is none that the rules know, or can't be told.
 * Found from the words alone.
 */
export const languageOf = (...texts: string[]): string => readTexts(texts)?.language.tag ?? 'und';

/** As `languageOf`, with the words; undefined for `und`. */
export function readTexts(texts: readonly string[]): Reading | undefined {
  const read = texts.map((text) => tokensOf(text, english.spelling));
  return isMostly(english, read) ? { language: english, texts: read } : undefined;
}

/** How many words one run of letters counts for. A script without spaces writes many in a row; figures are none. */
function weightOf(word: string): number {
  if (/^\p{N}+$/u.test(word)) return 0;
  return /^[\p{Script=Latin}@$\p{N}']+$/u.test(word) ? 1 : Math.max(1, word.length / 2);
}

/** A text is English when a good part of its words are the common ones of English, and more than of any other language. */
const LEAST_SHARE = 0.2;
/** One word that only looks English among few ("Hotel", "Test") tells nothing. */
const WORDS_TO_TELL = 600;

function isMostly(language: Language, texts: readonly Token[][]): boolean {
  let own = 0;
  let other = 0;
  let all = 0;
  for (const tokens of texts) {
    for (const { word } of tokens.slice(0, WORDS_TO_TELL)) {
      const isOwn = language.commonWords.has(word);
      const isOther = otherWords.has(word);
      all += isOwn || isOther ? 1 : weightOf(word);
      if (isOwn && !isOther) own += 1;
      else if (isOwn) own += 0.3;
      if (isOther) other += isOwn ? 0.7 : 1.5;
    }
  }
  return own > 0 && own > other && own / all >= LEAST_SHARE;
}
