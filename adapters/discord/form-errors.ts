import type { Field, FieldErrors, Form } from '../../src/form.ts';
import type { FormRequest, Request } from '../../src/intent.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { type Block, plain, type View } from '../../src/view.ts';

/**
 * What is wrong with a sent form, as a message: a modal can't follow a modal. What was typed stands below each problem, to
 * be copied, and a button opens the form again.
 */
export function errorsView(form: Form, errors: FieldErrors, words: Messages): View {
  const wrong = form.fields.filter((field) => errors[field.id] !== undefined);
  const blocks: Block[] = [
    {
      node: 'list',
      items: wrong.map((field) => [
        { node: 'strong', text: field.label },
        plain(`: ${errors[field.id] ?? ''}`),
      ]),
    },
    ...form.fields.flatMap(typed),
  ];
  const again = opens(form.send);
  if (again)
    blocks.push({ node: 'buttons', buttons: [{ label: words.text('draft.edit'), press: again }] });
  return { summary: errors[wrong[0]?.id ?? ''] ?? words.text('field.missing'), blocks };
}

function typed(field: Field): Block[] {
  if (!field.value || field.kind === 'member' || field.kind === 'channel') return [];
  const value =
    field.kind === 'choice'
      ? (field.options.find((option) => option.value === field.value)?.label ?? field.value)
      : field.value;
  return [
    { node: 'context', content: [plain(field.label)] },
    { node: 'quote', text: value },
  ];
}

/** The request that opens the form for this one, where a button can carry it. */
export function opens(send: FormRequest): Request | undefined {
  switch (send.type) {
    case 'send-aim':
      return { type: send.as === 'outside' ? 'aim-outside' : 'aim-team', ask: send.ask };
    case 'send-ask':
      return { type: 'write-ask', ask: send.ask };
    case 'send-who':
      return { type: 'introduce-who', ask: send.ask };
    case 'send-question':
      return { type: 'need-more', ask: send.ask };
    case 'send-pointer':
      return { type: 'point', ask: send.ask };
    case 'send-not-now':
      return { type: 'not-now', ask: send.ask };
    case 'send-info':
      return { type: 'give-info', ask: send.ask };
    case 'send-thanks':
      return send.help === '-'
        ? { type: 'thank', helper: send.helper }
        : { type: 'thank-now', help: send.help };
    case 'send-settings':
      return { type: 'settings' };
    default:
      return undefined;
  }
}
