import type { Language } from '../language/language.ts';
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
  /** The words for the third person, spoken in lower case. */
  third?: string;
}

function askedIn(text: Text, language: Language): Asked | undefined {
  const { tokens } = text;
  const signs = language.friendOfFriend.find(tokens);
  const is = (...ids: Sign['id'][]) => signs.filter((sign) => ids.includes(sign.id));
  const thirds = is('third-person').filter((sign) => !tokens[sign.from]?.quoted);
  if (thirds.length === 0) return undefined;
  const sentences = sentencesOf(tokens);

  const strangers = is('not-known').length > 0;
  if (!strangers && is('is-known', 'is-agreed').length > 0) return undefined;

  const nearThird = near(tokens, thirds, BELONGS_WITHIN);
  const afterNeed = near(tokens, needsOf(is('needs-something'), thirds, tokens), FOLLOWS_WITHIN);
  const offered = coveredBy(
    tokens.length,
    is('offers-help').map((sign) => sentences[sign.from] ?? sign),
  );
  const doing = [
    ...is('does-for-them'),
    ...is('does-for-pronoun').filter((sign) => nearThird(sign.from)),
    ...is('does-something').filter((sign) => afterNeed(sign.from)),
  ].filter((sign) => !offered(sign.from) && !tokens[sign.from]?.quoted);
  const permission = is('asks-permission').filter((sign) => nearThird(sign.from));

  const third = thirdNamed(thirds, tokens, language);
  const asked = (asks: Asks, signsOfIt: Range[]): Asked => ({
    asks,
    marks: signsOfIt.map(({ from, to }) => ({ text, from, to })),
    ...(third === undefined ? {} : { third }),
  });

  const covered = coveredBy(
    tokens.length,
    permission.map((sign) => ({ from: sign.from - 3, to: sign.to + 3 })),
  );
  const firm = doing.filter((sign) => !covered(sign.from));
  if (firm.length > 0) {
    return asked(is('in-care').length > 0 ? 'care' : 'doing', firm);
  }
  if (permission.length > 0) return asked('permission', permission);
  return undefined;
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

function thirdNamed(
  thirds: Sign[],
  tokens: readonly Token[],
  language: Language,
): string | undefined {
  for (const { from, to } of thirds) {
    const words = tokens.slice(from, to).map((token) => token.word);
    if (words[0] === language.own) return words.join(' ');
  }
  return undefined;
}
