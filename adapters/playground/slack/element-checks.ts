import {
  all,
  anything,
  type Check,
  flag,
  isRecord,
  list,
  matching,
  oneOf,
  record,
  string,
  typed,
  whole,
} from './checks.ts';
import { limits } from './limits.ts';

const URL_START = /^(https?:\/\/|mailto:|slack:\/\/)/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const id = string(40, 1);
const type: Record<string, Check> = { type: anything };

/** A `plain_text` object of at most `max` characters. */
export const plainText = (max: number): Check =>
  typed({ plain_text: record({ ...type, text: string(max, 1) }, { emoji: flag }) });

/** A `plain_text` or `mrkdwn` object of at most `max` characters. */
export const anyText = (max: number): Check =>
  typed({
    plain_text: record({ ...type, text: string(max, 1) }, { emoji: flag }),
    mrkdwn: record({ ...type, text: string(max, 1) }, { verbatim: flag }),
  });

const confirm = record(
  { text: anyText(limits.confirmText) },
  {
    title: plainText(limits.confirmTitle),
    confirm: plainText(limits.confirmButton),
    deny: plainText(limits.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

const option = (text: Check): Check =>
  record(
    { text, value: string(limits.optionValue, 1) },
    { description: plainText(limits.optionText) },
  );
const plainOption = option(plainText(limits.optionText));
const richOption = option(anyText(limits.optionText));
const optionGroup = record({
  label: plainText(limits.optionText),
  options: list(plainOption, limits.options),
});

const actionable: Record<string, Check> = { action_id: string(limits.actionId, 1), confirm };
const focusable: Record<string, Check> = { ...actionable, focus_on_load: flag };
const holdable: Record<string, Check> = {
  ...focusable,
  placeholder: plainText(limits.placeholder),
};

/** A static menu has options or groups of them, and what is chosen at first is one of them. */
const menuOptions: Check = (value, at, note) => {
  if (!isRecord(value)) return;
  const { options, option_groups: groups, initial_option: initial } = value;
  if ((options === undefined) === (groups === undefined)) {
    note('must define either `options` or `option_groups`', at);
  }
  const known = [options, ...(Array.isArray(groups) ? groups.map((g) => g?.options) : [])].flatMap(
    (some) => (Array.isArray(some) ? some.map((each) => each?.value) : []),
  );
  if (isRecord(initial) && !known.includes(initial.value)) {
    note('`initial_option` must exactly match one of the provided options', at);
  }
};

const staticMenu = (initial: Record<string, Check>): Check =>
  all(
    record(type, {
      ...holdable,
      ...initial,
      options: list(plainOption, limits.options),
      option_groups: list(optionGroup, limits.optionGroups),
    }),
    menuOptions,
  );

const conversationFilter = record(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);

const max_selected_items = whole(1, 100);
const lengths: Check = (value, at, note) => {
  if (!isRecord(value)) return;
  const { min_length: min, max_length: max, initial_value: initial } = value;
  if (typeof max !== 'number') return;
  if (typeof min === 'number' && min > max) note('`min_length` must not exceed `max_length`', at);
  if (typeof initial === 'string' && initial.length > max) {
    note(`must be less than ${max + 1} characters`, `${at}/initial_value`);
  }
};

const typedLine = record(type, {
  ...holdable,
  initial_value: string(limits.inputLength),
  dispatch_action_config: anything,
});

/** A button, with a value or a web address. */
export const button = record(
  { ...type, text: plainText(limits.buttonText) },
  {
    ...actionable,
    value: string(limits.buttonValue),
    url: all(string(limits.buttonUrl), matching(URL_START, 'must be a valid URL')),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(limits.accessibilityLabel),
  },
);

const image = record(
  { ...type, alt_text: string(limits.altText) },
  { image_url: string(3_000), slack_file: anything },
);

const choices = (initial: string, check: Check): Check =>
  record(
    { ...type, options: list(richOption, limits.choices) },
    { ...focusable, [initial]: check },
  );

/** Elements with which a member picks something. They stand in actions, sections and inputs. */
const pickers: Record<string, Check> = {
  static_select: staticMenu({ initial_option: plainOption }),
  external_select: record(type, {
    ...holdable,
    initial_option: plainOption,
    min_query_length: whole(0, 100),
  }),
  users_select: record(type, { ...holdable, initial_user: id }),
  conversations_select: record(type, {
    ...holdable,
    initial_conversation: id,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: conversationFilter,
  }),
  channels_select: record(type, {
    ...holdable,
    initial_channel: id,
    response_url_enabled: flag,
  }),
  multi_static_select: staticMenu({
    initial_options: list(plainOption, limits.options),
    max_selected_items,
  }),
  multi_users_select: record(type, {
    ...holdable,
    initial_users: list(id, 100),
    max_selected_items,
  }),
  datepicker: record(type, {
    ...holdable,
    initial_date: matching(DATE, 'must be in the format of YYYY-MM-DD'),
  }),
  radio_buttons: choices('initial_option', richOption),
  checkboxes: choices('initial_options', list(richOption, limits.choices)),
};

const inputs: Record<string, Check> = {
  plain_text_input: all(
    record(type, {
      ...holdable,
      initial_value: string(limits.inputLength),
      multiline: flag,
      min_length: whole(0, limits.inputLength),
      max_length: whole(1, limits.inputLength),
      dispatch_action_config: anything,
    }),
    lengths,
  ),
  email_text_input: typedLine,
  url_text_input: typedLine,
  number_input: record(
    { ...type, is_decimal_allowed: flag },
    {
      ...holdable,
      initial_value: string(limits.inputLength),
      min_value: string(40),
      max_value: string(40),
      dispatch_action_config: anything,
    },
  ),
};

/** What may stand in an actions block. */
export const actionElement = typed({ ...pickers, button });
/** What may stand beside a section's text. */
export const accessory = typed({ ...pickers, button, image });
/** What may stand in a form's input. */
export const inputElement = typed({ ...pickers, ...inputs });
/** What may stand in a context block. */
export const contextElement = typed({
  image,
  plain_text: record({ ...type, text: string(limits.sectionText, 1) }, { emoji: flag }),
  mrkdwn: record({ ...type, text: string(limits.sectionText, 1) }, { verbatim: flag }),
});

const style = record({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag });
const richElement = typed({
  text: record({ ...type, text: string(limits.messageText, 1) }, { style }),
  user: record({ ...type, user_id: id }, { style }),
  channel: record({ ...type, channel_id: id }, { style }),
  link: record({ ...type, url: string(3_000, 1) }, { text: string(3_000), style, unsafe: flag }),
  emoji: record({ ...type, name: string(100, 1) }, { unicode: string(100), style }),
  broadcast: record({ ...type, range: oneOf('here', 'channel', 'everyone') }, { style }),
  date: record(
    { ...type, timestamp: whole(0, 1e11), format: string(200, 1) },
    { url: string(3_000), fallback: string(200), style },
  ),
});
const richElements = list(richElement, 1_000, 0);
const richSection = record({ ...type, elements: richElements });

/** A section, quote, list or block of code of a rich text. */
export const richTextElement = typed({
  rich_text_section: richSection,
  rich_text_quote: record({ ...type, elements: richElements }, { border: whole(0, 1) }),
  rich_text_preformatted: record({ ...type, elements: richElements }, { border: whole(0, 1) }),
  rich_text_list: record(
    {
      ...type,
      style: oneOf('bullet', 'ordered'),
      elements: list(typed({ rich_text_section: richSection }), 1_000),
    },
    { indent: whole(0, 8), offset: whole(0, 10_000), border: whole(0, 1) },
  ),
});
