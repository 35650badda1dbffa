import { type Context, type Handlers, kept, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { sameMember } from '../member.ts';
import { checked } from './answers.ts';
import { apply } from './apply.ts';
import { type Ask, isDraft, type SentAsk } from './ask.ts';
import { infoForm } from './forms.ts';
import { reviewInside } from './inside-review.ts';
import { helperNode } from './views/describe.ts';
import { insideReviewView } from './views/review.ts';

/** The seeker's answer to a helper's question. */
export const infoHandlers: Handlers<'give-info' | 'send-info'> = {
  'give-info': async (context, { ask: id }) => {
    const asked = asSeeker(context, await context.read((stores) => stores.asks.get(id)));
    if ('reply' in asked) return asked;
    return formFor(asked, context) ?? say(context.words, 'again.settled');
  },
  'send-info': async (context, { ask: id, values }) => {
    const { words } = context;
    const seen = asSeeker(context, await context.read((stores) => stores.asks.get(id)));
    if ('reply' in seen) return seen;
    const form = formFor(seen, context);
    if (!form) return kept(words, 'again.settled', values.info ?? '');
    return checked(context, form.form, values, () => send(context, id, values.info ?? ''));
  },
};

function asSeeker({ by, words }: Context, ask: Ask | undefined): SentAsk | Reply {
  if (!ask || isDraft(ask)) return say(words, 'again.gone');
  return sameMember(ask.seeker, by) ? ask : say(words, 'again.not-yours');
}

function formFor({ id, state }: SentAsk, { words }: Context) {
  if (state.is !== 'needs-info') return undefined;
  const form = infoForm(id, state.question, state.unsent, words);
  return { reply: 'form', form } as const;
}

function send(context: Context, id: string, answer: string): Promise<Reply> {
  const { words } = context;
  return context.once(async (stores) => {
    const ask = asSeeker(context, await stores.asks.lock(id));
    if ('reply' in ask) return ask;
    const { state } = ask;
    if (state.is !== 'needs-info') return kept(words, 'again.settled', answer);
    const { policy } = await stores.community.settings();
    const reviewed = await reviewInside(stores, ask, answer, policy);
    if (reviewed.verdict === 'block') {
      await apply(stores, ask, { event: 'hold-info', unsent: answer }, context);
      return {
        reply: 'message',
        view: insideReviewView(ask, 'give-info', answer, reviewed, words),
      };
    }
    const exchange = { question: state.question, answer };
    const done = await apply(stores, ask, { event: 'give-info' }, { ...context, exchange });
    if (!done) return say(words, 'again.settled');
    return say(words, 'info.sent', { helper: helperNode(ask, words) });
  });
}
