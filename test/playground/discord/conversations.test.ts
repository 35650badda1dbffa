import { ChannelType, type TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import { call, type Scene, startScene } from './bot.ts';

const userOf = ({ discord }: Scene, handle: string): string =>
  discord.personas.find((one) => one.handle === handle)!.user;

const introductions = async ({ client, discord }: Scene): Promise<TextChannel> =>
  (await client.channels.fetch(discord.channelIds.introductions!)) as TextChannel;

it('opens a private thread for a few, and says who they are', async () => {
  const scene = await startScene();
  const { conversation, discord } = scene;
  const channel = await introductions(scene);
  const thread = await channel.threads.create({
    name: 'Nadia and Leila',
    type: ChannelType.PrivateThread,
    invitable: false,
  });
  const [nadia, leila] = [userOf(scene, 'nadia'), userOf(scene, 'leila')];
  await thread.members.add(nadia);
  await thread.members.add(leila);
  const message = await thread.send({
    content: `<@${nadia}>, meet <@${leila}>`,
    allowedMentions: { users: [nadia] },
  });
  expect(message.mentions.users.map(({ id }) => id)).toEqual([nadia]);
  const pane = conversation('nadia', 'Nadia and Leila');
  expect(pane).toMatchObject({
    kind: 'thread',
    unread: 1,
    members: ['Goodword', 'Nadia Haddad', 'Leila Moreau'],
  });
  expect(pane.messages[0]?.parts).toEqual([
    {
      part: 'text',
      content: [
        { text: '@Nadia Haddad', mention: true },
        { text: ', meet ' },
        { text: '@Leila Moreau', mention: true },
      ],
    },
  ]);
  expect(() => conversation('tom', 'Nadia and Leila')).toThrow();
  await discord.act('leila', { do: 'say', text: 'Hello @nadia', in: pane.id });
  expect(conversation('nadia', 'Nadia and Leila')).toMatchObject({ unread: 2 });
  expect(conversation('leila', 'Nadia and Leila')).toMatchObject({ unread: 0 });

  const active = await channel.threads.fetchActive();
  expect(active.threads.map(({ name }) => name)).toEqual(['Nadia and Leila']);
  const found = await call(discord, 'GET', `/guilds/${discord.guildId}/threads/active`);
  expect(found.body).toMatchObject({
    threads: [{ type: 12, parent_id: channel.id, thread_metadata: { invitable: false } }],
  });
  await thread.delete();
  expect(() => conversation('nadia', 'Nadia and Leila')).toThrow();
});

it('brings in by a ping, and not by a mention that pings nobody', async () => {
  const scene = await startScene();
  const channel = await introductions(scene);
  const thread = await channel.threads.create({ name: 'Three', type: ChannelType.PrivateThread });
  const [tom, aiko] = [userOf(scene, 'tom'), userOf(scene, 'aiko')];
  await thread.send({ content: `<@${tom}> <@${aiko}>`, allowedMentions: { users: [tom] } });
  expect(scene.conversation('tom', 'Three').members).toEqual(['Goodword', 'Tom Okafor']);
});

it('refuses channels that the bot, and threads that a person cannot see', async () => {
  const scene = await startScene();
  const channel = await introductions(scene);
  scene.discord.setVisible('introductions', 'leila', false);
  const thread = await channel.threads.create({ name: 'Two', type: ChannelType.PrivateThread });
  await expect(thread.members.add(userOf(scene, 'leila'))).rejects.toMatchObject({ code: 50001 });
  expect(() => scene.conversation('leila', 'introductions')).toThrow();
  await expect
    .poll(() => channel.permissionOverwrites.cache.has(userOf(scene, 'leila')))
    .toBe(true);

  scene.discord.setVisible('introductions', 'bot', false);
  await expect(channel.send('Hello')).rejects.toMatchObject({
    code: 50001,
    status: 403,
    rawError: { message: 'Missing Access' },
  });
  scene.discord.setVisible('introductions', 'bot', true);
  await expect(channel.send('Hello')).resolves.toBeDefined();
});

it('checks the names of threads', async () => {
  const { discord } = await startScene();
  const path = `/channels/${discord.channelIds.introductions}/threads`;
  expect(await call(discord, 'POST', path, { name: 'x'.repeat(101), type: 12 })).toEqual({
    status: 400,
    body: {
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        name: {
          _errors: [
            { code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' },
          ],
        },
      },
    },
  });
});

it('refuses DMs to those who closed them, who left, and to bots', async () => {
  const scene = await startScene();
  const { client, discord, conversation } = scene;
  const dm = await client.users.createDM(userOf(scene, 'tom'));
  discord.fault({ fault: 'dms', handle: 'tom', closed: true });
  await expect(dm.send('Hello')).rejects.toMatchObject({
    code: 50007,
    status: 403,
    rawError: { message: 'Cannot send messages to this user' },
  });
  discord.fault({ fault: 'dms', handle: 'tom', closed: false });
  await dm.send('Hello');
  expect(conversation('tom', 'Goodword').messages).toHaveLength(1);
  discord.setMember('tom', false);
  await expect(dm.send('Hello')).rejects.toMatchObject({ code: 50278 });
  await expect(client.users.createDM(userOf(scene, 'polly'))).rejects.toMatchObject({
    code: 50007,
  });
});

it('knows who is a member', async () => {
  const scene = await startScene();
  const { client, discord } = scene;
  const guild = await client.guilds.fetch(discord.guildId);
  const jonas = await guild.members.fetch(userOf(scene, 'jonas'));
  expect(jonas.displayName).toBe('Jonas Weber');
  expect(jonas.permissions.has('ManageGuild')).toBe(true);
  const nadia = await guild.members.fetch(userOf(scene, 'nadia'));
  expect(nadia.permissions.has('ManageGuild')).toBe(false);
  const polly = await guild.members.fetch(userOf(scene, 'polly'));
  expect(polly.user.bot).toBe(true);
  const found = await guild.members.search({ query: 'ai' });
  expect(found.map(({ displayName }) => displayName)).toEqual(['Aiko Lindqvist']);
  discord.setMember('nadia', false);
  await expect(guild.members.fetch({ user: nadia.id, force: true })).rejects.toMatchObject({
    code: 10007,
    rawError: { message: 'Unknown Member' },
  });
  await expect(guild.members.fetch({ user: '1', force: true })).rejects.toMatchObject({
    code: 10007,
  });
});

it('edits, lists and deletes messages, each by its author', async () => {
  const scene = await startScene();
  const { discord, latest } = scene;
  const channel = await introductions(scene);
  const first = await channel.send('One');
  await first.edit('One, edited');
  await channel.send('Two');
  await discord.act('nadia', { do: 'say', text: 'Three', in: 'introductions' });
  const listed = await channel.messages.fetch({ limit: 2 });
  // What others write takes the privileged message content intent.
  expect(listed.map(({ content }) => content)).toEqual(['', 'Two']);
  const after = await call(discord, 'GET', `/channels/${channel.id}/messages?after=${first.id}`);
  expect(after.body).toHaveLength(2);
  const theirs = listed.first()!;
  const path = `/channels/${channel.id}/messages/${theirs.id}`;
  expect((await call(discord, 'PATCH', path, { content: 'x' })).body).toMatchObject({
    code: 50005,
  });
  expect((await call(discord, 'DELETE', path)).body).toMatchObject({ code: 50013 });
  await first.delete();
  expect((await call(discord, 'GET', `/channels/${channel.id}/messages/${first.id}`)).body).toEqual(
    {
      code: 10008,
      message: 'Unknown Message',
    },
  );
  expect(latest('tom', 'introductions')).toMatchObject({
    text: 'Three',
    from: { name: 'Nadia Haddad', handle: 'nadia', app: false },
  });
});
