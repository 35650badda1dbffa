import pino from 'pino';
import type { Pane, PanePart } from '../../../adapters/playground/pane.ts';
import { createLocalSlack, type LocalSlack } from '../../../adapters/playground/slack/server.ts';
import { createSlackPlatform, type SlackOptions } from '../../../adapters/slack/platform.ts';
import type { Answer, Reply } from '../../../src/effect.ts';
import type { Intent } from '../../../src/intent.ts';
import type { Platform } from '../../../src/ports.ts';
import type { View } from '../../../src/view.ts';

/** A local Slack with the adapter on it and a core of the test's own. */
export interface Connected {
  slack: LocalSlack;
  platform: Platform;
  /** What the core was asked, oldest first. */
  asked: Intent[];
  /** Keys of waiting messages that were reported as shown, by user. */
  shown: { user: string; keys: string[] }[];
  /** Lines that the adapter logged. */
  logged: string[];
  /** How the core replies from now on. */
  reply(with_: (intent: Intent) => Answer | Reply | Promise<Answer | Reply>): void;
  /** The member's pane once it is as wanted. */
  seen(handle: string, wanted: (pane: Pane) => boolean): Promise<Pane>;
  stop(): Promise<void>;
}

export const view = (summary: string, blocks: View['blocks'] = []): View => ({
  summary,
  blocks:
    blocks.length > 0 ? blocks : [{ node: 'text', content: [{ node: 'plain', text: summary }] }],
});

export async function connectLocal(
  mode?: (slack: LocalSlack) => SlackOptions['mode'],
): Promise<Connected> {
  const clock = { now: () => new Date('2026-03-02T09:00:00Z'), forward() {} };
  const slack = await createLocalSlack({ clock });
  const logged: string[] = [];
  const platform = createSlackPlatform({
    botToken: slack.botToken,
    mode: mode?.(slack) ?? { mode: 'socket', appToken: slack.appToken },
    apiUrl: `${slack.url}/api/`,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    clock,
  });
  const asked: Intent[] = [];
  const shown: Connected['shown'] = [];
  let replying: Parameters<Connected['reply']>[0] = () => ({ reply: 'nothing' });
  await platform.start({
    async answer(intent) {
      asked.push(intent);
      const given = await replying(intent);
      return 'waiting' in given ? given : { reply: given, waiting: [] };
    },
    async shown({ user }, keys) {
      shown.push({ user, keys });
    },
    suggest: async () => [],
  });
  const waiting = new Set<() => void>();
  slack.onChange(() => {
    for (const look of [...waiting]) look();
  });
  return {
    slack,
    platform,
    asked,
    shown,
    logged,
    reply(with_) {
      replying = with_;
    },
    seen: (handle, wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const pane = slack.see(handle);
          if (!wanted(pane)) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(pane);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`never seen; ${handle} sees ${JSON.stringify(slack.see(handle))}`));
        }, 5_000);
        waiting.add(look);
        look();
      }),
    async stop() {
      await platform.stop();
      await slack.stop();
    },
  };
}

/** Everything that can be read in parts of a message or modal. */
export const words = (parts: PanePart[]): string =>
  parts
    .map((part) => {
      switch (part.part) {
        case 'text':
        case 'quote':
        case 'context':
          return part.content.map((inline) => inline.text).join('');
        case 'list':
          return part.items.map((item) => item.map((inline) => inline.text).join('')).join('\n');
        case 'heading':
        case 'code':
          return part.text;
        default:
          return '';
      }
    })
    .join('\n');

/** All private and DM messages that a member sees, as words. */
export const messagesOf = (pane: Pane): string[] =>
  pane.conversations.flatMap((conversation) =>
    conversation.messages.map((message) => words(message.parts) || message.text),
  );

export const modalWords = (pane: Pane): string =>
  pane.modal ? `${pane.modal.title}\n${words(pane.modal.parts)}` : '';
