import type { types } from '@slack/bolt';
import type { PaneField } from '../pane.ts';
import {
  type Block,
  type OpenView,
  residents,
  type StateValue,
  type StateValues,
} from './state.ts';
import type { Workspace } from './workspace.ts';

type InputBlock = types.InputBlock;
/** What a form's input is filled in with. */
export type InputElement = InputBlock['element'];
/** One of the things to pick from. */
export interface Choice {
  value: string;
  label: string;
}

/** The inputs among some blocks. */
export const inputsOf = (blocks: Block[]): InputBlock[] =>
  blocks.filter((block): block is InputBlock => block.type === 'input');

/** A view's inputs with their elements. */
export const fieldsOf = (view: OpenView): { block: InputBlock; element: InputElement }[] =>
  inputsOf(view.blocks).map((block) => ({ block, element: block.element }));

type Option = types.PlainTextOption | types.Option;

/** The options of an element that lists them itself. */
export function optionsOf(element: { options?: Option[] | undefined; type: string }): Option[] {
  const groups =
    'option_groups' in element ? ((element.option_groups ?? []) as { options: Option[] }[]) : [];
  return [...(element.options ?? []), ...groups.flatMap((group) => group.options)];
}

const choicesOf = (element: { options?: Option[] | undefined; type: string }): Choice[] =>
  optionsOf(element).map((option) => ({ value: option.value ?? '', label: option.text.text }));

/** Whom a member picker offers: everybody but the app itself, as on Slack. */
export const memberChoices = (): Choice[] =>
  residents.map((resident) => ({ value: resident.id, label: resident.name }));

/** The workspace's public channels. */
export const channelChoices = (workspace: Workspace): Choice[] =>
  workspace.state.conversations
    .filter((conversation) => conversation.kind === 'channel')
    .map((channel) => ({ value: channel.id, label: `#${channel.name}` }));

/** What a picking element offers; undefined for one that is typed into or asks the app. */
export function offeredBy(
  workspace: Workspace,
  element: { type: string; options?: Option[] | undefined },
): Choice[] | undefined {
  switch (element.type) {
    case 'users_select':
    case 'multi_users_select':
      return memberChoices();
    case 'channels_select':
    case 'conversations_select':
      return channelChoices(workspace);
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return choicesOf(element);
    default:
      return undefined;
  }
}

/**
 * What a chosen or typed value is in `state.values` and in `actions`. Elements with several values take them
 * with commas between; an empty value means nothing is in it.
 */
export function stateValue(
  element: { type: string; options?: Option[] },
  value: string,
): StateValue {
  const { type } = element;
  const picked = optionsOf(element).filter((option) =>
    value.split(',').includes(option.value ?? ''),
  ) as types.PlainTextOption[];
  const chosen = picked.map((option) => ({ text: option.text, value: option.value ?? '' }));
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: chosen[0] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: chosen };
    case 'users_select':
      return { type, selected_user: value || null };
    case 'multi_users_select':
      return { type, selected_users: value.split(',').filter(Boolean) };
    case 'channels_select':
      return { type, selected_channel: value || null };
    case 'conversations_select':
      return { type, selected_conversation: value || null };
    case 'datepicker':
      return { type, selected_date: value || null };
    default:
      return { type, value: value || null };
  }
}

/** The plain value inside `state.values`. */
export function plainValue(state: StateValue | undefined): string {
  if (!state) return '';
  return (
    state.value ??
    state.selected_option?.value ??
    state.selected_options?.map((option) => option.value).join() ??
    state.selected_user ??
    state.selected_users?.join() ??
    state.selected_channel ??
    state.selected_conversation ??
    state.selected_date ??
    ''
  );
}

