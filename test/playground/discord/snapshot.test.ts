import { ButtonStyle, ComponentType as Kind } from 'discord.js';
import { expect, it } from 'vitest';
import { startDiscord, startScene } from './bot.ts';

it('brings everything back: messages, buttons that work, forms, ids that go on', async () => {
  const before = await startScene({ commands: [{ name: 'ask', description: 'Ask' }] });
  const tom = before.discord.personas.find(({ handle }) => handle === 'tom')!.user;
  const dm = await before.client.users.createDM(tom);
  const asked = await dm.send({
    content: 'Will you?',
    components: [
      {
        type: Kind.ActionRow,
        components: [
          { type: Kind.Button, style: ButtonStyle.Primary, custom_id: 'yes', label: 'Yes' },
        ],
      },
    ],
  });
  before.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.showModal({
      custom_id: 'form',
      title: 'Form',
      components: [
        {
          type: Kind.Label,
          label: 'Words',
          component: { type: Kind.TextInput, style: 1, custom_id: 'words' },
        },
      ],
    });
  });
  await before.discord.act('nadia', { do: 'command', text: '/ask' });
  before.discord.fault({ fault: 'dms', handle: 'leila', closed: true });
  const snapshot = JSON.parse(JSON.stringify(before.discord.snapshot()));

  const after = await startScene({ snapshot });
  expect(after.discord.see('tom')).toEqual(before.discord.see('tom'));
  expect(after.discord.see('nadia')).toEqual(before.discord.see('nadia'));
  after.on(async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'Yes.', components: [] });
    if (interaction.isModalSubmit()) {
      await interaction.reply(interaction.fields.getTextInputValue('words'));
    }
  });
  await after.discord.act('tom', { do: 'press', message: asked.id, button: 'yes' });
  expect(after.latest('tom', 'Goodword')).toMatchObject({ id: asked.id, text: 'Yes.' });
  await after.discord.act('nadia', { do: 'submit', values: { words: 'Good day' } });
  const latest = after.latest('nadia', 'general');
  expect(latest.text).toBe('Good day');
  expect(BigInt(latest.id)).toBeGreaterThan(BigInt(asked.id));
  const leila = after.discord.personas.find(({ handle }) => handle === 'leila')!.user;
  const closed = await after.client.users.createDM(leila);
  await expect(closed.send('Hello')).rejects.toMatchObject({ code: 50007 });
});

it('starts over without taking the commands from an app that runs on', async () => {
  const discord = await startDiscord();
  const fresh = discord.snapshot();
  const scene = await startScene({ commands: [{ name: 'ask', description: 'Ask' }] });
  await scene.discord.act('nadia', { do: 'say', text: 'Hello', in: 'general' });
  const { id } = scene.latest('tom', 'general');
  scene.discord.restore(fresh);
  expect(scene.discord.see('nadia').commands).toHaveLength(1);
  expect(scene.conversation('nadia', 'general').messages).toEqual([]);
  await scene.discord.act('nadia', { do: 'say', text: 'Hello', in: 'general' });
  expect(BigInt(scene.latest('tom', 'general').id)).toBeGreaterThan(BigInt(id));
});

it('refuses what is not a snapshot', async () => {
  const discord = await startDiscord();
  expect(() => discord.restore({ lastId: 'x' })).toThrow('not a snapshot');
});

it('says that something changed', async () => {
  const discord = await startDiscord();
  let changes = 0;
  discord.onChange(() => {
    changes += 1;
  });
  await discord.act('nadia', { do: 'say', text: 'Hello', in: 'general' });
  expect(changes).toBeGreaterThan(0);
});
