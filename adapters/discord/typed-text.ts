/**
 * What members typed, as Discord passes it on, read the way they saw it: mentions as `<@id>`, roles as `<@&id>`, channels as
 * `<#id>`, emoji of a server as `<:name:id>`, commands as `</name:id>` (docs.discord.com/developers/reference#message-formatting).
 * Members stand in it by id behind the `@`, and `mentions` has them; roles and channels come without a name.
 */
export function asTyped(words: string): { text: string; mentions?: string[] } {
  const mentions: string[] = [];
  const text = words
    .replace(/<@!?(\d{1,20})>/g, (_, id: string) => {
      mentions.push(id);
      return `@${id}`;
    })
    .replace(/<@&\d{1,20}>/g, '@role')
    .replace(/<#\d{1,20}>/g, '#channel')
    .replace(/<a?(:\w{1,32}:)\d{1,20}>/g, '$1')
    .replace(/<(\/[^:>]{1,100}):\d{1,20}>/g, '$1');
  return mentions.length > 0 ? { text, mentions } : { text };
}
