import { escapeText } from './mrkdwn.ts';
import { app, residents } from './state.ts';
import type { Workspace } from './workspace.ts';

const ENDS = /[^\p{L}\p{N}_-]/u;

interface Nameable {
  /** What a person may type after the sign. */
  words: string[];
  written: string;
}

/** The longest name that stands at the start of `text` as whole words. */
function named(text: string, among: Nameable[]): { length: number; written: string } | undefined {
  let best: { length: number; written: string } | undefined;
  for (const { words, written } of among) {
    for (const word of words) {
      const after = text[word.length];
      const matches =
        text.slice(0, word.length).toLowerCase() === word.toLowerCase() &&
        (after === undefined || ENDS.test(after));
      if (matches && word.length > (best?.length ?? 0)) best = { length: word.length, written };
    }
  }
  return best;
}

/**
 * What a person typed as Slack passes it on: `@Name` and `@handle` become `<@U…|handle>`, `#channel` becomes `<#C…|channel>`,
 * addresses stand in angle brackets, and `&`, `<`, `>` are escaped.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#escaping-user-and-channel-names
 */
export function encodeTyped(workspace: Workspace, text: string): string {
  const members: Nameable[] = [
    ...residents.map(({ id, handle, name }) => ({
      words: [handle, name],
      written: `<@${id}|${handle}>`,
    })),
    { words: [app.handle], written: `<@${app.user}|${app.handle}>` },
  ];
  const channels: Nameable[] = workspace.state.conversations
    .filter((conversation) => conversation.kind === 'channel')
    .map(({ id, name }) => ({ words: [name], written: `<#${id}|${name}>` }));

  let encoded = '';
  let rest = text;
  while (rest) {
    const sign = rest[0];
    const starts = encoded === '' || /[\s(]$/.test(encoded);
    const found =
      starts && (sign === '@' || sign === '#')
        ? named(rest.slice(1), sign === '@' ? members : channels)
        : undefined;
    const raw = starts ? /^<[@#][A-Z0-9]+(\|[^>]*)?>/.exec(rest)?.[0] : undefined;
    const address = starts ? /^https?:\/\/[^\s<>|]+/.exec(rest)?.[0] : undefined;
    if (found) {
      encoded += found.written;
      rest = rest.slice(1 + found.length);
    } else if (raw) {
      encoded += raw;
      rest = rest.slice(raw.length);
    } else if (address) {
      encoded += `<${escapeText(address)}>`;
      rest = rest.slice(address.length);
    } else {
      encoded += escapeText(sign ?? '');
      rest = rest.slice(1);
    }
  }
  return encoded;
}
