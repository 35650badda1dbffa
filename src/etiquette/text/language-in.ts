import { languages } from '../language/all.ts';
import { kind, kindAt } from './fold.ts';
import { languageCount, type Matcher } from './lexicons.ts';
import type { Reader } from './reader.ts';

/** Of the words that could tell, so many must speak for a language that shares its script with others. */
const LEAST_SHARE = 0.12;
/** A second language counts from this share of the first. */
const SECOND_SHARE = 0.25;

/**
 * Which language a text is in, from the words that the lexicons know; or the one that is given. Index of the language with
 * most text; -1 where it is none that the rules know. Leaves the matches of the languages that the text is in.
 */
export function languageIn(reader: Reader, matcher: Matcher, given?: number): number {
  const { votes } = matcher;
  let words = 0;
  for (let token = 0; token < reader.count; token++) {
    if (kindAt(reader.folded.units[reader.from[token]!]!) !== kind.digit) words++;
  }
  let best = -1;
  for (let language = 0; language < votes.length; language++) {
    if (votes[language]! > (best < 0 ? 0 : votes[best]!)) best = language;
  }
  if (given !== undefined) best = given;
  else if (best < 0 || best >= languageCount || votes[best]! < words * LEAST_SHARE) {
    matcher.matches.count = 0;
    return -1;
  }
  if (best < 0) return -1;
  const least = votes[best]! * SECOND_SHARE;
  const active = languages.map((_, language) => language === best || votes[language]! >= least);
  matcher.matches.keep(active);
  return best;
}
