import type { types } from '@slack/bolt';
import { withoutLooseControls } from '../../src/directions.ts';
import type { Field, FieldErrors, Form, Values } from '../../src/form.ts';
import { encodeRequest } from '../../src/intent.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { optionObject, optionsOf, plainTextObject } from './controls.ts';
import { limits } from './limits.ts';
import { shortened, tidy } from './plain-text.ts';
import { paragraphs, plainSections, type SlackBlock } from './render.ts';
import { isUser } from './rich-text.ts';
import { type FieldNote, type FormNote, type ViewNote, writeNote } from './view-note.ts';

/** Forms as modals, and what a sent one says of itself. */

export const FORM = 'form';

export interface FormOptions {
  words: Messages;
  /** What the modal is opened from. */
  note: ViewNote;
  /** What is wrong with the answers that the form is filled with; shown above the fields. */
  errors?: FieldErrors;
}

export function renderForm(form: Form, { words, note, errors = {} }: FormOptions): types.ModalView {
  const round = (note.form?.round ?? -1) + 1;
  const fields = form.fields.map(
    (field, i): FieldNote => ({
      id: field.id,
      block: `f${i}-${round}`,
      kind: field.kind,
      required: field.required,
      label: field.label,
      ...('maxLength' in field ? { maxLength: field.maxLength } : {}),
    }),
  );
  const wrong = form.fields.filter((field) => errors[field.id]);
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: writeNote({
      ...note,
      form: { send: encodeRequest(form.send), round, fields },
    }),
    title: plainTextObject(form.title, limits.viewTitle),
    submit: plainTextObject(form.submit, limits.viewButton),
    close: plainTextObject(words.text('cancel'), limits.viewButton),
    blocks: [
      ...(form.intro ? plainSections(withoutLooseControls(form.intro)) : []),
      ...paragraphs(
        wrong.map((field) => [
          { node: 'strong', text: field.label },
          { node: 'plain', text: `\n${errors[field.id]}` },
        ]),
      ),
      ...form.fields.map((field, i) => inputBlock(field, fields[i]?.block ?? '')),
    ],
  };
}

function inputBlock(field: Field, block: string): SlackBlock {
  return {
    type: 'input',
    block_id: block,
    label: plainTextObject(field.label, limits.inputLabel),
    optional: !field.required,
    element: inputElement(field),
    ...(field.hint ? { hint: plainTextObject(field.hint, limits.inputHint) } : {}),
  };
}

const action_id = 'answer';

function inputElement(field: Field): types.InputBlock['element'] {
  const value = field.value ? tidy(field.value) : undefined;
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      // Slack refuses a form whose first value is longer than the field takes.
      const max = Math.min(Math.max(field.maxLength, value?.length ?? 0), limits.inputLength);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.kind === 'paragraph',
        max_length: max,
        ...(value && value.length <= max ? { initial_value: value } : {}),
        ...(field.placeholder
          ? { placeholder: plainTextObject(field.placeholder, limits.placeholder) }
          : {}),
      };
    }
    case 'choice': {
      const options = field.options.map(optionObject);
      const chosen = options.find((option) => option.value === field.value);
      return {
        type: 'static_select',
        action_id,
        ...optionsOf(options),
        ...(chosen ? { initial_option: chosen } : {}),
      };
    }
    case 'date':
      return {
        type: 'datepicker',
        action_id,
        ...(value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { initial_date: value } : {}),
      };
    case 'member':
      return {
        type: 'users_select',
        action_id,
        ...(value && isUser(value) ? { initial_user: value } : {}),
      };
    case 'channel':
      return {
        type: 'conversations_select',
        action_id,
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
        ...(value ? { initial_conversation: value } : {}),
      };
  }
}

/**
 * The form as its note describes it, enough to check its answers. A choice's options are not in it: what came is one of
 * those that Slack was given.
 */
export function notedForm(note: FormNote, values: Values): Pick<Form, 'fields'> {
  return {
    fields: note.fields.map(({ id, kind, required, label, maxLength }): Field => {
      const base = { id, label, required };
      switch (kind) {
        case 'line':
        case 'paragraph':
          return { ...base, kind, maxLength: maxLength ?? limits.inputLength };
        case 'choice': {
          const value = values[id] ?? '';
          return { ...base, kind, options: [{ value, label: value }] };
        }
        default:
          return { ...base, kind };
      }
    }),
  };
}

/** Errors by block id, as `response_action: errors` wants them; each at most 3,000 characters. */
export const errorsByBlock = (errors: FieldErrors, note: FormNote): Record<string, string> =>
  Object.fromEntries(
    note.fields.flatMap(({ id, block }) => {
      const error = errors[id];
      return error ? [[block, shortened(error, limits.contextText)]] : [];
    }),
  );
