import { Events, GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import { call, createClient, logIn, startDiscord, startScene } from './bot.ts';

it('logs in the real discord.js, with the server and its channels', async () => {
  const { client, discord } = await startScene();
  expect(client.user.id).toBe(discord.botUser.id);
  expect(client.user.tag).toMatch(/^goodword/);
  const guild = client.guilds.cache.get(discord.guildId);
  expect(guild?.name).toBe('Harbour Job Seekers');
  expect(guild?.channels.cache.map(({ name }) => name).sort()).toEqual([
    'general',
    'introductions',
    'wins',
  ]);
  expect(discord.connected()).toBe(true);
});

it('refuses a wrong token', async () => {
  const discord = await startDiscord();
  const client = createClient(discord);
  await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.');
  expect(await call(discord, 'GET', '/users/@me', undefined, 'wrong')).toEqual({
    status: 401,
    body: { code: 0, message: '401: Unauthorized' },
  });
});

it('refuses privileged intents', async () => {
  const discord = await startDiscord();
  const client = createClient(discord, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers]);
  await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
});

it('resumes after the socket is cut, and tells what happened meanwhile', async () => {
  const { client, discord, on } = await startScene({
    commands: [{ name: 'hello', description: 'Say hello' }],
  });
  on(async (interaction) => interaction.isRepliable() && interaction.reply('Hello'));
  const cut = new Promise((resolve) => client.once(Events.ShardReconnecting, resolve));
  const resumed = new Promise<number>((resolve) =>
    client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
  );
  discord.cutGateway('socket');
  await cut;
  const acting = discord.act('nadia', { do: 'command', text: '/hello' });
  await resumed;
  expect(await acting).toMatchObject({ ok: true });
});

it.each(['reconnect', 'invalid-session'] as const)('comes back after a %s', async (how) => {
  const { client, discord, on, latest } = await startScene({
    commands: [{ name: 'hello', description: 'Say hello' }],
  });
  on(async (interaction) => interaction.isRepliable() && interaction.reply('Hello'));
  const back = new Promise<void>((resolve) => {
    client.once(Events.ShardResume, () => resolve());
    client.once(Events.ShardReady, () => resolve());
  });
  discord.cutGateway(how);
  await back;
  expect(await discord.act('nadia', { do: 'command', text: '/hello' })).toMatchObject({ ok: true });
  expect(latest('nadia', 'general').text).toBe('Hello');
});

it('gives messages only to apps that ask for them, without what others write', async () => {
  const discord = await startDiscord();
  const client = createClient(discord, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
  await logIn(client, discord.token);
  const heard: string[] = [];
  const twice = new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, (message) => {
      heard.push(message.content);
      if (heard.length === 2) resolve();
    });
  });
  await discord.act('nadia', { do: 'say', text: 'Good morning', in: 'general' });
  const mention = `Hello <@${discord.botUser.id}>`;
  await discord.act('nadia', { do: 'say', text: mention, in: 'general' });
  await twice;
  expect(heard).toEqual(['', mention]);
});
