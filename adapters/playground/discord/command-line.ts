import { DM, permissionsIn } from './channels.ts';
import { memberAtStart, withMentions } from './mentions.ts';
import { permissionsOf } from './residents.ts';
import type { CommandOption, StoredChannel, StoredCommand } from './state.ts';
import { channelIds, localeOf, type Town } from './town.ts';

/** Kinds of options: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
export const OPTION = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  mentionable: 9,
  number: 10,
} as const;

/** An option as an interaction carries it. */
export interface SentOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  options?: SentOption[];
  focused?: boolean;
}

export const localized = (
  text: string,
  texts: Record<string, string> | null | undefined,
  locale: string,
): string => texts?.[locale] ?? text;

/** Commands that this person can use: in this channel, or anywhere. */
export function availableCommands(
  town: Town,
  user: string,
  channel?: StoredChannel,
): StoredCommand[] {
  const inDm = channel?.type === DM;
  return town.state.commands.filter((command) => {
    const where = command.contexts ?? [0, 1];
    if (channel && !where.includes(inDm ? 1 : 0)) return false;
    if (inDm) return command.guild === undefined;
    const needed = BigInt(command.default_member_permissions ?? 0);
    const has = channel ? permissionsIn(town, channel, user) : permissionsOf(user);
    return (has & needed) === needed;
  });
}

/** `<needed> [optional]`. */
export function usageOf(command: StoredCommand, locale: string): string {
  if (command.type === 2) return '@member';
  if (command.type === 3) return 'message id';
  return command.options
    .map((option) => {
      const name = localized(option.name, option.name_localizations, locale);
      return option.required ? `<${name}>` : `[${name}]`;
    })
    .join(' ');
}

/** A typed line, taken apart. */
export interface CommandLine {
  command: StoredCommand;
  /** Subcommands on the way, outermost first. */
  path: CommandOption[];
  /** Options that can be given here. */
  options: CommandOption[];
  /** Where in the line each given option stands; `raw` as typed. */
  given: { option: CommandOption; raw: string; from: number; named: boolean }[];
  /** What fits nowhere. */
  left: string;
}

/** Takes a line apart: `/name option:value option:value`, or the values in the options' order. */
export function readLine(
  town: Town,
  user: string,
  channel: StoredChannel,
  line: string,
): CommandLine | undefined {
  const locale = localeOf(town, user);
  const named = availableCommands(town, user, channel)
    .flatMap((command) => [
      { command, name: command.name },
      { command, name: localized(command.name, command.name_localizations, locale) },
    ])
    .sort((a, b) => b.name.length - a.name.length);
  const start = /^\s*\/?/.exec(line)![0].length;
  const hit = named.find(
    ({ name }) => line.startsWith(name, start) && /^(\s|$)/.test(line.slice(start + name.length)),
  );
  if (!hit) return undefined;
  let at = start + hit.name.length;
  let { options } = hit.command;
  const path: CommandOption[] = [];
  for (;;) {
    const subcommands = options.filter(({ type }) => type <= OPTION.group);
    const word = /^\s*(\S+)/.exec(line.slice(at));
    const sub = subcommands.find((option) =>
      [option.name, localized(option.name, option.name_localizations, locale)].includes(
        word?.[1] ?? '',
      ),
    );
    if (!sub || !word) break;
    path.push(sub);
    options = sub.options ?? [];
    at += word[0].length;
  }
  return { command: hit.command, path, options, ...readOptions(town, options, line, at, locale) };
}

