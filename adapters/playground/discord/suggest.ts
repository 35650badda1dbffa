import type { Acted } from '../pane.ts';
import { headOf, resolveOptions } from './act-command.ts';
import {
  availableCommands,
  type CommandLine,
  localized,
  nest,
  OPTION,
  optionValue,
  readLine,
  type SentOption,
} from './command-line.ts';
import type { InteractionDesk } from './interactions.ts';
import { membersOf, type Resident } from './residents.ts';
import { type CommandOption, INTERACTION, type StoredChannel } from './state.ts';
import { localeOf, type Town } from './town.ts';

type Suggestions = { value: string; label: string }[];

/** Completions for a line as typed so far; each `value` is the whole line with the completion in it. */
export async function suggest(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  channel: StoredChannel,
  text: string,
): Promise<Acted> {
  const locale = localeOf(town, person.user);
  const line = readLine(town, person.user, channel, text);
  const typing = /^\s*\/?\S*$/.test(text);
  if (!line || typing) {
    const start = text.trim().replace(/^\//, '').toLowerCase();
    const commands = availableCommands(town, person.user, channel).map((command) => ({
      name: localized(command.name, command.name_localizations, locale),
      description: localized(command.description, command.description_localizations, locale),
    }));
    return {
      ok: true,
      suggestions: commands
        .filter(({ name }) => name.toLowerCase().startsWith(start))
        .map(({ name, description }) => ({
          value: `/${name} `,
          label: description ? `/${name} – ${description}` : `/${name}`,
        })),
    };
  }
  const current = currentOption(town, line, text);
  const names = optionNames(line, text, locale, current);
  if (!current) return { ok: true, suggestions: names };
  const before = text.slice(0, current.from);
  const toLine = (values: Suggestions): Suggestions =>
    values.map(({ value, label }) => ({ value: before + value, label }));
  const members = toLine(memberSuggestions(town, current.option, current.raw));
  const choices = toLine(
    (current.option.choices ?? [])
      .filter(({ name }) => name.toLowerCase().includes(current.raw.toLowerCase()))
      .map(({ name }) => ({ value: name, label: name })),
  );
  if (!current.option.autocomplete || members.length > 0) {
    return { ok: true, suggestions: [...members, ...choices, ...names] };
  }
  const outcome = await desk.deliver({
    type: INTERACTION.autocomplete,
    user: person.user,
    channel,
    commandName: line.command.name,
    data: autocompleteData(town, person, channel, line, current),
  });
  if (!outcome.ok) return { ok: false, error: 'Loading options failed' };
  const completions = (outcome.choices ?? []).map(({ name, value }) => ({ value, label: name }));
  return { ok: true, answeredInMs: outcome.ms, suggestions: [...toLine(completions), ...names] };
}

interface Current {
  option: CommandOption;
  raw: string;
  from: number;
}

/** The option that is being typed: the last one, unless it is a whole value and a space ends it. */
function currentOption(town: Town, line: CommandLine, text: string): Current | undefined {
  const last = line.given.toSorted((a, b) => a.from - b.from).at(-1);
  const next = line.options.find(
    (option) => option.type > OPTION.group && !line.given.some((given) => given.option === option),
  );
  const fresh = next ? { option: next, raw: '', from: text.length } : undefined;
  if (!last) return /\s$/.test(text) ? fresh : undefined;
  const whole =
    last.option.type !== OPTION.text && 'value' in optionValue(town, last.option, last.raw);
  if (!/\s$/.test(text) || !whole) return last;
  return last.named ? undefined : fresh;
}

function optionNames(
  line: CommandLine,
  text: string,
  locale: string,
  current: Current | undefined,
): Suggestions {
  const word = /(\S*)$/.exec(text)![1]!;
  if (current && line.given.some(({ option, named }) => named && option === current.option))
    return [];
  return line.options
    .filter((option) => !line.given.some((given) => given.named && given.option === option))
    .map((option) => ({ option, name: localized(option.name, option.name_localizations, locale) }))
    .filter(({ name }) => name.startsWith(word))
    .map(({ option, name }) => {
      const value = option.type <= OPTION.group ? `${name} ` : `${name}:`;
      return {
        value: text.slice(0, text.length - word.length) + value,
        label: `${name} – ${localized(option.description, option.description_localizations, locale)}`,
      };
    });
}

function memberSuggestions(town: Town, option: CommandOption, raw: string): Suggestions {
  const picks = option.type === OPTION.user || option.type === OPTION.mentionable;
  if (!picks && !(option.type === OPTION.text && raw.startsWith('@'))) return [];
  const start = raw.replace(/^@/, '').toLowerCase();
  return membersOf(town.state)
    .filter(({ handle, name }) => `${handle} ${name}`.toLowerCase().includes(start))
    .map(({ handle, name }) => ({ value: `@${handle} `, label: `@${name}` }));
}

function autocompleteData(
  town: Town,
  person: Resident,
  channel: StoredChannel,
  line: CommandLine,
  current: Current,
): Record<string, unknown> {
  const sent = line.given.flatMap(({ option, raw }): SentOption[] => {
    if (option === current.option || raw === '') return [];
    const made = optionValue(town, option, raw);
    return 'error' in made ? [] : [{ name: option.name, type: option.type, value: made.value }];
  });
  const { name, type } = current.option;
  const focused = { name, type, value: current.raw, focused: true };
  const resolved = resolveOptions(town, person, channel, sent);
  return {
    ...headOf(line.command),
    options: nest(line.path, [...sent, focused]),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}
