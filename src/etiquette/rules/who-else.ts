import type { Language } from '../language/language.ts';
import { isRequest } from '../requests.ts';
import type { Found, Mark, Reviewed, Text, TextRule } from '../rule.ts';
import { coveredBy, type Range, sentencesOf } from '../sentences.ts';
import type { Token } from '../tokens.ts';

/** How many words after a compliment on somebody's contacts an ask for "a few of them" still means those. */
const ASK_FOLLOWS_WITHIN = 45;
/** How far from somebody's people the wish to get to them may stand. */
const PEOPLE_WITHIN = 14;
/** How many words before an ask may say that the helper offered it. */
const OFFER_REACHES = 30;
/** Words around an ask that say how many people, and where. */
const BOUND_REACHES = 9;
/** Where the field or the firm may stand that an ask speaks of. */
const NEARBY = 30;

export const whoElse = {
  id: 'who-else',
  kind: 'text',
  default:
    'block where the two are strangers or have just met; coach where they know each other and the ask has no bounds',
  why: 'Somebody’s contacts are built on trust. Asking a near stranger to share them asks for that trust before there is any; asking a friend without saying whom you want to meet leaves them all the work.',
  principle: {
    number: 4,
    says: 'Relationship before contacts: with a person you have just met, ask about their own work, never about whom they know.',
  },
  firesWhen:
    'a text asks for the helper’s contacts: who they know, names, introductions to nobody in particular, their address book, passing a CV around; straight out or in a roundabout way.',
  silentWhen: [
    'one named person is asked for',
    'the two know each other, and the ask has bounds: one field, team or firm, and one to three people',
    'a team is asked for at a firm that the helper offers to help with',
    'it is a thank-you, or a question whom else to thank',
    'the question is only quoted, for instance to ask how to answer it',
    'it asks who is on the panel, or whether a post is open',
    'the helper offered it first',
  ],
  examples: [
    {
      relationship: 'cold',
      verdict: 'block',
      text: 'We haven’t met, but who else do you know at the port authority?',
    },
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'Could you send my CV to everyone you know?',
    },
    {
      relationship: 'established',
      verdict: 'pass',
      text: 'I’m really interested in dialysis nursing, but I don’t know many people there yet. Is there one person you’d suggest I talk to?',
    },
    {
      relationship: 'cold',
      verdict: 'pass',
      text: 'Could I ask you for twenty minutes about how you moved into planning?',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = reviewed.texts.flatMap((text) => fishingIn(text, reviewed));
    if (marks.length === 0) return undefined;
    const known = reviewed.relationship === 'established';
    return {
      severity: known ? 'coach' : 'block',
      marks,
      data: { relationship: reviewed.relationship },
    };
  },
  gentle: (_found, { language, relationship, about }) =>
    relationship === 'established'
      ? language.gentleIntroduction(about)
      : language.gentleTalk(about),
} as const satisfies TextRule;

type Sign = ReturnType<Language['whoElse']['find']>[number];

function fishingIn(text: Text, reviewed: Reviewed): Mark[] {
  const { tokens } = text;
  const signs = reviewed.language.whoElse.find(tokens);
  const asks = [
    ...signs.filter(
      ({ id, from }) =>
        id === 'fishing' || (id === 'passing-around' && isRequest(from, tokens, reviewed.language)),
    ),
    ...roundabout(signs, tokens),
  ];
  if (asks.length === 0) return [];
  const sentences = sentencesOf(tokens);
  const isExcused = coveredBy(
    tokens.length,
    signs.map((sign) => excused(sign, sentences[sign.from])),
  );
  return asks
    .filter(({ from, to }) => {
      if (isExcused(from)) return false;
      if (tokens.slice(from, to).every((token) => token.quoted)) return false;
      if (isOwnDoing(from, tokens, reviewed.language)) return false;
      return !isAllowed({ from, to }, tokens, sentences[from] ?? { from, to }, reviewed);
    })
    .map(({ from, to }) => ({ text, from, to }));
}

