import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import { expect, it } from 'vitest';
import { startScene, until } from './bot.ts';

const askIntro = {
  name: 'ask-intro',
  name_localizations: { de: 'vorstellung' },
  description: 'Ask for an introduction',
  description_localizations: { de: 'Um eine Vorstellung bitten' },
  options: [
    { type: Option.User, name: 'helper', description: 'Whom you ask' },
    { type: Option.String, name: 'target', description: 'Whom to meet', autocomplete: true },
  ],
};

/** Runs a typed command and gives the interaction that discord.js saw. */
async function typed(text: string, who = 'nadia', where?: string) {
  const scene = await startScene({ commands: [askIntro] });
  let seen: ChatInputCommandInteraction | undefined;
  scene.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen = interaction;
    await interaction.reply('ok');
  });
  const place = where === 'dm' ? scene.conversation(who, 'Goodword').id : where;
  const acted = await scene.discord.act(who, {
    do: 'command',
    text,
    ...(place ? { in: place } : {}),
  });
  return { ...scene, acted, seen };
}

const idOf = (
  scene: { discord: { personas: { handle: string; user: string }[] } },
  handle: string,
) => scene.discord.personas.find((one) => one.handle === handle)!.user;

it('answers ephemerally: thinking first, then the words', async () => {
  const { discord, on, latest } = await startScene({
    commands: [{ name: 'hello', description: 'Say hello' }],
  });
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await gate;
    await interaction.editReply('Hello **there**');
  });
  const acted = await discord.act('nadia', { do: 'command', text: '/hello' });
  expect(acted).toMatchObject({ ok: true });
  expect(acted.ok && acted.answeredInMs).toBeLessThan(1000);
  expect(latest('nadia', 'general')).toMatchObject({
    private: true,
    waiting: true,
    edited: false,
    text: 'Goodword is thinking…',
  });
  goOn();
  await until(discord, () => !latest('nadia', 'general').waiting);
  expect(latest('nadia', 'general')).toMatchObject({
    from: { name: 'Goodword', app: true },
    waiting: false,
    edited: false,
    text: 'Hello there',
    parts: [{ part: 'text', content: [{ text: 'Hello ' }, { text: 'there', strong: true }] }],
  });
  expect(() => latest('tom', 'general')).toThrow('nothing is written');
});

it.each([
  ['/ask-intro helper:@tom target:Dana Weiss', 'Dana Weiss'],
  ['/ask-intro helper:Tom Okafor target:@Leila Moreau', '<@leila>'],
  ['/ask-intro target: Dana  helper: @tom', 'Dana'],
  ['/ask-intro @tom @leila', '<@leila>'],
  ['/ask-intro @Tom Okafor Dana Weiss', 'Dana Weiss'],
  ['/ask-intro @tom @leila or her team', '<@leila> or her team'],
])('reads "%s"', async (text, target) => {
  const scene = await typed(text);
  expect(scene.acted).toMatchObject({ ok: true });
  expect(scene.seen?.options.getUser('helper')?.username).toBe('tom');
  expect(scene.seen?.options.getMember('helper')).not.toBeNull();
  expect(scene.seen?.options.getString('target')).toBe(
    target.replace('@leila', `@${idOf(scene, 'leila')}`),
  );
});

it.each([
  ['/nothing', 'There is no command /nothing here.'],
  ['/ask-intro @bob', 'helper: there is no member "@bob" here.'],
  ['/ask-intro helper:Bob', 'helper: there is no member "Bob" here.'],
])('refuses "%s" as the client would', async (text, error) => {
  const { acted, seen } = await typed(text);
  expect(acted).toEqual({ ok: false, error });
  expect(seen).toBeUndefined();
});

it('carries the server and the member, or in a DM the user alone', async () => {
  const here = await typed('/ask-intro', 'jonas');
  expect(here.seen).toMatchObject({
    guildId: here.discord.guildId,
    context: InteractionContextType.Guild,
    locale: 'en-US',
    guildLocale: 'en-US',
  });
  expect(here.seen?.memberPermissions?.has('ManageGuild')).toBe(true);
  expect(here.seen?.authorizingIntegrationOwners[0]).toBe(here.discord.guildId);

  const dm = await typed('/ask-intro', 'nadia', 'dm');
  expect(dm.acted).toMatchObject({ ok: true });
  expect(dm.seen).toMatchObject({
    guildId: null,
    member: null,
    context: InteractionContextType.BotDM,
  });
  expect(dm.seen?.user.username).toBe('nadia');
  expect(dm.seen?.authorizingIntegrationOwners[0]).toBe('0');
  expect(dm.latest('nadia', 'Goodword').text).toBe('ok');
});

