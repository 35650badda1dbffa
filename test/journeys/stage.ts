import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { createClosing } from '../../adapters/cli/closing.ts';
import type { Health } from '../../adapters/cli/health.ts';
import { livePlatforms } from '../../adapters/cli/live.ts';
import { localPlatforms, openLocal, startAfresh } from '../../adapters/cli/local.ts';
import { createLog, type Log } from '../../adapters/cli/log.ts';
import type { Fault, Persona } from '../../adapters/playground/pane.ts';
import { createPlayground, type Playground } from '../../adapters/playground/playground.ts';
import { openDatabase } from '../../db/open.ts';
import type { PlatformName } from '../../src/member.ts';
import type { Database } from '../../src/ports.ts';
import { type DatabaseKind, freshPlace } from '../db/databases.ts';
import { type Actor, createActor } from './actor.ts';

export const platforms: PlatformName[] = ['slack', 'discord'];

/** The local communities' own, as `npm start` sets it. */
const TIME_ZONE = 'Europe/Helsinki';

/** How long the app took for its first answer, in real milliseconds. */
export interface Answered {
  platform: PlatformName;
  what: string;
  ms: number;
}

/** The whole house on both local servers, with a real database, driven through the page's interface. */
export interface Stage {
  /** Where the house can be reached. */
  url: string;
  local: Playground;
  as(platform: PlatformName, handle: string): Actor;
  /** Moves the clock, and waits until all that came due is delivered. An ISO 8601 duration. */
  forward(duration: string): Promise<void>;
  fault(platform: PlatformName, fault: Fault): Promise<void>;
  /** Waits until nothing is in hand and nothing is due. */
  settled(): Promise<void>;
  health(): Promise<Health>;
  /** From now on each transaction of the core begins only after this; nothing takes it away again. */
  beforeTransactions(hook?: () => unknown): void;
  /** Both communities new, on the next Monday at ten in the morning. */
  afresh(): Promise<void>;
  /** Stops the house with its adapters and its database, and starts it again beside the same local servers. */
  restart(): Promise<void>;
  answers: Answered[];
  /** Lines of the log from `warn` up. */
  logged: string[];
  /** All lines of the log, as detailed as it gets. */
  diary: string[];
  stop(): Promise<void>;
}

export interface StageOptions {
  database?: DatabaseKind;
  /** Slack's requests come signed over HTTP instead of a socket. */
  slackOverHttp?: boolean;
  /** How long somebody waits for what they should see. In real milliseconds. */
  patience?: number;
}

/** Long, because other tests run beside this one; nothing waits for it when all is well. */
const PATIENCE_MS = 12_000;

/** A pause of effects after a failed try; a second would be waited for. */
const RETRY_MS = 50;

export async function createStage({
  database: kind = 'pglite',
  slackOverHttp = false,
  patience = PATIENCE_MS,
}: StageOptions = {}): Promise<Stage> {
  const place = await freshPlace(kind);
  const logged: string[] = [];
  const diary: string[] = [];
  const log = createLog({
    level: 'trace',
    secrets: [],
    write(line) {
      diary.push(line);
      if (/^\S+ (warn|error|fatal) /.test(line)) logged.push(line);
    },
  });
  const local = await createPlayground();
  const answers: Answered[] = [];
  let hook: (() => unknown) | undefined;
  let running = await start({ afresh: true });

  async function start({ afresh }: { afresh: boolean }) {
    const closing = createClosing((what, error) => {
      logged.push(`${what} could not be closed: ${error}`);
    });
    const opened = await openDatabase({ ...place, retryMs: RETRY_MS });
    closing.add('database', () => opened.close());
    if (afresh) await startAfresh(local, opened);
    const { house, http } = await openLocal({
      opened: { ...opened, database: hooked(opened.database, () => hook?.()) },
      playground: local,
      ...(slackOverHttp ? slackByHttp(local, log) : { platforms: localPlatforms(local, log) }),
      closing,
      log,
      host: '127.0.0.1',
      port: 0,
    });
    if (slackOverHttp) {
      const url = `${http.url}/slack/events`;
      expect(await local.slack.deliverTo({ mode: 'http', url })).toBe(true);
    }
    return { closing, house, url: http.url };
  }

  async function call(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${running.url}/try${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  async function toMondayMorning(): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(local.clock.now().getTime());
    const here = now.toZonedDateTimeISO(TIME_ZONE);
    const monday = here.toPlainDate().add({ days: 8 - here.dayOfWeek });
    const ten = monday.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: { hour: 10 } });
    const ms = ten.epochMilliseconds - local.clock.now().getTime();
    await call('/clock', { forward: `PT${Math.ceil(ms / 1000)}S` });
  }

  async function settled(): Promise<void> {
    await running.house.app.idle();
    await running.house.settle();
  }

  const people: Record<PlatformName, Persona[]> = {
    slack: local.slack.personas,
    discord: local.discord.personas,
  };

  const stage: Stage = {
    get url() {
      return running.url;
    },
    local,
    answers,
    logged,
    diary,
    as(platform, handle) {
      const user = people[platform].find((one) => one.handle === handle)?.user;
      if (!user) throw new Error(`nobody is called ${handle}`);
      return createActor({
        platform,
        handle,
        user,
        call,
        patience,
        answered(what, { answeredInMs }) {
          if (answeredInMs !== undefined) answers.push({ platform, what, ms: answeredInMs });
        },
      });
    },
    async forward(duration) {
      await call('/clock', { forward: duration });
    },
    async fault(platform, fault) {
      await call(`/${platform}/fault`, fault);
    },
    settled,
    async health() {
      return (await fetch(`${running.url}/healthz`)).json() as Promise<Health>;
    },
    beforeTransactions(given) {
      hook = given;
    },
    async afresh() {
      await settled();
      await call('/start-over', {});
      await toMondayMorning();
    },
    async restart() {
      await running.closing.all();
      running = await start({ afresh: false });
    },
    async stop() {
      await running.closing.all();
      await local.stop();
    },
  };
  return stage;
}

/** Slack as it goes live over HTTP; Discord as ever. */
function slackByHttp(local: Playground, log: Log) {
  const { slack, discord } = local;
  return livePlatforms(
    {
      slack: {
        botToken: slack.botToken,
        mode: { mode: 'http', signingSecret: slack.signingSecret },
        apiUrl: `${slack.url}/api/`,
      },
      discord: { token: discord.token, guildId: discord.guildId, apiUrl: discord.url },
      dataDir: '',
      host: '127.0.0.1',
      port: 0,
      secrets: [],
    },
    log,
  );
}

const hooked = (database: Database, before: () => unknown): Database => ({
  ...database,
  async transaction(community, work) {
    await before();
    return database.transaction(community, work);
  },
});
