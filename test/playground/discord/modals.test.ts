import {
  ComponentType as Kind,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { expect, it } from 'vitest';
import { type Scene, startScene } from './bot.ts';

const modal = {
  custom_id: 'send-ask',
  title: 'Your ask',
  components: [
    { type: Kind.TextDisplay, content: 'Only **Tom** reads this.' },
    {
      type: Kind.Label,
      label: 'Purpose',
      component: {
        type: Kind.StringSelect,
        custom_id: 'purpose',
        options: [
          { label: 'Learn about the work', value: 'learn', default: true },
          { label: 'A specific opening', value: 'opening' },
        ],
      },
    },
    {
      type: Kind.Label,
      label: 'Note',
      description: 'Why them, why you, why now',
      component: {
        type: Kind.TextInput,
        style: TextInputStyle.Paragraph,
        custom_id: 'note',
        min_length: 3,
        max_length: 20,
        placeholder: 'I saw…',
      },
    },
    {
      type: Kind.Label,
      label: 'Who else',
      component: { type: Kind.UserSelect, custom_id: 'who', required: false, min_values: 0 },
    },
    {
      type: Kind.ActionRow,
      components: [
        {
          type: Kind.TextInput,
          style: TextInputStyle.Short,
          custom_id: 'offer',
          label: 'In return',
          required: false,
        },
      ],
    },
  ],
};

async function open(): Promise<Scene & { sent: ModalSubmitInteraction[] }> {
  const scene = await startScene({ commands: [{ name: 'ask', description: 'Ask' }] });
  const sent: ModalSubmitInteraction[] = [];
  scene.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal as never);
    if (!interaction.isModalSubmit()) return;
    sent.push(interaction);
    const note = interaction.fields.getTextInputValue('note');
    await interaction.reply({ content: note, flags: MessageFlags.Ephemeral });
  });
  expect(await scene.discord.act('nadia', { do: 'command', text: '/ask' })).toMatchObject({
    ok: true,
  });
  return { ...scene, sent };
}

it('shows a form with labels', async () => {
  const { discord } = await open();
  expect(discord.see('nadia').modal).toMatchObject({
    title: 'Your ask',
    submit: 'Submit',
    close: 'Cancel',
    parts: [
      {
        part: 'text',
        content: [{ text: 'Only ' }, { text: 'Tom', strong: true }, { text: ' reads this.' }],
      },
    ],
    fields: [
      {
        id: 'purpose',
        label: 'Purpose',
        kind: 'choice',
        required: true,
        value: 'learn',
        options: [
          { label: 'Learn about the work', value: 'learn' },
          { label: 'A specific opening', value: 'opening' },
        ],
      },
      {
        id: 'note',
        label: 'Note',
        hint: 'Why them, why you, why now',
        kind: 'paragraph',
        minLength: 3,
        maxLength: 20,
        placeholder: 'I saw…',
        value: '',
      },
      { id: 'who', kind: 'member', required: false, value: '' },
      { id: 'offer', label: 'In return', kind: 'line', required: false, maxLength: 4000 },
    ],
  });
  expect(discord.see('tom').modal).toBeUndefined();
});

it('sends what was filled in, as discord.js reads it', async () => {
  const { discord, sent, latest } = await open();
  const values = { purpose: 'opening', note: 'Hello Tom', who: '@leila', offer: '' };
  expect(await discord.act('nadia', { do: 'submit', values })).toMatchObject({ ok: true });
  const [submitted] = sent;
  expect(submitted?.customId).toBe('send-ask');
  expect(submitted?.fields.getStringSelectValues('purpose')).toEqual(['opening']);
  expect(submitted?.fields.getTextInputValue('offer')).toBe('');
  const selected = submitted?.fields.getSelectedUsers('who');
  expect(selected?.map(({ username }) => username)).toEqual(['leila']);
  expect(submitted?.components.map(({ type }) => type)).toEqual([
    Kind.TextDisplay,
    Kind.Label,
    Kind.Label,
    Kind.Label,
    Kind.ActionRow,
  ]);
  expect(discord.see('nadia').modal).toBeUndefined();
  expect(latest('nadia', 'general')).toMatchObject({ text: 'Hello Tom', private: true });
});

it.each([
  [{ purpose: 'learn', note: '' }, 'Note: This field is required.'],
  [{ purpose: 'learn', note: 'Hi' }, 'Note: Must be at least 3 characters.'],
  [{ purpose: 'learn', note: 'x'.repeat(21) }, 'Note: Must be 20 or fewer in length.'],
  [{ purpose: 'other', note: 'Hello' }, 'Purpose: "other" is not one of the options.'],
  [{ purpose: 'learn', note: 'Hello', who: '@bob' }, 'Who else: "@bob" is not one of the options.'],
])('keeps %o in the client', async (values, error) => {
  const { discord, sent } = await open();
  expect(await discord.act('nadia', { do: 'submit', values })).toEqual({ ok: false, error });
  expect(sent).toEqual([]);
  expect(discord.see('nadia').modal?.fields.find(({ id }) => id === 'note')?.value).toBe(
    values.note,
  );
});

it('closes without a word', async () => {
  const { discord, sent } = await open();
  await discord.act('nadia', { do: 'dismiss' });
  expect(discord.see('nadia').modal).toBeUndefined();
  expect(await discord.act('nadia', { do: 'submit', values: {} })).toEqual({
    ok: false,
    error: 'No form is open.',
  });
  expect(sent).toEqual([]);
});

it('lets no modal answer a modal', async () => {
  const { discord, on, thrown } = await open();
  on(async (interaction) => {
    if (!interaction.isModalSubmit()) return;
    const { client, id, token } = interaction;
    const body = { type: 9, data: modal };
    try {
      await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
    } finally {
      await interaction.reply({ content: 'No', flags: MessageFlags.Ephemeral });
    }
  });
  const values = { purpose: 'learn', note: 'Hello' };
  expect(await discord.act('nadia', { do: 'submit', values })).toMatchObject({ ok: true });
  await expect.poll(() => thrown).toHaveLength(1);
  expect(thrown[0]).toMatchObject({
    code: 50035,
    rawError: {
      errors: {
        type: {
          _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {4, 5}.' }],
        },
      },
    },
  });
});

it('stays open, filled in, when nobody answers', async () => {
  const { discord, on } = await open();
  on(async () => undefined);
  const values = { purpose: 'learn', note: 'Hello' };
  expect(await discord.act('nadia', { do: 'submit', values })).toEqual({
    ok: false,
    error: 'The application did not respond',
  });
  expect(discord.see('nadia').modal?.fields[1]?.value).toBe('Hello');
});
