import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../adapters/discord/limits.ts';
import { renderForm } from '../../../adapters/discord/modal.ts';
import type { Field, Form } from '../../../src/form.ts';
import { ask, community, tom } from './views.ts';

const empty: Form = {
  title: 'Ask for an introduction',
  submit: 'Review and send',
  send: { type: 'send-ask', ask, helper: tom.user, target: `m:${tom.user}` },
  intro: 'Tom reads this first. *Leila* sees it only if he agrees.',
  fields: [
    {
      id: 'purpose',
      label: 'What is it for?',
      required: true,
      kind: 'choice',
      options: [
        { value: 'learn', label: 'Learn about the work' },
        { value: 'opening', label: 'A specific opening' },
      ],
    },
    {
      id: 'note',
      label: 'Your note',
      hint: 'Why them, why you, why now',
      required: true,
      kind: 'paragraph',
      maxLength: 1500,
      placeholder: 'A few sentences',
    },
    { id: 'until', label: 'By when', required: false, kind: 'date' },
    { id: 'member', label: 'Who', required: false, kind: 'member' },
  ],
};
const values: Record<string, string> = {
  purpose: 'opening',
  note: 'x'.repeat(1600),
  until: '2027-01-31',
  member: tom.user,
};
const forms: Record<string, Form> = {
  empty,
  'filled-in': {
    ...empty,
    fields: empty.fields.map((field) => ({ ...field, value: values[field.id] ?? '' })),
  },
  settings: {
    title: 'Settings',
    submit: 'Save',
    send: { type: 'send-settings' },
    fields: [
      {
        id: 'channel',
        label: 'Channel',
        required: false,
        kind: 'channel',
        value: '118000000000000020',
      },
      { id: 'timeZone', label: 'Time zone', required: true, kind: 'line', maxLength: 60 },
    ],
  },
  'five-fields': {
    ...empty,
    fields: [
      ...empty.fields,
      { id: 'offer', label: 'Offer', required: false, kind: 'line', maxLength: 200 },
    ],
  },
};

describe('forms as modals', () => {
  it.each(Object.entries(forms))('%s', async (name, form) => {
    const json = `${JSON.stringify(renderForm(form, { community, locale: 'en-GB' }), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`golden/form-${name}.golden.json`);
  });

  it('closes the directions of what stands above it, and leaves what is being written', () => {
    const value = '\u202eabc';
    const fields = empty.fields.map((field) => (field.id === 'note' ? { ...field, value } : field));
    const shown = JSON.stringify(renderForm({ ...empty, intro: value, fields }, { community }));
    expect(shown).toContain('"content":"\u200babc"');
    expect(shown).toContain(`"value":"${value}"`);
  });

  it('keeps the limits', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    const field: fc.Arbitrary<Field> = fc
      .record({
        id: fc.constantFrom('a', 'b'),
        label: fc.string({ minLength: 1, maxLength: 90 }),
        hint: words,
        required: fc.boolean(),
        value: fc.oneof(fc.constant(''), words),
        kind: fc.constantFrom('line' as const, 'paragraph' as const),
        placeholder: words,
        maxLength: fc.integer({ min: 1, max: 4000 }),
      })
      .map((shape): Field => shape);
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), words, (fields, intro) => {
        const modal = renderForm({ ...empty, intro, fields }, { community });
        expect(modal.components.length).toBeLessThanOrEqual(limits.modalComponents);
        for (const label of modal.components) {
          if (label.type !== ComponentType.Label) continue;
          expect(label.label.length).toBeLessThanOrEqual(limits.label);
          expect((label.description ?? '').length).toBeLessThanOrEqual(limits.labelDescription);
          const input = label.component;
          if (input.type !== ComponentType.TextInput) continue;
          expect(input.value?.length ?? 0).toBeLessThanOrEqual(input.max_length ?? 0);
          expect(input.placeholder?.length ?? 0).toBeLessThanOrEqual(limits.inputPlaceholder);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('refuses more fields than a modal has room for', () => {
    const fields = Array.from({ length: 6 }, (_, i): Field => {
      return { id: `${i}`, label: 'L', required: true, kind: 'line', maxLength: 10 };
    });
    expect(() => renderForm({ ...empty, fields }, { community })).toThrow('6 fields');
  });
});
