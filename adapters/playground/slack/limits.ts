/**
 * What the local Slack refuses, as Slack does. Characters unless said otherwise. Sources: Slack's reference pages for blocks,
 * block elements, composition objects, views and slash commands (docs.slack.dev).
 */
export const limits = {
  messageText: 40_000,
  messageBlocks: 50,
  viewBlocks: 100,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  blockId: 255,
  actionId: 255,
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  accessibilityLabel: 75,
  placeholder: 150,
  label: 2_000,
  hint: 2_000,
  inputLength: 3_000,
  options: 100,
  optionGroups: 100,
  optionText: 75,
  optionValue: 150,
  /** Radio buttons and checkboxes. */
  choices: 10,
  altText: 2_000,
  imageTitle: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  tableRows: 100,
  tableCells: 20,
  /** Modals on top of each other. */
  modalStack: 3,
  /** People in a group DM beside the app. */
  groupDmPeople: 8,
  responseUrlUses: 5,
  responseUrlMs: 30 * 60 * 1000,
  /** Real time. */
  acknowledgeMs: 3_000,
  /** Real time. */
  triggerMs: 3_000,
} as const;
