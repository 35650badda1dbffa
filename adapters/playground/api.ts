import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { actExamples, checkAct, checkFault, checkForward, faultExamples } from './act-form.ts';
import { createChanges } from './changes.ts';
import type { MovableClock } from './clock.ts';
import { ownPageOnly } from './own-page-only.ts';
import { createPageFiles } from './page-files.ts';
import type { LocalPlatform, Persona } from './pane.ts';

export interface PlaygroundApiOptions {
  platforms: LocalPlatform[];
  clock: MovableClock;
  /** Wakes what is due by the clock and resolves when everything due is delivered. */
  settle: () => Promise<void>;
  /** Empties both communities and the database. Absent: starting over isn't offered. */
  startOver?: () => Promise<void>;
  /** Host names that may be asked for beside the loopback ones. */
  hosts?: string[];
  /** Ends the open streams of changes. */
  signal?: AbortSignal;
}

const day = 24 * 60 * 60 * 1000;

/** A comment line on an idle stream, so that a proxy or a sleeping laptop doesn't leave a dead one open. */
const heartbeatMs = 20_000;

/** The local page and its JSON interface under `/try`, documented in `docs/local-page.md`. Serve `app.fetch`. */
export function createPlaygroundApi(options: PlaygroundApiOptions): Hono {
  const { platforms, clock, settle, startOver } = options;
  const stopped = options.signal ?? new AbortController().signal;
  const changes = createChanges();
  for (const platform of platforms) platform.onChange(changes.touch);
  clock.onMove(changes.touch);
  const oneAtATime = createLine();

  const app = new Hono();
  app.use(ownPageOnly(options.hosts));
  app.use(bodyLimit({ maxSize: 512 * 1024, onError: (c) => refuse(c, 413, 'That is too long.') }));
  app.notFound((c) =>
    refuse(c, 404, 'There is nothing at this address. GET /try lists what there is.'),
  );
  app.onError((error, c) => {
    const error_ = `Something went wrong in the local page: ${error.message}`;
    return c.json({ error: error_ }, 500);
  });
  app.use('/try/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  app.get('/try', (c) =>
    c.json({
      about:
        'Goodword on a local Slack and a local Discord: no account, nothing leaves this machine.',
      now: clock.now().toISOString(),
      aheadMs: clock.offset(),
      startOver: startOver !== undefined,
      platforms: platforms.map(describe),
      calls,
    }),
  );

  app.get('/try/changes', (c) => {
    // Buffering would hold the events back (nginx's header, which others follow).
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const over = AbortSignal.any([gone.signal, stopped]);
      const heartbeat = setInterval(() => void stream.write(':\n\n'), heartbeatMs).unref();
      let seen = changes.revision();
      await stream.writeSSE({ event: 'change', data: clock.now().toISOString() });
      while (await changes.after(seen, over)) {
        seen = changes.revision();
        await stream.writeSSE({ event: 'change', data: clock.now().toISOString() });
      }
      clearInterval(heartbeat);
    });
  });

  app.get('/try/clock', (c) => c.json(time()));
  app.post('/try/clock', async (c) => {
    const forward = checkForward(await json(c), clock.now());
    if ('error' in forward) return refuse(c, 400, forward.error);
    return oneAtATime(async () => {
      // A day at a time: what comes on the second day comes after what came on the first, as it would for members.
      for (let left = forward.value; left > 0; left -= day) {
        clock.forward(Math.min(left, day));
        await settle();
      }
      return c.json(time());
    });
  });

  app.post('/try/start-over', async (c) => {
    if (!startOver) return refuse(c, 404, 'Starting over is not offered here.');
    return oneAtATime(async () => {
      await startOver();
      changes.touch();
      return c.json({ ok: true, ...time() });
    });
  });

  app.get('/try/:platform', (c) => {
    const platform = find(c.req.param('platform'));
    return platform ? c.json(describe(platform)) : refuse(c, 404, noPlatform(c));
  });

  app.post('/try/:platform/fault', async (c) => {
    const platform = find(c.req.param('platform'));
    if (!platform) return refuse(c, 404, noPlatform(c));
    const fault = checkFault(await json(c));
    if ('error' in fault) return refuse(c, 400, fault.error);
    if (fault.value.fault === 'dms' && !persona(platform, fault.value.handle)) {
      return refuse(c, 404, noPersona(platform, fault.value.handle));
    }
    platform.fault(fault.value);
    return c.json({ ok: true });
  });

  app.get('/try/:platform/:handle', (c) => {
    const platform = find(c.req.param('platform'));
    if (!platform) return refuse(c, 404, noPlatform(c));
    const who = persona(platform, c.req.param('handle'));
    if (!who) return refuse(c, 404, noPersona(platform, c.req.param('handle')));
    return c.json(platform.see(who.handle));
  });

  app.post('/try/:platform/:handle', async (c) => {
    const platform = find(c.req.param('platform'));
    if (!platform) return refuse(c, 404, noPlatform(c));
    const who = persona(platform, c.req.param('handle'));
    if (!who) return refuse(c, 404, noPersona(platform, c.req.param('handle')));
    const act = checkAct(await json(c));
    if ('error' in act) return refuse(c, 400, act.error);
    return c.json(await platform.act(who.handle, act.value));
  });

  app.route('/', createPageFiles());
  return app;

  function describe(platform: LocalPlatform) {
    const personas = platform.personas.filter(canBe).map(({ handle, name, role }) => ({
      handle,
      name,
      role,
      unread: Object.fromEntries(
        platform.see(handle).conversations.map(({ id, unread }) => [id, unread]),
      ),
    }));
    const anybody = personas[0] ? platform.see(personas[0].handle).conversations : [];
    return {
      name: platform.name,
      personas,
      members: platform.personas.map(({ handle, user, name, role }) => ({
        handle,
        user,
        name,
        role,
      })),
      channels: anybody
        .filter((conversation) => conversation.kind === 'channel')
        .map(({ id, name }) => ({ id, name })),
    };
  }

  function time() {
    return { now: clock.now().toISOString(), aheadMs: clock.offset() };
  }

  function find(name: string): LocalPlatform | undefined {
    return platforms.find((platform) => platform.name === name);
  }

  function noPlatform(c: Context): string {
    const names = platforms.map((platform) => platform.name).join(' or ');
    return `There is no platform "${c.req.param('platform')}" here. Please use ${names}.`;
  }
}

