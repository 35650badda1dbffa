import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../adapters/discord/platform.ts';
import { createLocalDiscord } from '../../../adapters/playground/discord/server.ts';
import { button, createTown, says, view } from './local.ts';
import { ask } from './views.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe('the connection', () => {
  it.each(['socket', 'reconnect'] as const)('comes back after: %s', async (cut) => {
    const town = await createTown();
    ends.push(() => town.stop());
    expect(town.platform.state()).toBe('connected');
    town.local.cutGateway(cut);
    await town.until(() => expect(town.platform.state()).toBe('disconnected'));
    await town.until(() => expect(town.platform.state()).toBe('connected'));
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(town.channel('nadia', 'general').at(-1)?.text).toBe('Hello.'));
    await town.platform.stop();
    expect(town.platform.state()).toBe('stopped');
    expect(town.local.connected()).toBe(false);
  });

  it.each([
    { needs: 2, shards: 'auto' },
    { needs: 2, shards: 2 },
  ] as const)('in shards, each action once: %o', async (options) => {
    const town = await createTown(options);
    ends.push(() => town.stop());
    expect(town.platform.state()).toBe('connected');
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(town.channel('nadia', 'general').at(-1)?.text).toBe('Hello.'));
    // In a DM, which comes to the first shard.
    const to = town.member('tom');
    const buttons = [{ label: 'Yes', press: { type: 'introduce' as const, ask } }];
    const asks = view('Would you?', { node: 'buttons', buttons });
    await town.platform.perform(town.claim({ effect: 'dm', key: 'k', to, view: asks }));
    const message = town.dm('tom').at(-1);
    const id = message?.id ?? '';
    await town.local.act('tom', { do: 'press', message: id, button: button(message, 'Yes') });
    await town.until(() => expect(town.dm('tom').at(-1)?.text).toBe('Hello.'));
    expect(town.intents).toHaveLength(2);
    town.local.cutGateway('socket');
    await town.until(() => expect(town.platform.state()).toBe('disconnected'));
    await town.until(() => expect(town.platform.state()).toBe('connected'));
  });

  it('says what to do when Discord wants more shards', async () => {
    const clock = { now: () => new Date(), forward() {} };
    const local = await createLocalDiscord({ clock, shards: 2 });
    ends.push(() => local.stop());
    const log = pino({ level: 'silent' });
    const platform = createDiscordPlatform({ token: local.token, apiUrl: local.url, log });
    ends.push(() => platform.stop());
    const app = { answer: async () => says(''), shown: async () => {}, suggest: async () => [] };
    await expect(platform.start(app)).rejects.toThrow('DISCORD_SHARDS=auto');
    expect(platform.state()).toBe('disconnected');
  });

  it('finishes what is in hand before it stops', async () => {
    const town = await createTown();
    ends.push(() => town.stop());
    let go: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    town.script.answer = async () => {
      await gate;
      return says('Done in time.');
    };
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    const stopped = town.platform.stop();
    go();
    await stopped;
    expect(town.channel('nadia', 'general').at(-1)?.text).toBe('Done in time.');
  });

  it('refuses a wrong token in plain words', async () => {
    const local = await createLocalDiscord({ clock: { now: () => new Date(), forward() {} } });
    ends.push(() => local.stop());
    const log = pino({ level: 'silent' });
    const platform = createDiscordPlatform({ token: 'MTE4.wrong.token', apiUrl: local.url, log });
    ends.push(() => platform.stop());
    const app = { answer: async () => says(''), shown: async () => {}, suggest: async () => [] };
    await expect(platform.start(app)).rejects.toThrow('Discord does not accept the token');
    expect(platform.state()).toBe('disconnected');
  });

  it('registers commands in one server alone when told so', async () => {
    const local = await createLocalDiscord({ clock: { now: () => new Date(), forward() {} } });
    ends.push(() => local.stop());
    const { token, url, guildId } = local;
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const app = { answer: async () => says(''), shown: async () => {}, suggest: async () => [] };
    for (let i = 0; i < 2; i++) {
      const platform = createDiscordPlatform({ token, apiUrl: `${url}/`, guildId, log });
      ends.push(() => platform.stop());
      await platform.start(app);
    }
    expect(local.see('nadia').commands.map(({ name }) => name)).toContain('helpers');
    expect(lines.filter((line) => line.includes('commands registered'))).toHaveLength(1);
  });
});
