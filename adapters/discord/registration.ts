import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { type CommandOption, commands } from '../../src/commands.ts';

/** Translations of one command or option, by Discord's locale (`de`, `es-ES`). */
export interface Localized {
  name?: Record<string, string>;
  description?: Record<string, string>;
}

export interface RegistrationOptions {
  /** `guild`: for one server, in development; what only global commands may say is left out. */
  scope?: 'global' | 'guild';
  /** Translations of `ask-intro` or `ask-intro.helper`. */
  localize?: (key: string) => Localized | undefined;
}

export type DiscordCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * The commands as Discord registers them. Only in servers, never in DMs, where no community is known (`contexts`, which
 * replaced `dm_permission`), and only for apps installed to a server.
 */
export function discordCommands(options: RegistrationOptions = {}): DiscordCommand[] {
  const translated = (key: string) => {
    const { name, description } = options.localize?.(key) ?? {};
    return {
      ...(name ? { name_localizations: name } : {}),
      ...(description ? { description_localizations: description } : {}),
    };
  };
  return commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    ...translated(command.name),
    options: command.options.map((option) => ({
      ...optionBody(option),
      ...translated(`${command.name}.${option.name}`),
    })),
    ...(options.scope === 'guild'
      ? {}
      : {
          contexts: [InteractionContextType.Guild],
          integration_types: [ApplicationIntegrationType.GuildInstall],
        }),
  }));
}

function optionBody({ name, description, kind, completes, maxLength }: CommandOption) {
  return kind === 'member'
    ? { type: ApplicationCommandOptionType.User as const, name, description, required: false }
    : {
        type: ApplicationCommandOptionType.String as const,
        name,
        description,
        required: false,
        autocomplete: completes as boolean as false,
        ...(maxLength ? { max_length: maxLength } : {}),
      };
}

/** Whether what is registered already says all that we would register, so that nothing has to be written. */
export function sameCommands(ours: DiscordCommand[], registered: unknown[]): boolean {
  if (ours.length !== registered.length) return false;
  const byName = new Map(registered.map((command) => [nameOf(command), command]));
  return ours.every((command) => says(byName.get(command.name), command));
}

const nameOf = (command: unknown): unknown =>
  typeof command === 'object' && command !== null && 'name' in command ? command.name : undefined;

/** Discord leaves defaults out and adds fields of its own. */
function says(theirs: unknown, ours: unknown): boolean {
  if (Array.isArray(ours)) {
    const list = Array.isArray(theirs) ? theirs : [];
    return list.length === ours.length && ours.every((value, i) => says(list[i], value));
  }
  if (typeof ours === 'object' && ours !== null) {
    const theirFields = typeof theirs === 'object' && theirs !== null ? theirs : {};
    const fields = new Map<string, unknown>(Object.entries(theirFields));
    return Object.entries(ours).every(([key, value]) => says(fields.get(key), value));
  }
  return theirs === ours || ((theirs === undefined || theirs === null) && ours === false);
}
