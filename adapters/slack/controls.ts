import type { types } from '@slack/bolt';
import { encodeRequest } from '../../src/intent.ts';
import type { Button, Select } from '../../src/view.ts';
import { limits } from './limits.ts';
import { shortened } from './plain-text.ts';
import { isWebLink } from './rich-text.ts';

/**
 * Buttons and selects. A button's request rides in its `value`; a select has none, so its request is part of its
 * `action_id`. Every `action_id` is unique in the message or view: `n` counts.
 */

export type Control = types.ActionsBlockElement;

/** Leads a select's `action_id`, before the count and the request. */
export const CHOOSE = 'choose';

export const plainTextObject = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shortened(text, max) || ' ',
  emoji: true,
});

/** `agreed`: there is a primary button already, and Slack's guidelines want one at most. */
export function buttonElement(button: Button, n: number, agreed: boolean): types.Button {
  const text = plainTextObject(button.label, limits.buttonText);
  const action_id = `${button.press.type}:${n}`;
  if (button.press.type === 'open-link') {
    const { url } = button.press as { url: string };
    return { type: 'button', action_id, text, ...(isWebLink(url) ? { url } : {}) };
  }
  const style =
    button.style === 'agree' && !agreed
      ? { style: 'primary' as const }
      : button.style === 'refuse'
        ? { style: 'danger' as const }
        : {};
  const value = carried(encodeRequest(button.press), limits.buttonValue);
  return { type: 'button', action_id, text, value, ...style };
}

/** Undefined when there is nothing to choose from: Slack refuses a menu without options. */
export function selectElement(select: Select, n: number): Control | undefined {
  const action_id = carried(`${CHOOSE}:${n}:${encodeRequest(select.choose)}`, limits.actionId);
  const placeholder = plainTextObject(select.placeholder, limits.placeholder);
  if (select.from.kind === 'members') return { type: 'users_select', action_id, placeholder };
  const options = select.from.options.map(optionObject);
  if (options.length === 0) return undefined;
  return { type: 'static_select', action_id, placeholder, ...optionsOf(options) };
}

/** A request can't be cut: one that is too long must not be sent. */
function carried(code: string, max: number): string {
  if (code.length > max) throw new Error(`a request of ${code.length} characters, ${max} fit`);
  return code;
}

export const optionObject = ({ value, label }: { value: string; label: string }) => {
  if (value.length > limits.optionValue) {
    throw new Error(`a choice's value may have ${limits.optionValue} characters: ${value}`);
  }
  return { text: plainTextObject(label, limits.optionText), value };
};

/** More than a menu holds go into groups, which are named by what they begin and end with. */
export function optionsOf(
  options: types.PlainTextOption[],
): Pick<types.StaticSelect, 'options' | 'option_groups'> {
  if (options.length <= limits.options) return { options };
  const groups: types.StaticSelect['option_groups'] = [];
  for (let at = 0; at < options.length; at += limits.options) {
    const some = options.slice(at, at + limits.options);
    const ends = [some[0], some.at(-1)].map((option) => option?.text.text.slice(0, 30) ?? '');
    groups.push({ label: plainTextObject(ends.join(' – '), limits.optionText), options: some });
  }
  if (groups.length > limits.optionGroups) throw new Error('too many choices for one menu');
  return { option_groups: groups };
}