it('shows registered commands in the language of the client', async () => {
  const { discord, seen } = await typed('/ask-intro');
  expect(seen?.commandName).toBe('ask-intro');
  expect(discord.see('nadia').commands).toEqual([
    { name: 'ask-intro', description: 'Ask for an introduction', usage: '[helper] [target]' },
  ]);
  discord.setLocale('jonas', 'de');
  expect(discord.see('jonas').commands[0]).toMatchObject({
    name: 'vorstellung',
    description: 'Um eine Vorstellung bitten',
  });
  expect(await discord.act('jonas', { do: 'command', text: '/vorstellung' })).toMatchObject({
    ok: true,
  });
});

it('keeps commands for those who may use them, where they are offered', async () => {
  const { discord, on, conversation } = await startScene({
    commands: [
      { name: 'settings', description: 'For organisers', default_member_permissions: '32' },
      { name: 'here', description: 'Not in DMs', contexts: [InteractionContextType.Guild] },
    ],
  });
  on(async (interaction) => interaction.isRepliable() && interaction.reply('ok'));
  expect(discord.see('nadia').commands.map(({ name }) => name)).toEqual(['here']);
  expect(await discord.act('nadia', { do: 'command', text: '/settings' })).toMatchObject({
    ok: false,
  });
  expect(await discord.act('jonas', { do: 'command', text: '/settings' })).toMatchObject({
    ok: true,
  });
  const dm = conversation('nadia', 'Goodword').id;
  expect(await discord.act('nadia', { do: 'command', text: '/here', in: dm })).toMatchObject({
    ok: false,
  });
});

it('keeps the ids of commands that are registered again', async () => {
  const { client } = await startScene({ commands: [askIntro] });
  const before = await client.application.commands.fetch();
  const after = await client.application.commands.set([askIntro as never]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

it('completes commands, options, members, and asks the app for its completions', async () => {
  const { discord, on } = await startScene({ commands: [askIntro] });
  on(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typedSoFar = interaction.options.getFocused();
    expect(interaction.options.get('helper')?.value).toBe(idOf({ discord }, 'tom'));
    await interaction.respond([{ name: `${typedSoFar}na Weiss, Nordlicht`, value: 'Dana Weiss' }]);
  });
  const suggest = async (text: string) => {
    const acted = await discord.act('nadia', { do: 'suggest', text });
    return acted.ok ? acted.suggestions : acted;
  };
  expect(await suggest('/as')).toEqual([
    { value: '/ask-intro ', label: '/ask-intro – Ask for an introduction' },
  ]);
  expect(await suggest('/ask-intro @to')).toEqual([
    { value: '/ask-intro @tom ', label: '@Tom Okafor' },
  ]);
  expect(await suggest('/ask-intro h')).toContainEqual({
    value: '/ask-intro helper:',
    label: 'helper – Whom you ask',
  });
  expect(await suggest('/ask-intro helper:@lei')).toEqual([
    { value: '/ask-intro helper:@leila ', label: '@Leila Moreau' },
  ]);
  expect(await suggest('/ask-intro helper:@tom target:Da')).toEqual([
    { value: '/ask-intro helper:@tom target:Dana Weiss', label: 'Dana Weiss, Nordlicht' },
  ]);
});

it('runs commands on members and on messages', async () => {
  const { discord, on, latest } = await startScene({
    commands: [
      { type: 2, name: 'Ask for an intro' },
      { type: 3, name: 'Check this ask' },
    ],
  });
  on(async (interaction) => {
    if (interaction.isUserContextMenuCommand())
      await interaction.reply(interaction.targetUser.username);
    if (interaction.isMessageContextMenuCommand()) {
      await interaction.reply(interaction.targetMessage.content);
    }
  });
  await discord.act('nadia', { do: 'command', text: 'Ask for an intro @tom' });
  expect(latest('nadia', 'general').text).toBe('tom');
  await discord.act('nadia', { do: 'say', text: 'Do you know anybody?', in: 'general' });
  const { id } = latest('nadia', 'general');
  await discord.act('nadia', { do: 'command', text: `/Check this ask ${id}` });
  expect(latest('nadia', 'general').text).toBe('Do you know anybody?');
});

it('finds its way into subcommands', async () => {
  const { discord, on, latest } = await startScene({
    commands: [
      {
        name: 'goodword',
        description: 'Settings',
        options: [
          {
            type: Option.Subcommand,
            name: 'language',
            description: 'Choose a language',
            options: [
              {
                type: Option.String,
                name: 'language',
                description: 'Which',
                required: true,
                choices: [{ name: 'Suomi', value: 'fi' }],
              },
            ],
          },
        ],
      },
    ],
  });
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    await interaction.reply(`${options.getSubcommand()} ${options.getString('language')}`);
  });
  await discord.act('nadia', { do: 'command', text: '/goodword language Suomi' });
  await until(discord, () => latest('nadia', 'general').text === 'language fi');
  expect(await discord.act('nadia', { do: 'command', text: '/goodword' })).toEqual({
    ok: false,
    error: '/goodword needs one of: language.',
  });
  expect(await discord.act('nadia', { do: 'command', text: '/goodword language' })).toEqual({
    ok: false,
    error: 'language: this option is required. Specify a value.',
  });
});
