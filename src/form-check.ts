import { Temporal } from 'temporal-polyfill';
import type { Reply } from './effect.ts';
import type { Field, FieldErrors, Form, Values } from './form.ts';
import type { Messages } from './messages/messages.ts';

/**
 * What is wrong with a form's answers, all at once; empty when all is well. `today` is the member's own day as
 * `YYYY-MM-DD`: a date has to come after it. An optional field that is left blank is never wrong.
 */
export function checkForm(form: Form, values: Values, today: string, words: Messages): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of form.fields) {
    const error = checkField(field, values[field.id] ?? '', today, words);
    if (error) errors[field.id] = error;
  }
  return errors;
}

/** The form once more, as it was filled in, with what is wrong. */
export function formAgain(form: Form, values: Values, errors: FieldErrors): Reply {
  const fields = form.fields.map((field) => {
    const value = values[field.id];
    return value ? { ...field, value } : field;
  });
  return { reply: 'errors', errors, form: { ...form, fields } };
}

function checkField(field: Field, value: string, today: string, words: Messages) {
  if (isBlank(value)) return field.required ? words.text('field.missing') : undefined;
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const actual = lengthOf(value);
      if (actual <= field.maxLength) return undefined;
      return words.text('field.too-long', { max: field.maxLength, actual });
    }
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? undefined
        : words.text('field.choose');
    case 'date':
      if (!isCalendarDate(value.trim())) return words.text('field.date');
      return value.trim() > today ? undefined : words.text('field.date-past');
    case 'member':
    case 'channel':
      return undefined;
  }
}

/** Nothing that can be seen: spaces, line breaks, zero-width characters. */
export const isBlank = (value: string): boolean => /^[\s\p{Cf}]*$/u.test(value);

/**
 * In code points. Discord counts these (discord/discord-api-docs#1315); Slack doesn't say what it counts. There are never
 * more code points than UTF-16 units, so nothing that a platform's own form let through is refused here.
 */
export function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length++;
  return length;
}

function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}
