/**
 * Discord's numbers, from its documentation (https://discord.com/developers/docs, the pages on messages, components,
 * modals, application commands and interactions). Lengths are in characters.
 */
export const LIMITS = {
  content: 2000,
  nonce: 25,
  /** A repeat of the same nonce within "a few minutes" is not a second message. Real time. */
  nonceMs: 5 * 60_000,
  embeds: 10,
  embedTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  actionRows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectOptionText: 100,
  selectPlaceholder: 150,
  /** Components v2, everything counted, nested ones too. */
  components: 40,
  componentsText: 4000,
  /**
   * Components v2 beyond this many UTF-8 bytes of text, plus 12 for each text display, get a 500 without a reason:
   * https://github.com/discord/discord-api-docs/issues/8554
   */
  componentsBytes: 10_170,
  sectionTexts: 3,
  modalTitle: 45,
  modalComponents: 5,
  labelText: 45,
  labelDescription: 100,
  textInput: 4000,
  textInputPlaceholder: 100,
  radioOptions: 10,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  choices: 25,
  choiceText: 100,
  commands: { 1: 100, 2: 15, 3: 15 } as Record<number, number>,
  threadName: 100,
  /** Real time until the first answer to an interaction. */
  answerMs: 3000,
  /** Local time that an interaction's token lives. */
  tokenMs: 15 * 60_000,
} as const;
