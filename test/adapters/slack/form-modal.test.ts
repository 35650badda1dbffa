import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../../adapters/playground/slack/block-checks.ts';
import { errorsByBlock, notedForm, renderForm } from '../../../adapters/slack/form-modal.ts';
import { readNote, writeNote } from '../../../adapters/slack/view-note.ts';
import type { Form } from '../../../src/form.ts';
import { checkForm } from '../../../src/form-check.ts';
import { messagesFor } from '../../../src/messages/messages.ts';

const ask = '019b0000-0000-7000-8000-000000000001';
const words = messagesFor();
const form: Form = {
  title: 'What would you like to ask',
  submit: 'Send',
  send: { type: 'send-ask', ask, helper: 'U02TOM0042', target: 'd' },
  intro: 'Tom reads this <!here> first.',
  fields: [
    {
      id: 'purpose',
      label: 'What for',
      kind: 'choice',
      required: true,
      value: 'team',
      options: [
        { value: 'work', label: 'Learn about the work' },
        { value: 'team', label: 'Meet the team' },
      ],
    },
    {
      id: 'note',
      label: 'Your note',
      hint: 'Why them, why you, why now',
      kind: 'paragraph',
      required: true,
      maxLength: 1500,
      placeholder: 'A few sentences',
      value: 'n'.repeat(1600),
    },
    { id: 'until', label: 'By when', kind: 'date', required: false, value: '2026-04-01' },
    { id: 'who', label: 'Who', kind: 'member', required: false, value: 'U03LEILA42' },
    { id: 'where', label: 'Channel', kind: 'channel', required: false, value: 'C04GENERAL1' },
  ],
};
const note = { channel: 'C04GENERAL1', responseUrl: 'https://hooks.slack.com/commands/T1/2/3' };

describe('a form', () => {
  it('closes the directions of what stands above it, and leaves what is being written', () => {
    const value = '\u202eabc';
    const fields = form.fields.map((field) => (field.id === 'note' ? { ...field, value } : field));
    const view = renderForm({ ...form, intro: value, fields }, { words, note: {} });
    const shown = JSON.stringify(view.blocks);
    expect(shown).toContain('"text":"\u200babc"');
    expect(shown).toContain(`"initial_value":"${value}"`);
  });

  it('as a modal', async () => {
    const view = renderForm(form, { words, note });
    expect(viewProblems(view, 'modal')).toEqual([]);
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(
      './rendered/form.golden.json',
    );
  });

  it('says what is wrong above the fields, and names its blocks anew', async () => {
    const first = renderForm(form, { words, note });
    const again = renderForm(form, {
      words,
      note: readNote(first.private_metadata),
      errors: { note: 'Please keep this to 1,500 characters.', who: 'Choose somebody else.' },
    });
    expect(viewProblems(again, 'modal')).toEqual([]);
    await expect(`${JSON.stringify(again, null, 2)}\n`).toMatchFileSnapshot(
      './rendered/form-errors.golden.json',
    );
    const ids = (view: typeof first) =>
      view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
    expect(ids(first).some((id) => ids(again).includes(id))).toBe(false);
  });

  it('can be checked from its note alone', () => {
    const view = renderForm(form, { words, note });
    const noted = readNote(view.private_metadata).form;
    if (!noted) throw new Error('no note');
    const values = { purpose: 'team', note: 'n'.repeat(1501), until: '2026-01-01' };
    const remade = { ...form, ...notedForm(noted, values) };
    const errors = checkForm(remade, values, '2026-03-02', words);
    expect(errors).toEqual(checkForm(form, values, '2026-03-02', words));
    expect(Object.keys(errorsByBlock(errors, noted))).toEqual(['f1-0', 'f2-0']);
  });
});

describe('a note', () => {
  it('comes back as it was written', () => {
    expect(readNote(writeNote(note))).toEqual(note);
  });

  it('that is too long loses the response URL, never the form', () => {
    const long = { ...note, responseUrl: `https://x.example/${'x'.repeat(3_000)}` };
    expect(readNote(writeNote(long))).toEqual({ channel: note.channel });
  });

  it.each(['', 'no json', '{"form":{"fields":7}}', '[]', 'null'])('unreadable: %s', (metadata) => {
    expect(readNote(metadata)).toEqual({});
  });
});