/** "I pass names around", but not "can I borrow". */
function isOwnDoing(at: number, tokens: readonly Token[], { self, openers }: Language): boolean {
  if (tokens[at]?.opens || tokens[at - 1]?.word !== self) return false;
  return !openers.has(tokens[at - 2]?.word ?? '');
}

/**
 * Asks put together from two parts: a word on how many people somebody knows and, after it, "a few of them, please"; or the
 * people around somebody, and close by, before or after, a wish to get to them.
 */
function roundabout(signs: Sign[], tokens: readonly Token[]): Range[] {
  const of = (id: Sign['id']) => signs.filter((sign) => sign.id === id);
  const afterCompliment = coveredBy(
    tokens.length,
    of('connected').map(({ from }) => ({ from, to: from + ASK_FOLLOWS_WITHIN })),
  );
  const near = (...ids: Sign['id'][]) =>
    coveredBy(
      tokens.length,
      ids
        .flatMap(of)
        .map(({ from, to }) => ({ from: from - PEOPLE_WITHIN, to: to + PEOPLE_WITHIN })),
    );
  const nearPeople = near('their-people', 'connected');
  const nearAnybody = near('their-people', 'connected', 'their-colleagues');
  return [
    ...of('asking-for-some').filter(({ from }) => afterCompliment(from)),
    ...of('wants-access').filter(({ from }) => nearPeople(from)),
    ...of('wants-introduction').filter(({ from }) => nearAnybody(from)),
  ];
}

/** The words from which an ask may begin and is none, because of this sign. */
function excused(sign: Sign, sentence: Range = sign): Range {
  switch (sign.id) {
    case 'speaks-of-thanks':
    case 'speaks-of-others':
      return {
        from: Math.max(sentence.from, sign.from - 8),
        to: Math.min(sentence.to, sign.to + 12),
      };
    case 'says-no-to-it':
      return { from: sign.from, to: Math.min(sentence.to, sign.to + 5) };
    case 'spares-them':
      return {
        from: Math.max(sentence.from, sign.from - 8),
        to: Math.min(sentence.to, sign.to + 5),
      };
    case 'was-offered':
      return { from: sign.from - 8, to: sign.to + OFFER_REACHES };
    case 'offers-help':
      return { from: sign.from - OFFER_REACHES, to: sign.to + OFFER_REACHES };
    case 'fishing':
    case 'connected':
    case 'passing-around':
    case 'their-people':
    case 'their-colleagues':
    case 'wants-introduction':
    case 'wants-access':
    case 'asking-for-some':
      return { from: 0, to: 0 };
  }
}

/** Bounded, between people who know each other; or a team at a firm that the helper offers. */
function isAllowed(
  ask: Range,
  tokens: readonly Token[],
  sentence: Range,
  { relationship, language, about }: Reviewed,
): boolean {
  const nearby: Range = {
    from: Math.max(sentence.from, ask.from - NEARBY),
    to: Math.min(sentence.to, ask.to + NEARBY),
  };
  const words = new Set(tokens.slice(nearby.from, nearby.to).map((token) => token.word));
  const names = (about.offeredCompanies ?? []).map((name) => wordsOf(name));
  if (names.some((name) => name.length > 0 && name.every((word) => words.has(word)))) return true;
  if (relationship !== 'established') return false;

  const around = tokens.slice(
    Math.max(sentence.from, ask.from - BOUND_REACHES),
    Math.min(sentence.to, ask.to + BOUND_REACHES),
  );
  const signs = new Set(language.bounds.find(around).map((sign) => sign.id));
  if (signs.has('anything')) return false;
  if (!signs.has('few') && (!signs.has('single') || signs.has('many'))) return false;
  if (about.field || about.company || about.role || signs.has('kind')) return true;
  return language.namesPlace(tokens.slice(Math.max(0, sentence.from - NEARBY), nearby.to));
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