/** Other apps' bots live in the communities too; nobody can be them. */
const canBe = (persona: Persona): boolean => persona.role !== 'bot';

const persona = (platform: LocalPlatform, handle: string): Persona | undefined =>
  platform.personas.find((one) => one.handle === handle && canBe(one));

function noPersona(platform: LocalPlatform, handle: string): string {
  const handles = platform.personas.filter(canBe).map((one) => one.handle);
  return `Nobody you can be is called "${handle}". You can be ${handles.join(', ')}.`;
}

const refuse = (c: Context, status: 400 | 404 | 413, error: string) => c.json({ error }, status);

/** Whatever content type it claims: `curl -d` calls everything a form. Undefined: not JSON. */
async function json(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs what it is given one after the other: two presses of "+1 day" are two days, each settled. */
function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

const calls = [
  { call: 'GET /try', gives: 'what you are reading' },
  { call: 'GET /try/:platform', gives: 'its personas, what each has not read, its channels' },
  { call: 'GET /try/:platform/:handle', gives: 'what that persona sees now' },
  {
    call: 'POST /try/:platform/:handle',
    gives: 'does one thing as that persona',
    bodies: Object.values(actExamples),
  },
  {
    call: 'POST /try/:platform/fault',
    gives: 'makes something go wrong on that platform',
    bodies: Object.values(faultExamples),
  },
  { call: 'GET /try/clock', gives: 'the time here' },
  {
    call: 'POST /try/clock',
    gives: 'moves the time forward and waits until all that came due is delivered',
    bodies: [{ forward: 'P1D' }, { days: 1 }],
  },
  { call: 'POST /try/start-over', gives: 'empties both communities' },
  { call: 'GET /try/changes', gives: 'server-sent events: one per change that a pane shows' },
];
