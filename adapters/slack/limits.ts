/**
 * Slack's limits, in one table; rendering keeps them. Lengths are counted in UTF-16 units. Sources are pages under
 * https://docs.slack.dev/reference unless another is named.
 */
export const limits = {
  /** block-kit/blocks: "up to 50 blocks in each message". */
  messageBlocks: 50,
  /** block-kit/blocks: "100 blocks in modals or Home tabs". */
  viewBlocks: 100,
  /**
   * All blocks of one message as JSON. Slack documents no sum, but `chat.postMessage` answers `msg_blocks_too_long` from
   * about 13,200 characters on, containers counted (slackapi/bolt-js#2509, #2867).
   */
  messageSize: 12_000,
  /** methods/chat.postMessage: keep the top-level text under 4,000. */
  messageText: 3_000,
  /** One text element of rich text. Undocumented; section text's 3,000 is the number that is known to be safe. */
  richText: 3_000,
  /** One rich_text block as JSON, so that blocks can be spread over messages. Our own. */
  richTextBlockSize: 6_000,
  /** block-kit/blocks/header-block. */
  header: 150,
  /** block-kit/composition-objects/text-object. */
  contextText: 3_000,
  /** block-kit/blocks/actions-block. */
  actionsElements: 25,
  /** block-kit/block-elements: `action_id`. */
  actionId: 255,
  /** block-kit/block-elements/button-element: `text`. */
  buttonText: 75,
  /** block-kit/block-elements/button-element: `value`. */
  buttonValue: 2_000,
  /** block-kit/block-elements/button-element: `url`. */
  buttonUrl: 3_000,
  /** block-kit/block-elements: `placeholder`. */
  placeholder: 150,
  /** block-kit/block-elements/select-menu-element: options, and options of one group. */
  options: 100,
  /** block-kit/block-elements/select-menu-element: `option_groups`. */
  optionGroups: 100,
  /** block-kit/composition-objects/option-object: `text`. */
  optionText: 75,
  /** block-kit/composition-objects/option-object: `value`. */
  optionValue: 150,
  /** block-kit/blocks/table-block: rows, the head's included. */
  tableRows: 100,
  /** block-kit/blocks/table-block. */
  tableColumns: 20,
  /** block-kit/blocks/table-block: one in a message (`only_one_table_allowed`), none in a view. */
  tablesPerMessage: 1,
  /** surfaces/modals: `title`. */
  viewTitle: 24,
  /** surfaces/modals: `submit` and `close`. */
  viewButton: 24,
  /** surfaces/modals: `private_metadata`. */
  privateMetadata: 3_000,
  /** block-kit/blocks/input-block: `label`. */
  inputLabel: 2_000,
  /** block-kit/blocks/input-block: `hint`. */
  inputHint: 2_000,
  /** block-kit/block-elements/plain-text-input-element: `max_length`, `initial_value`. */
  inputLength: 3_000,
  /** methods/conversations.open: people in a group DM, the app not counted. */
  groupDmPeople: 8,
  /** app-manifest: `display_information.name`. */
  appName: 35,
  /** app-manifest: `display_information.description`. */
  appDescription: 140,
  /** app-manifest: a slash command's `description`. */
  commandDescription: 2_000,
  /** app-manifest: a slash command's `usage_hint`. */
  commandUsage: 1_000,
  /** app-manifest: `shortcuts`. */
  shortcuts: 10,
  /** interactivity/implementing-shortcuts: a shortcut's name. */
  shortcutName: 24,
  /** app-manifest: a shortcut's `callback_id`. */
  shortcutCallbackId: 255,
  /** app-manifest: a shortcut's `description`. */
  shortcutDescription: 150,
} as const;
