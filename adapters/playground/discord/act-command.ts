import type { Acted } from '../pane.ts';
import { canSee, DM } from './channels.ts';
import {
  type CommandLine,
  nest,
  OPTION,
  optionValue,
  readLine,
  type SentOption,
} from './command-line.ts';
import type { InteractionDesk } from './interactions.ts';
import { memberAtStart } from './mentions.ts';
import { apiMessage, findMessage } from './messages.ts';
import { guildId, type Resident } from './residents.ts';
import { type Resolved, resolvedChannels, resolvedUsers } from './resolved.ts';
import { INTERACTION, type StoredChannel, type StoredCommand } from './state.ts';
import type { Town } from './town.ts';

/** Runs a typed command as the client would, or says what the client would say. */
export async function runCommand(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  channel: StoredChannel,
  text: string,
): Promise<Acted> {
  const line = readLine(town, person.user, channel, text);
  if (!line) {
    const name = /^\s*\/?(\S*)/.exec(text)?.[1] ?? '';
    return { ok: false, error: `There is no command /${name} here.` };
  }
  const data =
    line.command.type === 1
      ? slashData(town, person, channel, line)
      : contextData(town, channel, person, line.command, text);
  if ('error' in data) return { ok: false, error: data.error };
  const { command } = line;
  const outcome = await desk.deliver({
    type: INTERACTION.command,
    user: person.user,
    channel,
    commandName: [command.name, ...line.path.map(({ name }) => name)].join(' '),
    data: { ...headOf(command), ...data.data },
  });
  return outcome.ok ? { ok: true, answeredInMs: outcome.ms } : outcome;
}

/** What every interaction says about its command. */
export const headOf = (command: StoredCommand): Record<string, unknown> => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(command.guild ? { guild_id: command.guild } : {}),
});

type Data = { data: Record<string, unknown> } | { error: string };

function slashData(town: Town, person: Resident, channel: StoredChannel, line: CommandLine): Data {
  if (line.left) return { error: `/${line.command.name} doesn't take "${line.left}".` };
  const needsSub = line.options.some(({ type }) => type <= OPTION.group);
  if (needsSub) {
    const names = line.options.map(({ name }) => name).join(', ');
    return { error: `/${line.command.name} needs one of: ${names}.` };
  }
  const sent: SentOption[] = [];
  for (const { option, raw } of line.given) {
    if (raw === '' && !option.required) continue;
    const made = raw === '' ? { error: required(option.name) } : optionValue(town, option, raw);
    if ('error' in made) return made;
    sent.push({ name: option.name, type: option.type, value: made.value });
  }
  const missing = line.options.find(
    (option) => option.required && !sent.some(({ name }) => name === option.name),
  );
  if (missing) return { error: required(missing.name) };
  const resolved = resolveOptions(town, person, channel, sent);
  const options = nest(line.path, sent);
  return {
    data: {
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  };
}

const required = (name: string) => `${name}: this option is required. Specify a value.`;

/** Users, members and channels that options name by id. */
export function resolveOptions(
  town: Town,
  person: Resident,
  channel: StoredChannel,
  sent: SentOption[],
): Resolved {
  const idsOf = (...types: number[]) =>
    sent.filter(({ type }) => types.includes(type)).map(({ value }) => String(value));
  return {
    ...resolvedUsers(town, channel, idsOf(OPTION.user, OPTION.mentionable)),
    ...resolvedChannels(town, person.user, idsOf(OPTION.channel)),
  };
}

/** A command on a member (`Name @member`) or on a message (`Name 1234…`). */
function contextData(
  town: Town,
  channel: StoredChannel,
  person: Resident,
  command: StoredCommand,
  text: string,
): Data {
  const target = text.trim().replace(/^\//, '').slice(command.name.length).trim();
  if (command.type === 2) {
    const member = memberAtStart(town, target) ?? memberAtStart(town, `@${target}`);
    if (!member) return { error: `There is no member "${target}" here.` };
    const id = member.member.user;
    const option = { name: 'target', type: OPTION.user, value: id };
    return { data: { target_id: id, resolved: resolveOptions(town, person, channel, [option]) } };
  }
  return messageData(town, channel, person, target);
}

/** Runs a command of a message's menu. */
export async function runMessageCommand(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  channel: StoredChannel,
  message: string,
  name: string,
): Promise<Acted> {
  const command = town.state.commands.find((each) => each.type === 3 && each.name === name);
  if (!command) return { ok: false, error: `There is no "${name}" in the menu of a message.` };
  const data = messageData(town, channel, person, message);
  if ('error' in data) return { ok: false, error: data.error };
  const outcome = await desk.deliver({
    type: INTERACTION.command,
    user: person.user,
    channel,
    commandName: command.name,
    data: { ...headOf(command), ...data.data },
  });
  return outcome.ok ? { ok: true, answeredInMs: outcome.ms } : outcome;
}

function messageData(town: Town, channel: StoredChannel, person: Resident, target: string): Data {
  const message = findMessage(town, target, channel.id);
  const hidden = message?.onlyFor !== undefined && message.onlyFor !== person.user;
  if (!message || hidden || !canSee(town, channel, person.user)) {
    return { error: `There is no message "${target}" here.` };
  }
  // Running a command on a message hands its content over, whatever the intents.
  const whole = {
    ...apiMessage(town, message),
    content: message.content,
    components: message.components,
  };
  const place = channel.type === DM ? {} : { guild_id: guildId };
  return {
    data: {
      target_id: message.id,
      resolved: { messages: { [message.id]: { ...whole, ...place } } },
    },
  };
}
