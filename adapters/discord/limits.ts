/**
 * Discord's limits, in one table; rendering keeps them. Lengths count UTF-16 units, which is never less than what Discord
 * counts. Sources are pages under https://docs.discord.com/developers unless another is named.
 */
export const limits = {
  /** components/reference: without components v2. */
  content: 2000,
  /** components/reference: "messages allow up to 40 total components", nested ones included. */
  components: 40,
  /** components/reference: the text of all components together. We count labels and options too, to be safe. */
  text: 4000,
  /**
   * discord/discord-api-docs#8554: more than about 10,170 UTF-8 bytes of text, 12 added for each text display, is answered
   * with a server error.
   */
  textBytes: 10_000,
  /** components/reference#action-row. */
  buttonsPerRow: 5,
  /** components/reference#legacy-message-component-behavior: action rows of a message without components v2. */
  legacyRows: 5,
  /** components/reference#button. */
  buttonLabel: 80,
  /** components/reference#button. */
  buttonUrl: 512,
  /** components/reference#component-object. */
  customId: 100,
  /** components/reference#string-select. */
  selectOptions: 25,
  /** components/reference#string-select-select-option-structure. */
  selectOption: 100,
  /** components/reference#string-select. */
  selectPlaceholder: 150,
  /** interactions/receiving-and-responding: a modal has 1 to 5 components at its top. */
  modalComponents: 5,
  /** interactions/receiving-and-responding. */
  modalTitle: 45,
  /** components/reference#label. */
  label: 45,
  /** components/reference#label. */
  labelDescription: 100,
  /** components/reference#text-input. */
  inputPlaceholder: 100,
  /** components/reference#text-input. */
  inputLength: 4000,
  /** interactions/receiving-and-responding: autocomplete choices. */
  choices: 25,
  /** interactions/application-commands: a choice's name and value. */
  choice: 100,
  /** resources/channel#start-thread-without-message. */
  threadName: 100,
  /** resources/message#create-message. */
  nonce: 25,
  /**
   * resources/message#create-message: a nonce is "checked for uniqueness in the past few minutes". Nobody says how many;
   * we rely on two. In milliseconds.
   */
  nonceWindow: 120_000,
  /** interactions/receiving-and-responding#followup-messages: "interaction tokens are valid for 15 minutes". In milliseconds. */
  tokenLife: 900_000,
} as const;

/** Our own words within `max` characters, an ellipsis for what doesn't fit. Never for what a member wrote. */
export function shorten(words: string, max: number): string {
  if (words.length <= max) return words;
  // A surrogate pair isn't cut in half.
  return `${words.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
