import { CHECKED_LENGTH } from '../commands.ts';
import type { Form, Values } from '../form.ts';
import type { Messages } from '../messages/messages.ts';
import { relationships } from '../relationships/relationship.ts';

/** A text to check, and how well the two know each other. */
export const checkForm = (words: Messages, values: Values = {}): Form => ({
  title: words.text('check.title'),
  submit: words.text('check.submit'),
  send: { type: 'send-check' },
  fields: [
    {
      id: 'text',
      kind: 'paragraph',
      label: words.text('check.text'),
      hint: words.text('check.text-hint'),
      required: true,
      maxLength: CHECKED_LENGTH,
      ...(values.text ? { value: values.text } : {}),
    },
    {
      id: 'declared',
      kind: 'choice',
      label: words.text('form.declared'),
      hint: words.text('check.declared-hint'),
      required: false,
      options: relationships.map((value) => ({
        value,
        label: words.text(`form.declared-${value}`),
      })),
      ...(values.declared ? { value: values.declared } : {}),
    },
  ],
});
