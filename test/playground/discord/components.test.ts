import { ButtonStyle, ComponentType as Kind, MessageFlags } from 'discord.js';
import { expect, it } from 'vitest';
import { type Scene, startScene, until } from './bot.ts';

const row = (...components: object[]) => ({ type: Kind.ActionRow, components }) as never;
const button = (custom_id: string, label: string, style = ButtonStyle.Secondary) => ({
  type: Kind.Button,
  custom_id,
  label,
  style,
});

async function dm(scene: Scene, handle: string, message: object) {
  const { user } = scene.discord.personas.find((one) => one.handle === handle)!;
  const channel = await scene.client.users.createDM(user);
  return channel.send(message as never);
}

it('updates a message in a DM when its button is pressed', async () => {
  const scene = await startScene();
  const { discord, on, latest } = scene;
  await dm(scene, 'tom', {
    content: 'Will you introduce Nadia?',
    components: [
      row(button('yes', 'I will', ButtonStyle.Success), button('no', 'No', ButtonStyle.Danger), {
        type: Kind.Button,
        style: ButtonStyle.Link,
        label: 'Profile',
        url: 'https://example.org/n',
      }),
    ],
  });
  const asked = latest('tom', 'Goodword');
  expect(asked.parts).toEqual([
    { part: 'text', content: [{ text: 'Will you introduce Nadia?' }] },
    {
      part: 'buttons',
      buttons: [
        { id: 'yes', label: 'I will', style: 'primary' },
        { id: 'no', label: 'No', style: 'danger' },
        {
          id: 'https://example.org/n',
          label: 'Profile',
          style: 'default',
          url: 'https://example.org/n',
        },
      ],
    },
  ]);
  expect(scene.conversation('tom', 'Goodword')).toMatchObject({ kind: 'app-dm', unread: 1 });
  on(async (interaction) => {
    if (!interaction.isButton()) return;
    expect(interaction.inGuild()).toBe(false);
    expect(interaction.user.username).toBe('tom');
    await interaction.update({ content: `You pressed ${interaction.customId}.`, components: [] });
  });
  expect(await discord.act('tom', { do: 'press', message: asked.id, button: 'yes' })).toMatchObject(
    { ok: true },
  );
  expect(latest('tom', 'Goodword')).toMatchObject({
    id: asked.id,
    edited: true,
    text: 'You pressed yes.',
  });
  expect(scene.conversation('tom', 'Goodword').unread).toBe(0);
  expect(await discord.act('tom', { do: 'press', message: asked.id, button: 'yes' })).toEqual({
    ok: false,
    error: 'That is not on this message any more.',
  });
});

it('follows up after a deferred update', async () => {
  const scene = await startScene();
  await dm(scene, 'tom', { content: 'Ready?', components: [row(button('yes', 'Yes'))] });
  scene.on(async (interaction) => {
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'Settled.', components: [] });
    await interaction.followUp({ content: 'Thank you', flags: MessageFlags.Ephemeral });
  });
  const { id } = scene.latest('tom', 'Goodword');
  await scene.discord.act('tom', { do: 'press', message: id, button: 'yes' });
  await until(scene.discord, () => scene.conversation('tom', 'Goodword').messages.length === 2);
  expect(scene.conversation('tom', 'Goodword').messages).toMatchObject([
    { id, text: 'Settled.', private: false },
    { text: 'Thank you', private: true },
  ]);
});

it('hands over what was chosen in selects', async () => {
  const { discord, on, latest, client } = await startScene();
  const channel = await client.channels.fetch(discord.channelIds.general!);
  if (!channel?.isSendable()) throw new Error('no channel');
  await channel.send({
    content: 'Choose',
    components: [
      row({
        type: Kind.StringSelect,
        custom_id: 'period',
        placeholder: 'Which week?',
        options: [
          { label: 'This week', value: 'week' },
          { label: 'Last week', value: 'last-week' },
        ],
      }),
      row({ type: Kind.UserSelect, custom_id: 'helper' }),
      row({ type: Kind.ChannelSelect, custom_id: 'place', channel_types: [0] }),
    ],
  });
  const { id, parts } = latest('nadia', 'general');
  expect(parts[1]).toEqual({
    part: 'select',
    id: 'period',
    placeholder: 'Which week?',
    options: [
      { value: 'week', label: 'This week' },
      { value: 'last-week', label: 'Last week' },
    ],
  });
  on(async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join());
    if (interaction.isUserSelectMenu()) {
      const [user] = interaction.users.values();
      const [member] = interaction.members.values();
      await interaction.update(`${user?.username} ${member !== undefined}`);
    }
    if (interaction.isChannelSelectMenu()) {
      await interaction.update(`${[...interaction.channels.keys()].join()}`);
    }
  });
  const choose = (select: string, value: string) =>
    discord.act('nadia', { do: 'choose', message: id, select, value });
  expect(await choose('period', 'never')).toMatchObject({ ok: false });
  expect(await choose('period', 'last-week')).toMatchObject({ ok: true });
  expect(latest('nadia', 'general').text).toBe('last-week');
  expect(await choose('helper', '@aiko')).toMatchObject({ ok: true });
  expect(latest('nadia', 'general').text).toBe('aiko true');
  expect(await choose('place', discord.channelIds.wins!)).toMatchObject({ ok: true });
  expect(latest('nadia', 'general').text).toBe(discord.channelIds.wins);
});

it('shows components v2', async () => {
  const { discord, on, latest } = await startScene({
    commands: [{ name: 'board', description: 'Board' }],
  });
  on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        { type: Kind.TextDisplay, content: '# Helpers\n- Tom\n- Aiko' },
        {
          type: Kind.Container,
          components: [
            {
              type: Kind.Section,
              components: [{ type: Kind.TextDisplay, content: 'Hide me' }],
              accessory: button('board-hide', 'Hide'),
            },
            { type: Kind.Separator },
            { type: Kind.TextDisplay, content: '-# since Monday' },
          ],
        },
      ] as never,
    });
  });
  await discord.act('nadia', { do: 'command', text: '/board' });
  await until(discord, () => !latest('nadia', 'general').waiting);
  expect(latest('nadia', 'general')).toMatchObject({
    text: 'Helpers\n• Tom\n• Aiko\nHide me\nsince Monday',
    parts: [
      { part: 'heading', text: 'Helpers' },
      { part: 'list', items: [[{ text: 'Tom' }], [{ text: 'Aiko' }]] },
      { part: 'text', content: [{ text: 'Hide me' }] },
      { part: 'buttons', buttons: [{ id: 'board-hide', label: 'Hide', style: 'default' }] },
      { part: 'divider' },
      { part: 'context', content: [{ text: 'since Monday' }] },
    ],
  });
});
