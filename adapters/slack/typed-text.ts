import { unescapeText } from './plain-text.ts';

/**
 * What members typed, as Slack passes it on: mentions as `<@U123|name>` or `<@U123>`, channels as `<#C123|name>`, addresses
 * as `<https://…>` or `<https://…|as typed>`, and the rest escaped. In messages always, and in commands with `should_escape`
 * (docs.slack.dev/messaging/formatting-message-text#retrieving-messages, docs.slack.dev/interactivity/implementing-slash-commands).
 */

/**
 * As the member typed it, line by line. Where Slack names a member by id alone, the id stands behind the `@`, and `mentions`
 * has it.
 */
export function asTyped(words: string): { text: string; mentions?: string[] } {
  const mentions: string[] = [];
  const text = unescapeText(
    words
      .replace(/<@([^|>]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => {
        if (!name) mentions.push(id);
        return `@${name || id}`;
      })
      .replace(/<#([^|>]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
      .replace(/<!(?:subteam\^)?([^|>]+)(?:\|@?([^>]*))?>/g, (_, id: string, name?: string) => {
        return `@${name || id}`;
      })
      .replace(/<([^|>]+)(?:\|([^>]*))?>/g, (_, url: string, shown?: string) => {
        // Of "acme.example" Slack makes an address by itself.
        const isWhole = shown === undefined || (/^https?:/.test(url) && url.endsWith(shown));
        return isWhole ? url : shown;
      }),
  );
  return mentions.length > 0 ? { text, mentions } : { text };
}

/** The same as one line, for a name or a few words. */
export const oneLine = (words: string): string => asTyped(words).text.replace(/\s+/g, ' ').trim();
