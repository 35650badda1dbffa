import type { Language } from '../language/language.ts';
import { isRequest } from '../requests.ts';
import type { Found, Mark, Text, TextRule } from '../rule.ts';
import { coveredBy, type Range, sentencesOf } from '../sentences.ts';
import type { Token } from '../tokens.ts';

/** How many words apart the third person and what is asked for them may stand. */
const BELONGS_WITHIN = 60;
/** The same for an ask that doesn't say for whom it is: it has to follow on a need of theirs. */
const FOLLOWS_WITHIN = 30;

export const friendOfFriend = {
  id: 'friend-of-friend',
  kind: 'text',
  default:
    'block; coach where only permission is asked, where it is one question with nothing to do, or for somebody in one’s care',
  why: 'The helper doesn’t know this person, and would lend them a good name they can’t answer for. Asked by somebody they like, they can hardly say no.',
  principle: {
    number: 5,
    says: 'Speak for yourself: a stranger can spend a helper’s reputation, so the friend asks themselves.',
  },
  firesWhen:
    'a text asks the helper to do something for somebody whom the helper doesn’t know: a friend, a relative, a flatmate, a colleague, “a guy I know”. Where nothing is said, they don’t know them.',
  silentWhen: [
    'a friend suggested the contact',
    'the other person is only part of the story, as in “my wife and I are moving”',
    'the helper knows the person, or agreed before',
    'the writer offers their own help',
  ],
  examples: [
    {
      relationship: 'established',
      verdict: 'block',
      text: 'My flatmate is looking for a bar job. Can you get him in at yours?',
    },
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'Would it be okay if I gave my friend Sara your email address?',
    },
    {
      relationship: 'cold',
      verdict: 'coach',
      text: 'Does your hospital accept nursing diplomas from Ghana? My cousin is wondering.',
    },
    {
      relationship: 'cold',
      verdict: 'pass',
      text: 'My friend Aino suggested I write to you about the night shifts at the library.',
    },
  ],
  check(reviewed): Found | undefined {
    const found = reviewed.texts.flatMap((text) => {
      const asked = askedIn(text, reviewed.language);
      return asked ? [asked] : [];
    });
    const marks = found.flatMap((asked) => asked.marks);
    if (marks.length === 0) return undefined;
    const firm = found.find((asked) => asked.asks === 'doing');
    const asks = (firm ?? found[0])?.asks ?? 'doing';
    const third = found.find((asked) => asked.third)?.third;
    return {
      severity: asks === 'doing' ? 'block' : 'coach',
      marks: firm ? found.filter((asked) => asked.asks === 'doing').flatMap((a) => a.marks) : marks,
      data: { asks, ...(third === undefined ? {} : { third }) },
    };
  },
  gentle: ({ data }, { language }) =>
    language.gentleFriend(typeof data.third === 'string' ? data.third : undefined),
} as const satisfies TextRule;

type Sign = ReturnType<Language['friendOfFriend']['find']>[number];

/** What is asked of the helper: to do something, leave to bring the two together, an answer; or for somebody in care. */
type Asks = 'doing' | 'permission' | 'question' | 'care';

interface Asked {
  asks: Asks;
  marks: Mark[];
  /** See `thirdNamed`. */
  third?: string;
}

function askedIn(text: Text, language: Language): Asked | undefined {
  const { tokens } = text;
  const signs = language.friendOfFriend.find(tokens);
  const is = (...ids: Sign['id'][]) =>
    signs.filter(({ id, from }) => ids.includes(id) && !tokens[from]?.quoted);
  const thirds = is('third-person', 'for-another');
  if (thirds.length === 0) return undefined;
  const sentences = sentencesOf(tokens);
  const within = (reach: number, others: readonly Range[]) => near(tokens, others, reach);

  const nearThird = within(BELONGS_WITHIN, thirds);
  const afterNeed = within(FOLLOWS_WITHIN, [
    ...needsOf(is('needs-something'), thirds, tokens),
    ...is('for-another'),
  ]);
  const offered = coveredBy(
    tokens.length,
    is('offers-help').map((sign) => sentences[sign.from] ?? sign),
  );
  const permission = is('asks-permission').filter((sign) => nearThird(sign.from));
  const isPermission = within(3, permission);
  const doing = [
    ...is('does-for-them').filter((sign) => isRequest(sign.from, tokens, language)),
    ...is('passes-on').filter(
      (sign) => nearThird(sign.from) && isRequest(sign.from, tokens, language),
    ),
    ...is('wanted-for-them'),
    ...is('does-for-pronoun').filter((sign) => nearThird(sign.from)),
    ...is('does-something').filter(
      (sign) => afterNeed(sign.from) && !isForWriter(sign, tokens, language),
    ),
    ...is('does-for-pronoun-in-request').filter(
      (sign) => nearThird(sign.from) && isRequest(sign.from, tokens, language),
    ),
    ...is('asks-you').flatMap((sign) => {
      const request = requestFor(sign, tokens, language);
      return request && nearThird(sign.from) ? [request] : [];
    }),
  ].filter((sign) => !offered(sign.from) && !isPermission(sign.from));

  const isAsked = coveredBy(tokens.length, doing);
  const known = is('is-known').filter(
    (sign) =>
      !isAsked(sign.from) && !isAsked(sign.to - 1) && !isWriter(sign.from, tokens, language),
  );
  const excused = within(KNOWN_WITHIN, [
    ...(is('not-known').length > 0 ? [] : known),
    ...is('is-agreed'),
    ...is('serves-writer'),
  ]);

  const third = thirdNamed(is('third-person'), text, language);
  const asked = (asks: Asks, marked: Range[]): Asked | undefined => {
    const left = marked.filter((sign) => !excused(sign.from));
    if (left.length === 0) return undefined;
    return {
      asks,
      marks: left.map(({ from, to }) => ({ text, from, to })),
      ...(third === undefined ? {} : { third }),
    };
  };
  const questions = is('wonders-for-them', 'for-another').filter(
    ({ id, from, to }) =>
      isTheirQuestion(from, tokens, language) &&
      (id === 'for-another' ||
        !tokens.slice(from, to).some((token) => language.selves.has(token.word))),
  );
  return (
    asked(is('in-care').length > 0 ? 'care' : 'doing', doing) ??
    asked('permission', permission) ??
    asked('question', questions)
  );
}

