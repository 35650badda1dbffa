import { CHECKED_LENGTH } from '../commands.ts';
import { type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import { checkForm as checkAnswers, isBlank, lengthOf } from '../form-check.ts';
import type { Messages } from '../messages/messages.ts';
import { type Relationship, relationships } from '../relationships/relationship.ts';
import type { View } from '../view.ts';
import { checkForm } from './form.ts';
import { checkView, type Differs } from './view.ts';

/**
 * Reviews a text for whoever wrote it. It needs no data and leaves none: the words come with the request and go back in the
 * reply.
 */
export const checkingHandlers: Handlers<'check-ask' | 'send-check' | 'check-message'> = {
  'check-ask': async (context, { text, mentions }) => {
    const { words } = context;
    if (text === undefined) return { reply: 'form', form: checkForm(words) };
    const tooLong = lengthTrouble(text, words);
    // Slack takes more than this, and the command's line is empty by now.
    if (tooLong) tooLong.blocks.push({ node: 'quote', text }, small(words, 'kept'));
    return answered(tooLong ?? asStrangers(await named(context, text, mentions), words));
  },
  'send-check': async ({ words, now }, { values }) => {
    const form = checkForm(words, values);
    const errors = checkAnswers(form, values, now.toISOString().slice(0, 10), words);
    if (Object.keys(errors).length > 0) return { reply: 'errors', errors, form };
    const text = values.text ?? '';
    const relationship = relationships.find((one) => one === values.declared);
    return answered(
      relationship
        ? checkView(text, review(text, { relationship, declared: true }), words)
        : asStrangers(text, words),
    );
  },
  'check-message': async (context, { author, text, mentions }) => {
    const { words, by } = context;
    if (author !== by.user) return say(words, 'check.not-yours');
    if (isBlank(text)) return say(words, 'check.no-text');
    const tooLong = lengthTrouble(text, words);
    return answered(tooLong ?? asStrangers(await named(context, text, mentions), words));
  },
};

const answered = (view: View): Reply => ({ reply: 'message', view });

const small = (words: Messages, key: 'kept') =>
  ({ node: 'context', content: words.rich(key) }) as const;

function lengthTrouble(text: string, words: Messages): View | undefined {
  const actual = lengthOf(text);
  if (actual <= CHECKED_LENGTH) return undefined;
  const content = words.rich('check.too-long', { max: CHECKED_LENGTH, actual });
  return { blocks: [{ node: 'text', content }] };
}

/** Nobody said how well they know each other: reviewed as if they didn't, and said where that makes the difference. */
function asStrangers(text: string, words: Messages): View {
  const as = (relationship: Relationship) => review(text, { relationship });
  const [cold, met, well] = [as('cold'), as('new'), as('established')];
  const differs: Differs | undefined =
    well.verdict === cold.verdict
      ? undefined
      : {
          relationship: met.verdict === well.verdict ? 'new' : 'established',
          verdict: well.verdict,
        };
  return checkView(text, cold, words, differs);
}

/** How many names are looked up for one text; who is mentioned beyond them stays an id. */
const MOST_NAMES = 20;

/** The text as people read it: members who are mentioned in it stand there by name, as far as the platform tells. */
async function named(context: Context, text: string, mentions: string[] = []): Promise<string> {
  const names = new Map(
    await Promise.all(
      [...new Set(mentions)].slice(0, MOST_NAMES).map(async (user) => {
        const facts = await context.person(user).catch(() => undefined);
        return [user, facts?.name ?? user] as const;
      }),
    ),
  );
  return text.replace(/@(\w+)/g, (whole, user: string) => {
    const name = names.get(user);
    return name === undefined ? whole : `@${name}`;
  });
}
