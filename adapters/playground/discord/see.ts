import type { Pane, PaneConversation, PaneField, PaneMessage, PaneModal } from '../pane.ts';
import { canSee, DM, isThread } from './channels.ts';
import { availableCommands, localized, usageOf } from './command-line.ts';
import { visibleTo } from './messages.ts';
import { optionsOf, partsOfComponents, partsOfMessage, readerFor, wordsOf } from './parts.ts';
import { membersOf, personas, type Resident, residentOf, theApp } from './residents.ts';
import { byAge } from './snowflake.ts';
import {
  COMPONENT,
  type Component,
  FLAGS,
  type StoredChannel,
  type StoredMessage,
} from './state.ts';
import { localeOf, nameOf, type Town } from './town.ts';

/** Kinds of commands: typed, and in the menu of a message. */
const SLASH = 1;
const ON_MESSAGE = 3;

/** What the person's Discord shows now. */
export function paneFor(town: Town, person: Resident): Pane {
  const locale = localeOf(town, person.user);
  const modal = town.state.modals[person.user];
  const available = availableCommands(town, person.user);
  return {
    platform: 'discord',
    persona: personas.find(({ user }) => user === person.user)!,
    commands: available
      .filter(({ type }) => type === SLASH)
      .map((command) => ({
        name: localized(command.name, command.name_localizations, locale),
        description: localized(command.description, command.description_localizations, locale),
        usage: usageOf(command, locale),
      })),
    messageActions: available.filter(({ type }) => type === ON_MESSAGE).map(({ name }) => name),
    conversations: conversationsOf(town, person).map((channel) =>
      conversation(town, channel, person),
    ),
    ...(modal ? { modal: paneModal(town, person) } : {}),
  };
}

/** Channels as the server orders them, then the bot's DM, then threads, the oldest first. */
function conversationsOf(town: Town, person: Resident): StoredChannel[] {
  const mine = Object.values(town.state.channels).filter((channel) => {
    if (channel.type === DM) return channel.recipient === person.user;
    if (isThread(channel) && !channel.members?.[person.user]) return false;
    return canSee(town, channel, person.user);
  });
  const rank = (channel: StoredChannel) => (isThread(channel) ? 2 : channel.type === DM ? 1 : 0);
  return mine.sort((a, b) => rank(a) - rank(b) || byAge(a.id, b.id));
}

function conversation(town: Town, channel: StoredChannel, person: Resident): PaneConversation {
  const messages = visibleTo(town, channel, person.user);
  const seen = BigInt(town.state.seen[person.user]?.[channel.id] ?? '0');
  return {
    id: channel.id,
    kind: channel.type === DM ? 'app-dm' : isThread(channel) ? 'thread' : 'channel',
    name: channel.name,
    members: membersIn(town, channel).map(nameOf),
    unread: messages.filter(({ id, author }) => author !== person.user && BigInt(id) > seen).length,
    messages: messages.map((message) => paneMessage(town, message, person)),
  };
}

function membersIn(town: Town, channel: StoredChannel): string[] {
  if (channel.type === DM) return [channel.recipient ?? '', theApp.user];
  if (isThread(channel)) return Object.keys(channel.members ?? {});
  const everybody = membersOf(town.state).map(({ user }) => user);
  return everybody.filter((user) => canSee(town, channel, user));
}

function paneMessage(town: Town, message: StoredMessage, person: Resident): PaneMessage {
  const author = residentOf(message.author);
  const isApp = message.author === theApp.user;
  const waiting = (message.flags & FLAGS.loading) !== 0;
  const parts = partsOfMessage(town, message, person);
  return {
    id: message.id,
    from: {
      name: nameOf(message.author),
      ...(author && !isApp ? { handle: author.handle } : {}),
      app: isApp,
    },
    at: message.at,
    private: message.onlyFor !== undefined,
    edited: message.editedAt !== null,
    waiting,
    text: waiting ? `${theApp.name} is thinking…` : wordsOf(parts),
    parts,
  };
}

function paneModal(town: Town, person: Resident): PaneModal {
  const modal = town.state.modals[person.user]!;
  const reader = readerFor(town, person, true);
  return {
    id: modal.id,
    title: modal.title,
    submit: 'Submit',
    close: 'Cancel',
    parts: partsOfComponents(
      town,
      modal.components.filter(({ type }) => type === COMPONENT.textDisplay),
      person,
      reader,
    ),
    fields: inputsOf(modal.components).map(({ input, label, hint }) =>
      paneField(town, person, input, label, hint, modal.typed[input.custom_id ?? '']),
    ),
  };
}

/** What a modal asks for, with its label, in both of Discord's forms. */
export function inputsOf(
  components: Component[],
): { input: Component; label: string; hint?: string }[] {
  return components.flatMap((top) => {
    if (top.type === COMPONENT.label && top.component) {
      const hint = top.description ? { hint: top.description } : {};
      return [{ input: top.component, label: top.label ?? '', ...hint }];
    }
    if (top.type !== COMPONENT.actionRow) return [];
    return (top.components ?? []).map((input) => ({ input, label: input.label ?? '' }));
  });
}

/** What stands in an input before the person touches it. */
export const prefilled = (input: Component): string =>
  input.value ??
  input.options?.find((option) => option.default)?.value ??
  input.default_values?.[0]?.id ??
  '';

function paneField(
  town: Town,
  person: Resident,
  input: Component,
  label: string,
  hint: string | undefined,
  typed: string | undefined,
): PaneField {
  const isText = input.type === COMPONENT.textInput;
  return {
    id: input.custom_id ?? '',
    label,
    kind: kindOf(input),
    required: input.required !== false,
    value: typed ?? prefilled(input),
    ...(hint ? { hint } : {}),
    ...(input.placeholder ? { placeholder: input.placeholder } : {}),
    ...(input.min_length ? { minLength: input.min_length } : {}),
    ...(isText ? { maxLength: input.max_length ?? 4000 } : {}),
    ...(isText ? {} : { options: optionsOf(town, input, person) }),
  };
}

function kindOf(input: Component): PaneField['kind'] {
  if (input.type === COMPONENT.textInput) return input.style === 2 ? 'paragraph' : 'line';
  if (input.type === COMPONENT.userSelect) return 'member';
  return input.type === COMPONENT.channelSelect ? 'channel' : 'choice';
}
