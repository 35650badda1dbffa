import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../adapters/discord/platform.ts';
import { createLocalDiscord } from '../../../adapters/playground/discord/server.ts';
import { createTown, says } from './local.ts';

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
