import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { RequestListener } from 'node:http';
import { App as BoltApp, type types, webApi } from '@slack/bolt';
import type pino from 'pino';
import { answering } from '../../src/commands.ts';
import { sentence } from '../../src/context.ts';
import type { Answer } from '../../src/effect.ts';
import { checkForm } from '../../src/form-check.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { App, Platform } from '../../src/ports.ts';
import { createBoltLog } from './bolt-log.ts';
import { createHttpConnection, createSocketConnection } from './connection.ts';
import { errorsByBlock, notedForm } from './form-modal.ts';
import { homeWith } from './home.ts';
import { type Parsed, parse, type Surface } from './parse.ts';
import { createLookup } from './people.ts';
import { createPerform } from './perform.ts';
import { createReplies, Unreachable } from './replies.ts';
import type { Time } from './time.ts';
import { reason, troubleOf } from './trouble.ts';

export interface SlackOptions {
  /** `xoxb-…` */
  botToken: string;
  mode:
    | { mode: 'socket' /** `xapp-…` */; appToken: string }
    | {
        mode: 'http';
        signingSecret: string;
        /** Called once, at creation, with what answers Slack's requests at /slack/events. */
        server: { mount(listener: RequestListener): void };
      };
  /** Default `https://slack.com/api/`. */
  apiUrl?: string;
  log: pino.Logger;
  /** Dates in forms are checked against it. Default: the machine's. */
  clock?: { now(): Date };
  /** Waiting times go by it. Default: the machine's. */
  time?: Time;
}

type Ack = (answer?: unknown) => Promise<void>;
type Ready = Extract<Parsed, { intent: unknown }>;

/** Less than the process is given to stop. */
const FINISH_MS = 8_000;
const REMEMBERED_SUBMISSIONS = 200;
const REMEMBERED_ACTIONS = 1_000;

