import type { AllowedMentions } from './check-message.ts';
import { membersOf, type Resident } from './residents.ts';
import { allComponents, type Component } from './state.ts';
import { channelIds, type Town } from './town.ts';

/** All the text of a message that can mention somebody. */
export const textOf = (message: { content: string; components: Component[] }): string =>
  [message.content, ...allComponents(message.components).map(({ content }) => content ?? '')].join(
    '\n',
  );

/** Users mentioned in the text who may be pinged; without a word about it everybody may. */
export function pingsIn(text: string, allowed: AllowedMentions | undefined): string[] {
  const mentioned = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1]!);
  const unique = [...new Set(mentioned)];
  if (!allowed || allowed.parse?.includes('users')) return unique;
  return unique.filter((user) => allowed.users?.includes(user));
}

/** The member at the start of the text, by `@handle`, `@Full Name`, `<@id>` or id, with what follows. */
export function memberAtStart(
  town: Town,
  text: string,
): { member: Resident; rest: string } | undefined {
  const lower = text.toLowerCase();
  const candidates = membersOf(town.state).flatMap((member) =>
    [`@${member.name}`, `@${member.handle}`, `<@${member.user}>`, `<@!${member.user}>`, member.user]
      .filter((name) => lower.startsWith(name.toLowerCase()))
      .map((name) => ({ member, length: name.length })),
  );
  const [best] = candidates
    .filter(({ length }) => !/^[\p{L}\p{N}_]/u.test(text.slice(length)))
    .sort((a, b) => b.length - a.length);
  return best && { member: best.member, rest: text.slice(best.length) };
}

/** What the client sends when a person types `@name` or `#channel` and picks it: mentions by id. */
export function withMentions(town: Town, text: string): string {
  let out = '';
  let rest = text;
  while (rest) {
    const start = /(?:^|[^\p{L}\p{N}_<])(?=[@#])/u.exec(rest);
    if (!start) break;
    const at = start.index + start[0].length;
    out += rest.slice(0, at);
    rest = rest.slice(at);
    const member = memberAtStart(town, rest);
    const channel = Object.keys(channelIds).find((name) => rest.startsWith(`#${name}`));
    if (member) {
      out += `<@${member.member.user}>`;
      rest = member.rest;
    } else if (channel) {
      out += `<#${channelIds[channel]}>`;
      rest = rest.slice(channel.length + 1);
    } else {
      out += rest[0];
      rest = rest.slice(1);
    }
  }
  return out + rest;
}
