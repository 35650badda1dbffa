/** Text on its way to Slack. What a member wrote arrives whole and means nothing but itself. */

/**
 * Slack's control characters in `mrkdwn` and in a message's top-level `text`: with these three escaped, no mention, no
 * link and no date can come out of it (docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text that `escapeText` made, or that Slack escaped in a slash command. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * Characters that nobody can see and that JSON on the way may choke on (control characters, halves of a surrogate pair)
 * become something harmless of the same length, so that ranges into the text stay true.
 */
export const tidy = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ' '))
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** At most `max` long, for labels and titles of our own; an ellipsis says that there was more. */
export function shortened(text: string, max: number): string {
  const whole = tidy(text);
  if (whole.length <= max) return whole;
  return `${whole.slice(0, soundCut(whole, max - 1)).trimEnd()}…`;
}

/** Pieces of at most `max` that together are the text, cut where people would cut: after a line, after a word. */
export function pieces(text: string, max: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const window = rest.slice(0, max);
    const line = window.lastIndexOf('\n') + 1;
    const word = window.lastIndexOf(' ') + 1;
    const cut = line > max / 2 ? line : word > max / 2 ? word : soundCut(rest, max);
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest) found.push(rest);
  return found;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The last place up to `at` that splits no letter: no surrogate pair, no letter and its marks, no joined emoji. */
function soundCut(text: string, at: number): number {
  const from = Math.max(0, at - 64);
  let cut = from;
  for (const { index } of letters.segment(text.slice(from, at + 64))) {
    if (from + index > at) break;
    cut = from + index;
  }
  if (cut > 0) return cut;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