function readOptions(
  town: Town,
  options: CommandOption[],
  line: string,
  at: number,
  locale: string,
): Pick<CommandLine, 'given' | 'left'> {
  const values = options.filter(({ type }) => type > OPTION.group);
  const starts = values
    .flatMap((option) =>
      [...new Set([option.name, localized(option.name, option.name_localizations, locale)])].map(
        (name) => ({ option, ...findName(line, name, at) }),
      ),
    )
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const given: CommandLine['given'] = starts.map(({ option, to }, index) => ({
    option,
    raw: line.slice(to, starts[index + 1]?.from ?? line.length).trim(),
    from: to,
    named: true,
  }));
  const unnamed = values.filter((option) => !starts.some((named) => named.option === option));
  let rest = line.slice(at, starts[0]?.from ?? line.length);
  let from = at;
  const positional: CommandLine['given'] = [];
  for (const [index, option] of unnamed.entries()) {
    const trimmed = rest.trimStart();
    from += rest.length - trimmed.length;
    if (!trimmed) break;
    const length = lengthOf(town, option, trimmed, index === unnamed.length - 1);
    const raw = trimmed.slice(0, length).trimEnd();
    positional.push({ option, raw, from, named: false });
    rest = trimmed.slice(length);
    from += length;
  }
  return { given: [...positional, ...given], left: rest.trim() };
}

/** Where `name:` stands as a word of its own, and where its value begins. */
function findName(line: string, name: string, after: number): { from: number; to: number } {
  for (let from = line.indexOf(`${name}:`, after); from >= 0; ) {
    if (/\s/.test(line[from - 1] ?? ' ')) return { from, to: from + name.length + 1 };
    from = line.indexOf(`${name}:`, from + 1);
  }
  return { from: -1, to: -1 };
}

/** How much of the text is this option's when options go by their order: a member, a word, or for the last one all. */
function lengthOf(town: Town, option: CommandOption, text: string, last: boolean): number {
  const member = memberAtStart(town, text);
  if (member) {
    const { length } = member.rest;
    if (option.type !== OPTION.text || !last || !member.rest.trim()) return text.length - length;
  }
  if (last && option.type === OPTION.text) return text.length;
  return /^\S+/.exec(text)![0].length;
}

/** What the client sends for an option, or what it says when it can't. */
export function optionValue(
  town: Town,
  option: CommandOption,
  raw: string,
): { value: string | number | boolean } | { error: string } {
  const choice = option.choices?.find(({ name, value }) => name === raw || String(value) === raw);
  if (choice) return { value: choice.value };
  if (option.choices?.length) return { error: `${option.name}: choose one of the listed options.` };
  switch (option.type) {
    case OPTION.user:
    case OPTION.mentionable: {
      const member = memberAtStart(town, raw) ?? memberAtStart(town, `@${raw}`);
      if (member && !member.rest.trim()) return { value: member.member.user };
      return { error: `${option.name}: there is no member "${raw}" here.` };
    }
    case OPTION.channel: {
      const id = channelIds[raw.replace(/^#/, '')] ?? /^<?#?(\d+)>?$/.exec(raw)?.[1];
      if (id && town.state.channels[id]) return { value: id };
      return { error: `${option.name}: there is no channel "${raw}" here.` };
    }
    case OPTION.boolean:
      if (/^(true|false)$/i.test(raw)) return { value: raw.toLowerCase() === 'true' };
      return { error: `${option.name}: type true or false.` };
    case OPTION.integer:
    case OPTION.number: {
      const number = Number(raw);
      const whole = option.type === OPTION.number || Number.isInteger(number);
      if (raw !== '' && Number.isFinite(number) && whole) return { value: number };
      return { error: `${option.name}: type a number.` };
    }
    case OPTION.text: {
      const text = withMentions(town, raw);
      const { min_length: min = 0, max_length: max = 6000 } = option;
      if (text.length < min) return { error: `${option.name}: at least ${min} characters.` };
      if (text.length > max) return { error: `${option.name}: at most ${max} characters.` };
      return { value: text };
    }
    default:
      return { error: `${option.name}: this kind of option can't be typed here.` };
  }
}

/** Puts options back under their subcommands. */
export const nest = (path: CommandOption[], options: SentOption[]): SentOption[] =>
  path.reduceRight((inner, { name, type }) => [{ name, type, options: inner }], options);
