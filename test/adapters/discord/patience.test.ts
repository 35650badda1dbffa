import { afterEach, describe, expect, it } from 'vitest';
import type { Time } from '../../../adapters/discord/time.ts';
import { button, createTown, says, type Town, view } from './local.ts';
import { ask } from './views.ts';

/** Time that jumps over every wait; or, when held, stands until let go. */
function jumping() {
  const waits: number[] = [];
  let now = 0;
  let gate: Promise<void> | undefined;
  let open = () => {};
  const time: Time = {
    now: () => now,
    async wait(ms, signal) {
      waits.push(ms);
      const stopped = new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve());
      });
      if (gate) await Promise.race([gate, stopped]);
      now += ms;
    },
  };
  return {
    time,
    waits,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    letGo: () => open(),
  };
}

let town: Town;
afterEach(() => town.stop());

const general = (handle: string) => town.channel(handle, 'general');
const command = (handle: string) => town.local.act(handle, { do: 'command', text: '/helpers' });
const limited = (retryAfter: number, count = 1, match = '@original') =>
  town.local.fault({ fault: 'rate-limit', count, retryAfter, match });
const answered = (handle = 'nadia') =>
  town.until(() => expect(general(handle).at(-1)?.text).toBe('Hello.'));

describe('an answer that meets a rate limit', () => {
  it('waits as long as Discord says', async () => {
    const clock = jumping();
    town = await createTown(clock);
    limited(7);
    await command('nadia');
    await answered();
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(7_000);
    expect(town.dm('nadia')).toEqual([]);
  });

  it('waits again and again within the life of its token', async () => {
    const clock = jumping();
    town = await createTown(clock);
    limited(120, 5);
    await command('nadia');
    await answered();
    expect(clock.waits).toHaveLength(5);
  });

  it('comes by direct message when the token would not live so long', async () => {
    const clock = jumping();
    town = await createTown(clock);
    limited(300, 5);
    await command('nadia');
    await town.until(() => expect(town.dm('nadia').at(-1)?.text).toBe('Hello.'));
    expect(clock.waits).toHaveLength(2);
  });

  it('asks less and less often when a limit says that it is over and is not', async () => {
    const clock = jumping();
    town = await createTown(clock);
    limited(0.01, 6);
    await command('nadia');
    await answered();
    expect(clock.waits.at(-1)).toBeGreaterThanOrEqual(10_000);
  });

  it('holds up nobody else', async () => {
    const clock = jumping();
    town = await createTown(clock);
    clock.hold();
    limited(60);
    await command('nadia');
    await town.until(() => expect(clock.waits).toHaveLength(1));
    await command('tom');
    await answered('tom');
    expect(general('nadia').at(-1)?.waiting).toBe(true);
    clock.letGo();
    await answered();
  });

  it('is not lost by a stop, and does not hold it up', async () => {
    const clock = jumping();
    town = await createTown(clock);
    clock.hold();
    limited(60);
    await command('nadia');
    await town.until(() => expect(clock.waits).toHaveLength(1));
    await town.platform.stop();
    expect(town.dm('nadia').at(-1)?.text).toBe('Hello.');
  });

  it('is waited out in real time too', async () => {
    town = await createTown();
    limited(2);
    await command('nadia');
    await answered();
  });

  it('goes for what follows it as well', async () => {
    const clock = jumping();
    town = await createTown(clock);
    limited(5, 1, 'POST /webhooks');
    const waiting = [{ key: 'a', view: view('Before.') }];
    town.script.answer = async () => ({ ...says('Hello.'), waiting });
    await command('nadia');
    await town.until(() => expect(general('nadia').at(-1)?.text).toBe('Before.'));
    await town.until(() => expect(town.shown).toHaveLength(1));
  });
});

describe('an answer that meets an outage', () => {
  it.each(['server-error', 'drop-answer'] as const)('is tried a few times: %s', async (fault) => {
    const clock = jumping();
    town = await createTown(clock);
    town.local.fault({ fault, count: 4, match: '@original' });
    await command('nadia');
    await answered();
    await town.until(() => expect(clock.waits).toHaveLength(4));
    expect(general('nadia')).toHaveLength(1);
    expect(town.dm('nadia')).toEqual([]);
  });

  it('comes by direct message after that', async () => {
    const clock = jumping();
    town = await createTown(clock);
    town.local.fault({ fault: 'server-error', count: 5, match: '@original' });
    await command('nadia');
    await town.until(() => expect(town.dm('nadia').at(-1)?.text).toBe('Hello.'));
  });
});

it('what was deleted meanwhile is answered beside', async () => {
  town = await createTown();
  const buttons = [{ label: 'Yes', press: { type: 'introduce' as const, ask } }];
  const to = town.member('tom');
  const asks = view('Would you?', { node: 'buttons', buttons });
  const sent = await town.platform.perform(town.claim({ effect: 'dm', key: 'k', to, view: asks }));
  const message = town.dm('tom').at(-1);
  town.script.answer = async () => {
    const { channel, message: id } = JSON.parse('ref' in sent ? sent.ref : '{}');
    await fetch(`${town.local.url}/v10/channels/${channel}/messages/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bot ${town.local.token}` },
    });
    return { reply: { reply: 'update', view: view('You said yes.') }, waiting: [] };
  };
  await town.local.act('tom', {
    do: 'press',
    message: message?.id ?? '',
    button: button(message, 'Yes'),
  });
  await town.until(() => expect(town.dm('tom').map(({ text }) => text)).toEqual(['You said yes.']));
});