function initialValue(element: InputElement): string {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return element.initial_value ?? '';
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? '';
    case 'checkboxes':
    case 'multi_static_select':
      return (element.initial_options ?? []).map((option) => option.value).join();
    case 'users_select':
      return element.initial_user ?? '';
    case 'multi_users_select':
      return (element.initial_users ?? []).join();
    case 'channels_select':
      return element.initial_channel ?? '';
    case 'conversations_select':
      return element.initial_conversation ?? '';
    case 'datepicker':
      return element.initial_date ?? '';
    default:
      return '';
  }
}

/** What is in a view's inputs when it opens. */
export function initialState(view: OpenView): StateValues {
  const values: StateValues = {};
  for (const { block, element } of fieldsOf(view)) {
    const state =
      element.type === 'external_select' && element.initial_option
        ? externalState(element.initial_option)
        : stateValue(element as { type: string }, initialValue(element));
    values[block.block_id ?? ''] = { [element.action_id ?? '']: state };
  }
  return values;
}

/** What a picker that asked the app for its options holds. */
export const externalState = (option: types.PlainTextOption): StateValue => ({
  type: 'external_select',
  selected_option: { text: option.text, value: option.value ?? '' },
});

function kindOf(element: InputElement): PaneField['kind'] {
  switch (element.type) {
    case 'plain_text_input':
      return element.multiline ? 'paragraph' : 'line';
    case 'users_select':
    case 'multi_users_select':
      return 'member';
    case 'channels_select':
    case 'conversations_select':
      return 'channel';
    case 'datepicker':
      return 'date';
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return 'choice';
    default:
      return 'line';
  }
}

/** A modal's input as a person sees it. Its id is the block id. */
export function paneField(workspace: Workspace, view: OpenView, block: InputBlock): PaneField {
  const { element } = block;
  const id = block.block_id ?? '';
  const options = offeredBy(workspace, element as { type: string });
  const lengths = element.type === 'plain_text_input' ? element : undefined;
  const error = view.errors[id];
  const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined;
  return {
    id,
    label: block.label.text,
    kind: kindOf(element),
    required: !block.optional,
    value: plainValue(view.values[id]?.[element.action_id ?? '']),
    ...(block.hint ? { hint: block.hint.text } : {}),
    ...(lengths?.min_length ? { minLength: lengths.min_length } : {}),
    ...(lengths?.max_length ? { maxLength: lengths.max_length } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(options ? { options } : {}),
    ...(error ? { error } : {}),
  };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** What Slack's client says about a value before it lets the form go; undefined when it would send it. */
export function clientError(
  workspace: Workspace,
  block: InputBlock,
  value: string,
): string | undefined {
  const { element } = block;
  const name = block.label.text;
  if (!value.trim())
    return block.optional ? undefined : `${name}: please complete this required field.`;
  if (element.type === 'plain_text_input') {
    const { min_length: min, max_length: max } = element;
    if (max && value.length > max) return `${name}: this must be ${max} characters or fewer.`;
    if (min && value.length < min) return `${name}: this must be at least ${min} characters.`;
    if (!element.multiline && value.includes('\n')) return `${name}: this takes one line only.`;
  }
  if (element.type === 'datepicker' && !(DATE.test(value) && !Number.isNaN(Date.parse(value)))) {
    return `${name}: please choose a date, as YYYY-MM-DD.`;
  }
  if (element.type === 'email_text_input' && !EMAIL.test(value)) {
    return `${name}: please enter a valid email address.`;
  }
  if (element.type === 'url_text_input' && !URL.canParse(value)) {
    return `${name}: please enter a valid URL.`;
  }
  if (element.type === 'number_input' && Number.isNaN(Number(value))) {
    return `${name}: please enter a number.`;
  }
  const offered = offeredBy(workspace, element as { type: string });
  if (!offered) return undefined;
  const many = element.type.startsWith('multi_') || element.type === 'checkboxes';
  const chosen = many ? value.split(',') : [value];
  const unknown = chosen.find((each) => !offered.some((choice) => choice.value === each));
  return unknown === undefined ? undefined : `${name}: "${unknown}" is not one of the choices.`;
}
