import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { expect, it } from 'vitest';
import { startScene, until } from './bot.ts';

const commands = [{ name: 'hello', description: 'Say hello' }];
const hello = { do: 'command', text: '/hello' } as const;

it('gives up after three seconds, and the late answer finds nobody', async () => {
  const { discord, on, conversation } = await startScene({ commands });
  let seen: ChatInputCommandInteraction | undefined;
  on(async (interaction) => {
    if (interaction.isChatInputCommand()) seen = interaction;
  });
  const startedAt = performance.now();
  expect(await discord.act('nadia', hello)).toEqual({
    ok: false,
    error: 'The application did not respond',
  });
  expect(performance.now() - startedAt).toBeGreaterThan(2900);
  await expect(seen?.reply('Sorry, here I am')).rejects.toMatchObject({
    code: 10062,
    status: 404,
    rawError: { message: 'Unknown interaction' },
  });
  expect(conversation('nadia', 'general').messages).toEqual([]);
});

it('takes one first answer only', async () => {
  const { discord, on, thrown } = await startScene({ commands });
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('One');
    interaction.replied = false;
    await interaction.reply('Two');
  });
  await discord.act('nadia', hello);
  await expect.poll(() => thrown).toHaveLength(1);
  expect(thrown[0]).toMatchObject({ code: 40060, status: 400 });
});

it('delivers an interaction twice on demand, the same one', async () => {
  const { discord, on, conversation, thrown } = await startScene({ commands });
  const seen: string[] = [];
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen.push(`${interaction.id} ${interaction.token}`);
    await interaction.reply('Hello');
  });
  discord.fault({ fault: 'deliver-twice', count: 1 });
  await discord.act('nadia', hello);
  await expect.poll(() => thrown).toHaveLength(1);
  expect(thrown[0]).toMatchObject({ code: 40060 });
  expect(seen).toHaveLength(2);
  expect(new Set(seen).size).toBe(1);
  expect(conversation('nadia', 'general').messages).toHaveLength(1);
  await discord.act('nadia', hello);
  expect(seen).toHaveLength(3);
});

it('lets a token die after fifteen minutes of the local clock', async () => {
  const { discord, on, clock, latest } = await startScene({ commands });
  let seen: ChatInputCommandInteraction | undefined;
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen = interaction;
    await interaction.reply('Hello');
  });
  await discord.act('nadia', hello);
  await expect.poll(() => seen?.replied).toBe(true);
  clock.forward(14 * 60_000);
  await seen?.editReply('Still here');
  expect(latest('nadia', 'general')).toMatchObject({ text: 'Still here', edited: true });
  clock.forward(60_000);
  await expect(seen?.editReply('Gone')).rejects.toMatchObject({
    code: 50027,
    rawError: { message: 'Invalid Webhook Token' },
  });
  await expect(seen?.followUp('Gone')).rejects.toMatchObject({ code: 50027 });
});

it('edits, reads, deletes the answer and follows up, each seen by whom it is for', async () => {
  const { discord, on, conversation } = await startScene({ commands });
  let finished = false;
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.reply({ content: 'One', withResponse: true });
    expect(resource?.message?.content).toBe('One');
    expect((await interaction.fetchReply()).id).toBe(resource?.message?.id);
    const secret = await interaction.followUp({ content: 'Two', flags: MessageFlags.Ephemeral });
    expect(secret.flags.has(MessageFlags.Ephemeral)).toBe(true);
    await interaction.editReply({ content: 'Two, edited', message: secret });
    await interaction.deleteReply();
    finished = true;
  });
  await discord.act('nadia', hello);
  await until(discord, () => conversation('nadia', 'general').messages.length === 1);
  await expect.poll(() => finished).toBe(true);
  expect(conversation('nadia', 'general').messages).toMatchObject([
    { text: 'Two, edited', private: true, edited: true },
  ]);
  expect(conversation('tom', 'general').messages).toEqual([]);
});

it('takes the first follow-up after "thinking" as the answer', async () => {
  const { discord, on, conversation, latest } = await startScene({ commands });
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('Here it is');
  });
  await discord.act('nadia', hello);
  await until(discord, () => !latest('nadia', 'general').waiting);
  expect(conversation('nadia', 'general').messages).toMatchObject([
    { text: 'Here it is', private: true },
  ]);
});

it('lets nobody act as a bot, or as somebody who is gone', async () => {
  const { discord } = await startScene({ commands });
  expect(await discord.act('polly', hello)).toMatchObject({ ok: false });
  discord.setMember('nadia', false);
  expect(await discord.act('nadia', hello)).toEqual({
    ok: false,
    error: 'Nadia Haddad has left the server.',
  });
  expect(await discord.act('bob', hello)).toMatchObject({ ok: false });
});
