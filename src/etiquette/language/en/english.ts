import { compileGrammar } from '../../grammar.ts';
import { type Spelling, slipsOf } from '../../spelling.ts';
import type { Language } from '../language.ts';
import { commonWords } from './common-words.ts';
import { friendLexicon, friendOfFriend } from './friend-of-friend.ts';
import { gentleFriend, gentleIntroduction, gentleTalk, greetings } from './gentle.ts';
import { lexicon } from './lexicon.ts';
import { namesPlace } from './places.ts';
import { abbreviations, clitics, negations, realWords, shortForms } from './spelling-data.ts';
import { bounds, whoElse } from './who-else.ts';

const whoElseGrammar = compileGrammar(lexicon, whoElse);
const boundsGrammar = compileGrammar(lexicon, bounds);
const friendGrammar = compileGrammar(friendLexicon, friendOfFriend);

const split = (phrase: string): string[] => phrase.split(' ').filter(Boolean);
const spelledOut = (forms: Record<string, string>): [string, string[]][] =>
  Object.entries(forms).map(([short, long]) => [short, split(long)]);

const vocabulary = new Set([
  ...whoElseGrammar.words,
  ...boundsGrammar.words,
  ...friendGrammar.words,
  ...commonWords,
]);
const short = new Map(spelledOut({ ...negations, ...shortForms }));
for (const form of short.keys()) vocabulary.delete(form);

const spelling: Spelling = {
  vocabulary,
  short,
  clitics: new Map(spelledOut(clitics)),
  abbreviations: new Set(abbreviations),
  slips: slipsOf(vocabulary, new Set([...realWords, ...short.keys(), ...vocabulary])),
};

export const english: Language = {
  tag: 'en',
  spelling,
  commonWords,
  whoElse: whoElseGrammar,
  bounds: boundsGrammar,
  friendOfFriend: friendGrammar,
  self: 'i',
  own: 'my',
  selves: new Set(['i', 'me', 'we', 'us']),
  addressees: new Set(['you', 'please', 'kindly']),
  subjects: new Set(['i', 'we', 'he', 'she', 'they', 'it', 'who']),
  others: new Set('him her them his he she'.split(' ')),
  harmless: new Set(
    'tell ask thank greet say congratulate believe blame wish imagine guess hear keep remind explain describe know think remember confirm be have mind forgive excuse return share let rather like want prefer still suppose mean call leave park'.split(
      ' ',
    ),
  ),
  openers: new Set('can could may might shall should would do'.split(' ')),
  namesPlace,
  greetings,
  gentleTalk,
  gentleIntroduction,
  gentleFriend,
};
