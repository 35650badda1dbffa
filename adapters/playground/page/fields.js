/** @import { PaneField } from '../pane.ts' */
/** @import { PlatformFacts } from './calls.js' */
import { html } from './html.js';

/** The counter shows itself when this much of the room is used. */
const nearlyFull = 0.8;

/**
 * @param {{
 *   field: PaneField,
 *   value: string,
 *   id: string,
 *   facts: PlatformFacts | undefined,
 *   onValue: (value: string) => void,
 * }} props
 */
export function Field({ field, value, id, facts, onValue }) {
  const hint = field.hint ? `${id}-hint` : undefined;
  const error = field.error ? `${id}-error` : undefined;
  const counted = (field.kind === 'paragraph' || field.kind === 'line') && field.maxLength;
  const room = counted ? `${id}-room` : undefined;
  const control = {
    id,
    value,
    dir: 'auto',
    'aria-describedby': [hint, error, room].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
    'aria-required': field.required ? 'true' : undefined,
    onInput: (/** @type {{ currentTarget: { value: string } }} */ event) =>
      onValue(event.currentTarget.value),
  };
  return html`<div class="field" data-kind=${field.kind} data-wrong=${error !== undefined}>
    <label for=${id} dir="auto">
      ${field.label}${!field.required && !/\boptional\b/i.test(field.label) && html`<span class="optional">optional</span>`}
    </label>
    ${field.hint && html`<p class="hint" id=${hint} dir="auto">${field.hint}</p>`}
    <${Control} field=${field} control=${control} facts=${facts} />
    ${error && html`<p class="error" id=${error} dir="auto">${field.error}</p>`}
    ${counted && html`<${Room} id=${room} used=${value.length} max=${field.maxLength} paragraph=${field.kind === 'paragraph'} />`}
  </div>`;
}

/** @param {{ field: PaneField, control: Record<string, unknown>, facts: PlatformFacts | undefined }} props */
function Control({ field, control, facts }) {
  switch (field.kind) {
    case 'paragraph':
      return html`<textarea ...${control} rows="4" placeholder=${field.placeholder}></textarea>`;
    case 'line':
      return html`<input ...${control} type="text" autocomplete="off" placeholder=${field.placeholder} />`;
    case 'date':
      return html`<input ...${control} type="date" />`;
    default: {
      const options = field.options ?? ownOptions(field, facts);
      return html`<select ...${control}>
        ${
          !(field.required && field.value) &&
          html`<option value="">${field.placeholder ?? (field.required ? 'Choose…' : 'Nobody and nothing chosen')}</option>`
        }
        ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}</option>`)}
      </select>`;
    }
  }
}

/** @type {(field: PaneField, facts: PlatformFacts | undefined) => { value: string, label: string }[]} */
function ownOptions(field, facts) {
  if (field.kind === 'member') {
    return (facts?.members ?? []).map(({ user, name }) => ({ value: user, label: name }));
  }
  if (field.kind === 'channel') {
    return (facts?.channels ?? []).map(({ id, name }) => ({ value: id, label: `#${name}` }));
  }
  return [];
}

/** @param {{ id: string | undefined, used: number, max: number | undefined, paragraph: boolean }} props */
function Room({ id, used, max = 0, paragraph }) {
  const over = used > max;
  const shown = paragraph || over || used > max * nearlyFull;
  return html`<p class="room" id=${id} data-over=${over} hidden=${!shown}>
    ${over ? `${used - max} too many: ` : ''}${used.toLocaleString('en')} of ${max.toLocaleString('en')} characters
  </p>`;
}
