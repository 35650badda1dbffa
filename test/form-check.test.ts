import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Form } from '../src/form.ts';
import { checkForm } from '../src/form-check.ts';
import { messagesFor } from '../src/messages/messages.ts';

const words = messagesFor('en');
const today = '2027-01-31';
const formOf = (...fields: Field[]): Form => ({
  title: 'Ask',
  submit: 'Send',
  send: { type: 'send-aim', ask: '0190a0b0-0000-7000-8000-000000000001', as: 'team' },
  fields,
});
const note = (more: Partial<Field> = {}): Field =>
  ({
    id: 'note',
    label: 'Note',
    required: true,
    kind: 'paragraph',
    maxLength: 5,
    ...more,
  }) as Field;
const choice: Field = {
  id: 'purpose',
  label: 'Purpose',
  required: true,
  kind: 'choice',
  options: [
    { value: 'learn', label: 'Learn' },
    { value: 'opening', label: 'An opening' },
  ],
};
const date: Field = { id: 'deadline', label: 'Deadline', required: true, kind: 'date' };
const errorOf = (field: Field, value?: string): string | undefined =>
  checkForm(formOf(field), value === undefined ? {} : { [field.id]: value }, today, words)[
    field.id
  ];

describe('a required answer', () => {
  test.each([undefined, '', '   ', '\n\t\u00a0\u3000', '\u200b\u200d'])(
    '%j is missing',
    (value) => {
      expect(errorOf(note(), value)).toBe(words.text('field.missing'));
      expect(errorOf(choice, value)).toBe(words.text('field.missing'));
      expect(errorOf(note({ required: false }), value)).toBeUndefined();
      expect(errorOf({ ...date, required: false }, value)).toBeUndefined();
    },
  );

  test('a member and a channel only have to be there', () => {
    const member: Field = { id: 'who', label: 'Who', required: true, kind: 'member' };
    const channel: Field = { id: 'where', label: 'Where', required: true, kind: 'channel' };
    expect(errorOf(member)).toBe(words.text('field.missing'));
    expect(errorOf(channel)).toBe(words.text('field.missing'));
    expect(errorOf(member, 'U1')).toBeUndefined();
    expect(errorOf(channel, 'C1')).toBeUndefined();
  });
});

describe('the length of a text', () => {
  test.each(['abcde', 'äöüßé', '👩🏽👍🙏', '\ud800\ud800\ud800\ud800\ud800'])(
    '%j fits',
    (value) => {
      expect(errorOf(note(), value)).toBeUndefined();
      expect(errorOf(note({ kind: 'line' } as Partial<Field>), value)).toBeUndefined();
    },
  );

  test('says how long it is and how long it may be', () => {
    expect(errorOf(note(), 'abcdef')).toBe(words.text('field.too-long', { max: 5, actual: 6 }));
    expect(errorOf(note(), '👍👍👍👍👍👍')).toBe(
      words.text('field.too-long', { max: 5, actual: 6 }),
    );
  });
});

test('a choice is one of its options', () => {
  expect(errorOf(choice, 'learn')).toBeUndefined();
  expect(errorOf(choice, 'toString')).toBe(words.text('field.choose'));
});

describe('a date', () => {
  test.each(['2027-02-01', '2028-02-29', '9999-12-31', ' 2027-02-01 '])('%s is fine', (value) => {
    expect(errorOf(date, value)).toBeUndefined();
  });
  test.each([
    '2027-02-29',
    '2027-02-30',
    '2027-13-01',
    '2027-00-10',
    '2027-1-31',
    '31.1.2027',
    'tomorrow',
    '2027-02-01T10:00',
    '20270201',
    '-002027-02-01',
    '２０２７-02-01',
  ])('%s is no date', (value) => {
    expect(errorOf(date, value)).toBe(words.text('field.date'));
  });
  test.each(['2027-01-31', '2027-01-30', '1999-12-31', '0001-01-01'])('%s is over', (value) => {
    expect(errorOf(date, value)).toBe(words.text('field.date-past'));
  });
});

test('names every wrong answer at once, and only the form’s own', () => {
  expect(
    checkForm(
      formOf(note(), choice, date),
      { note: 'too long', purpose: 'x', deadline: 'soon', other: 'x' },
      today,
      words,
    ),
  ).toEqual({
    note: words.text('field.too-long', { max: 5, actual: 8 }),
    purpose: words.text('field.choose'),
    deadline: words.text('field.date'),
  });
});

test('whatever is typed, the answer is a sentence or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      for (const field of [note(), choice, date]) {
        expect(['string', 'undefined']).toContain(typeof errorOf(field, value));
      }
    }),
    { numRuns: 40 },
  );
});