/** How far from what is asked it may be said that the helper knows them, or agreed. */
const KNOWN_WITHIN = 40;
/** How far behind "could you" the one it is done for may stand. */
const BENEFIT_WITHIN = 14;

/** A request in general: "could you", some verb, and then "him" or "her", all in one sentence, and nothing for the writer. */
function requestFor(
  ask: Range,
  tokens: readonly Token[],
  { others, harmless, selves, own }: Language,
): Range | undefined {
  let verb: string | undefined;
  for (let i = ask.to; i < Math.min(tokens.length, ask.to + BENEFIT_WITHIN); i++) {
    const token = tokens[i];
    if (!token || token.opens || selves.has(token.word) || token.word === own) return undefined;
    verb ??= token.word;
    if (harmless.has(verb)) return undefined;
    if (i > ask.to && others.has(token.word)) return { from: ask.from, to: i + 1 };
  }
  return undefined;
}

/** "Could you refer me", "forward my CV": for the writer, whoever was spoken of before. */
function isForWriter(sign: Range, tokens: readonly Token[], { selves, own }: Language): boolean {
  return tokens
    .slice(sign.from + 1, sign.to + 5)
    .some(({ word, opens }, i) => !(opens && i > 0) && (selves.has(word) || word === own));
}

/** "I worked with you": the writer, not the third person. */
const isWriter = (at: number, tokens: readonly Token[], language: Language): boolean =>
  [tokens[at], tokens[at - 1], tokens[at - 2]].some(
    (token) => token !== undefined && language.selves.has(token.word),
  );

/** How far from a third person's wish a question may stand to be theirs. */
const QUESTION_WITHIN = 25;

/** A question near by, and none that the writer asks about themselves. */
function isTheirQuestion(at: number, tokens: readonly Token[], { selves }: Language): boolean {
  const asking = tokens
    .slice(Math.max(0, at - QUESTION_WITHIN), at + QUESTION_WITHIN)
    .filter((token) => token.asks);
  return asking.length > 0 && !asking.some((token) => selves.has(token.word));
}

/** Tells whether a word stands at most `reach` words before or after one of the signs. */
const near = (tokens: readonly Token[], signs: readonly Range[], reach: number) =>
  coveredBy(
    tokens.length,
    signs.map((sign) => ({ from: sign.from - reach, to: sign.to + reach })),
  );

/** The needs that are a third person's: said soon after that person. */
function needsOf(needs: Sign[], thirds: Sign[], tokens: readonly Token[]): Range[] {
  const soon = coveredBy(
    tokens.length,
    thirds.map((third) => ({ from: third.from, to: third.to + 14 })),
  );
  return needs.filter((need) => soon(need.from));
}

/** How the writer calls the third person, where it is short and can be said again: "my flatmate". */
function thirdNamed(thirds: Sign[], text: Text, language: Language): string | undefined {
  const first = thirds.find(({ from }) => text.tokens[from]?.word === language.own);
  if (!first) return undefined;
  const to = Math.max(...thirds.filter(({ from }) => from === first.from).map((sign) => sign.to));
  const words = text.tokens.slice(first.from, to);
  const typed = text.typed.slice(words[0]?.start, words.at(-1)?.end);
  const readable = /^[\p{L}'’ -]+$/u.test(typed) ? typed : words.map(({ word }) => word).join(' ');
  return readable.charAt(0).toLowerCase() + readable.slice(1);
}