/** Slack, over Bolt: deliveries become intents, replies and effects become messages and modals. */
export function createSlackPlatform(options: SlackOptions): Platform {
  const { botToken, mode, apiUrl = 'https://slack.com/api/', log, clock, time } = options;
  const boltLog = createBoltLog(log);
  const clientOptions = {
    slackApiUrl: apiUrl,
    logger: boltLog,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  };
  // Three, each with its own queue: members don't wait behind deliveries.
  const forMembers = new webApi.WebClient(botToken, clientOptions);
  const forEffects = new webApi.WebClient(botToken, clientOptions);
  const forFacts = new webApi.WebClient(botToken, {
    ...clientOptions,
    retryConfig: { retries: 1, minTimeout: 100 },
  });
  const words = messagesFor();
  const stopping = new AbortController();
  // Each answer that waits listens, and no more than that.
  setMaxListeners(0, stopping.signal);
  const replies = createReplies({
    client: forMembers,
    words,
    log,
    ...(time ? { time } : {}),
    stopping: stopping.signal,
  });
  const connection =
    mode.mode === 'socket'
      ? createSocketConnection({ appToken: mode.appToken, apiUrl, boltLog, log })
      : createHttpConnection({ signingSecret: mode.signingSecret, server: mode.server, boltLog });

  let app: App | undefined;
  let phase: 'starting' | 'running' | 'stopped' = 'starting';
  let identity: { botId?: string; botUserId?: string; teamId?: string } = {};
  const inHand = new Set<Promise<void>>();
  /** Commands, menus and presses taken of late, by what tells one from its repeat: a delivery that Slack repeats isn't answered again. */
  const taken = new Set<string>();
  /** What a sent form's modal shows now: Slack may deliver the same sending twice. */
  const submissions = new Map<string, types.ModalView>();

  const bolt = new BoltApp({
    receiver: connection.receiver,
    // With a token instead, Bolt asks Slack at construction and leaves the failure to nobody.
    authorize: async () => ({ botToken, ...identity }),
    logger: boltLog,
    clientOptions,
    convoStore: false,
  });
  bolt.use(async ({ next }) => {
    // Unacknowledged, so that Slack hands it to another process or tells the member.
    if (phase !== 'stopped') await next();
  });
  bolt.command(/.*/, ({ body, ack }) => hold(onAction(body, ack as Ack)));
  bolt.shortcut({ type: 'message_action', callback_id: /.*/ }, ({ body, ack }) =>
    hold(onAction(body, ack as Ack)),
  );
  bolt.action({ type: 'block_actions' }, ({ body, ack }) => hold(onAction(body, ack as Ack)));
  bolt.view({ type: 'view_submission', callback_id: /.*/ }, ({ body, ack }) =>
    hold(onSubmission(body, ack as Ack)),
  );
  bolt.event('app_home_opened', ({ body }) => hold(onHome(body)));
  bolt.event('app_uninstalled', async () => {
    log.error('Goodword was removed from the Slack workspace; install it again to use it there');
  });
  bolt.event('tokens_revoked', async () => {
    log.error('Slack tokens were revoked; put the new ones into the settings and restart');
  });
  bolt.error(async (error) => {
    log.error({ why: reason(error) }, 'a delivery of Slack could not be handled');
  });

  async function hold(work: Promise<void>): Promise<void> {
    inHand.add(work);
    await work.finally(() => inHand.delete(work));
  }

  /** A command, a message's menu, a button, a select. */
  async function onAction(body: unknown, ack: Ack): Promise<void> {
    await acknowledge(ack);
    const parsed = parse(body);
    if (!parsed) return;
    if ('stale' in parsed) return guarded(parsed.surface, () => tellStale(parsed.surface));
    if (!isNew(parsed.intent.dedupeKey)) return;
    await guarded(parsed.surface, async () => {
      const answer = await answerOf(parsed);
      await replies.give(answer.reply, parsed.surface);
      await showWaiting(answer, parsed.surface);
    });
  }

  async function onSubmission(body: unknown, ack: Ack): Promise<void> {
    const parsed = parse(body);
    if (!parsed) return acknowledge(ack);
    const { surface } = parsed;
    if ('stale' in parsed || !parsed.form || !('values' in parsed.intent.request)) {
      const view = replies.modal(sentence(words, 'stale-button'), surface);
      return acknowledge(ack, { response_action: 'update', view });
    }
    const { intent, form } = parsed;
    const shown = submissions.get(intent.dedupeKey);
    if (shown) return acknowledge(ack, { response_action: 'update', view: shown });

    const checked = { title: '', submit: '', send: parsed.intent.request };
    const noted = { ...checked, ...notedForm(form.note, form.values) };
    const errors = checkForm(noted, form.values, earliestToday(), words);
    if (Object.keys(errors).length > 0) {
      const byBlock = errorsByBlock(errors, form.note);
      return acknowledge(ack, { response_action: 'errors', errors: byBlock });
    }

    const wait = replies.modal(sentence(words, 'wait'), surface, words.text('wait.title'));
    remember(intent.dedupeKey, wait);
    await acknowledge(ack, { response_action: 'update', view: wait });
    await guarded(surface, async () => {
      const answer = await answerOf(parsed);
      const now = await replies.give(answer.reply, surface);
      if (now) remember(intent.dedupeKey, now);
      await showWaiting(answer, surface);
    });
  }

  /** Whoever has closed DMs reads there what waited, since nothing else in the Home tab is private to a moment. */
  async function onHome(body: unknown): Promise<void> {
    const parsed = parse(body);
    if (!parsed || 'stale' in parsed) return;
    try {
      const { reply, waiting } = await answerOf(parsed);
      if (!('view' in reply)) return;
      const { shown, view } = homeWith(reply.view, waiting, log);
      await replies.give({ reply: 'update', view }, parsed.surface);
      await reportShown(shown, parsed.surface);
    } catch (error) {
      log.warn({ why: reason(error) }, 'the Home tab could not be filled');
    }
  }

  async function answerOf({ intent }: Ready): Promise<Answer> {
    if (!app) throw new Error('deliveries before start');
    const { type } = intent.request;
    log.debug({ request: type, answering: answering(intent.request) }, 'asked on Slack');
    return app.answer(intent);
  }

  /** One that doesn't get through keeps waiting, and says nothing against the reply, which did. */
  async function showWaiting({ waiting }: Answer, surface: Surface): Promise<void> {
    const shown: string[] = [];
    for (const { key, view } of waiting) {
      try {
        if (await replies.tellPrivately(view, surface)) shown.push(key);
      } catch (error) {
        log.warn({ why: reason(error) }, 'a waiting message could not be shown');
      }
    }
    await reportShown(shown, surface);
  }

  async function reportShown(keys: string[], { by }: Surface): Promise<void> {
    if (keys.length > 0) await app?.shown(by, keys);
  }

  const tellStale = (surface: Surface) =>
    replies.give({ reply: 'message', view: sentence(words, 'stale-button') }, surface);

  /** Whatever goes wrong, the member gets a sentence and the operator a line with the same code. */
  async function guarded(surface: Surface, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = randomUUID().slice(0, 8);
      log.error({ code, surface: surface.on, why: whyOf(error) }, 'an answer did not get through');
      if (error instanceof Unreachable) return;
      const view = sentence(words, 'failed', { code });
      await replies.give({ reply: 'message', view }, surface).catch(() => undefined);
    }
  }

  async function acknowledge(ack: Ack, answer?: unknown): Promise<void> {
    try {
      await (answer === undefined ? ack() : ack(answer));
    } catch (error) {
      // The socket closed under it. The work is done all the same; a repeat then changes nothing.
      log.warn({ why: reason(error) }, 'Slack could not be told that its delivery arrived');
    }
  }

  function remember(key: string, view: types.ModalView): void {
    submissions.delete(key);
    submissions.set(key, view);
    forgetOldest(submissions, REMEMBERED_SUBMISSIONS);
  }

  function isNew(key: string): boolean {
    if (taken.has(key)) return false;
    taken.add(key);
    forgetOldest(taken, REMEMBERED_ACTIONS);
    return true;
  }

  /** The day where it is earliest: whose day it is, only the core knows, and it checks again. */
  const earliestToday = (): string => {
    const now = clock?.now() ?? new Date();
    return new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
  };

  return {
    name: 'slack',
    perform: createPerform(forEffects, log),
    lookup: createLookup(forFacts),

    async start(given) {
      app = given;
      try {
        const auth = await forMembers.auth.test();
        identity = { botId: auth.bot_id, botUserId: auth.user_id, teamId: auth.team_id };
        await connection.connect();
        phase = 'running';
        log.info({ team: auth.team_id, mode: mode.mode }, 'connected to Slack');
      } catch (error) {
        phase = 'stopped';
        throw new Error(startProblem(error, apiUrl), { cause: error });
      }
    },

    state() {
      if (phase !== 'running') return phase;
      return connection.connected() ? 'connected' : 'disconnected';
    },

    async stop() {
      phase = 'stopped';
      // Whoever waits out a rate limit tries what else there is, and then no more.
      stopping.abort();
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FINISH_MS);
      });
      await Promise.race([Promise.allSettled(inHand), enough]);
      clearTimeout(timer);
      await connection.disconnect();
    },
  };
}

function forgetOldest(
  among: { keys(): Iterable<string>; size: number; delete(key: string): unknown },
  most: number,
): void {
  for (const oldest of among.keys()) {
    if (among.size <= most) return;
    among.delete(oldest);
  }
}

function whyOf(error: unknown): string {
  const found = troubleOf(error);
  return found.trouble === 'refused' ? found.code : found.why;
}

function startProblem(error: unknown, apiUrl: string): string {
  const found = troubleOf(error);
  const why = found.trouble === 'refused' ? found.code : found.why;
  const isToken = /^(invalid_auth|not_authed|account_inactive|token_\w+|not_allowed_token_type)$/;
  if (isToken.test(why)) {
    return `Slack doesn't accept the tokens (${why}). Copy SLACK_BOT_TOKEN, and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, again from the app's settings, and check that the app is installed.`;
  }
  if (why === 'missing_scope') {
    return 'The Slack app lacks a permission (missing_scope). Give the app-level token connections:write, and update the app from `goodword manifest slack`.';
  }
  return `Slack can't be reached at ${apiUrl} (${why}). Check the network, a proxy, and SLACK_API_URL.`;
}
