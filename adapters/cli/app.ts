import { performance } from 'node:perf_hooks';
import { type Answering, answering } from '../../src/commands.ts';
import type { Answer } from '../../src/effect.ts';
import type { Intent } from '../../src/intent.ts';
import type { MemberId } from '../../src/member.ts';
import { type MessageKey, messagesFor } from '../../src/messages/messages.ts';
import type { App, Deps, Suggestion, SuggestQuery } from '../../src/ports.ts';
import { type Block, plain } from '../../src/view.ts';
import type { Log } from './log.ts';

/**
 * Real milliseconds that a form or a completion may take. It must be the platform's first answer, due within 3 seconds
 * with both ways of the network.
 */
export const FIRST_ANSWER_MS = 1_500;

export interface AppOptions {
  deps: Deps;
  core: {
    handle(intent: Intent, deps: Deps): Promise<Answer>;
    suggest(query: SuggestQuery, deps: Deps): Promise<Suggestion[]>;
    shown(by: MemberId, keys: string[], deps: Deps): Promise<void>;
  };
  /** Tells the delivery that there may be something to send. */
  poke(): void;
  log: Log;
  /** A short code that ties what a member reads to a log line. */
  newCode(): string;
}

export interface RunningApp extends App {
  /** Resolves when nothing is in hand, what outlived its budget included. */
  idle(): Promise<void>;
}

/** Goodword as the platforms see it: the core, kept to its budget, with a plain sentence for whatever goes wrong. */
export function createApp({ deps, core, poke, log, newCode }: AppOptions): RunningApp {
  const inHand = new Set<Promise<unknown>>();

  /** `work`, counted as in hand until it ends. */
  function held<T>(work: Promise<T>): Promise<T> {
    const counted = work.catch(() => undefined).finally(() => inHand.delete(counted));
    inHand.add(counted);
    return work;
  }

  async function handled(intent: Intent): Promise<Answer> {
    const began = performance.now();
    const about = aboutIntent(intent);
    const ms = () => Math.round(performance.now() - began);
    try {
      const answer = await core.handle(intent, deps);
      log.info({ ...about, ms: ms(), outcome: answer.reply.reply }, 'answered');
      return answer;
    } catch (error) {
      const code = newCode();
      log.error({ ...about, ms: ms(), outcome: 'failed', code, err: error }, 'not answered');
      return failed(intent, code);
    } finally {
      poke();
    }
  }

  async function suggested(query: SuggestQuery): Promise<Suggestion[]> {
    try {
      return await core.suggest(query, deps);
    } catch (error) {
      log.error({ ...aboutQuery(query), outcome: 'failed', err: error }, 'nothing suggested');
      return [];
    }
  }

  return {
    async answer(intent) {
      const work = held(handled(intent));
      const expected: Answering = answering(intent.request);
      if (expected !== 'form') return work;
      return within(FIRST_ANSWER_MS, work, () => {
        const about = aboutIntent(intent);
        log.warn({ ...about, ms: FIRST_ANSWER_MS, outcome: 'late' }, 'a form took too long');
        return sentence(intent, 'later');
      });
    },

    async suggest(query) {
      const about = aboutQuery(query);
      return within(FIRST_ANSWER_MS, held(suggested(query)), () => {
        log.warn({ ...about, ms: FIRST_ANSWER_MS, outcome: 'late' }, 'suggestions took too long');
        return [];
      });
    },

    async shown(by, keys) {
      if (keys.length === 0) return;
      const count = keys.length;
      try {
        await held(core.shown(by, keys, deps));
      } catch (error) {
        // They keep waiting: the member sees them once more, which is better than never.
        const about = { platform: by.platform, count, err: error };
        log.error(about, 'shown messages could not be marked as such');
      } finally {
        poke();
      }
    },

    async idle() {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

const aboutIntent = ({ request, by }: Intent) => ({ request: request.type, platform: by.platform });

const aboutQuery = ({ command, option, by }: SuggestQuery) => ({
  command,
  option,
  platform: by.platform,
});

/** What `work` gives, or, when it takes longer than `ms`, `otherwise()`. */
async function within<T>(ms: number, work: Promise<T>, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  const first = await Promise.race([work.then((value) => ({ value })), late]);
  clearTimeout(timer);
  return first === 'late' ? otherwise() : first.value;
}

const said = (blocks: Block[]): Answer => ({
  reply: { reply: 'message', view: { blocks } },
  waiting: [],
});

function text(intent: Intent, key: MessageKey, values?: Record<string, string>): Block {
  return { node: 'text', content: [plain(messagesFor(intent.locale).text(key, values))] };
}

const sentence = (intent: Intent, key: MessageKey): Answer => said([text(intent, key)]);

/** After a sent form, with what was typed into it: the form is gone by then, and nobody should write a note twice. */
function failed(intent: Intent, code: string): Answer {
  const { request } = intent;
  const typed = 'values' in request ? Object.values(request.values).filter(isTyped) : [];
  if (typed.length === 0) return said([text(intent, 'failed', { code })]);
  const quotes = typed.map((value): Block => ({ node: 'quote', text: value }));
  return said([text(intent, 'failed-form', { code }), ...quotes]);
}

/** Words, rather than the value of a choice, a date or somebody's id. */
const isTyped = (value: string): boolean => value.length > 20 || /\S\s+\S/.test(value);
