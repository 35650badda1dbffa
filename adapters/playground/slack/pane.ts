import { commands, messageActions } from '../../../src/commands.ts';
import type {
  Pane,
  PaneCommand,
  PaneConversation,
  PaneMessage,
  PaneModal,
  Persona,
} from '../pane.ts';
import { inputsOf, paneField } from './fields.ts';
import { mrkdwnParts, plainWords } from './mrkdwn.ts';
import { nameOf, type Reader } from './reader.ts';
import { blockParts } from './rendering.ts';
import { app, type Conversation, type Message, type OpenView, residentById } from './state.ts';
import { modalsOf, type Workspace } from './workspace.ts';

const paneCommands: PaneCommand[] = commands.map(({ name, description, usage }) => ({
  name,
  description,
  usage,
}));

/** What this persona sees now. */
export function paneOf(workspace: Workspace, persona: Persona): Pane {
  const timeZone = residentById(persona.user)?.timeZone ?? 'UTC';
  const reader: Reader = { workspace, timeZone };
  const modal = modalsOf(workspace, persona.user).at(-1);
  return {
    platform: 'slack',
    persona,
    commands: paneCommands,
    messageActions: messageActions.map(({ name }) => name),
    conversations: workspace.state.conversations
      .filter((conversation) => conversation.members.includes(persona.user))
      .map((conversation) => paneConversation(reader, conversation, persona.user)),
    ...(modal ? { modal: paneModal(reader, modal) } : {}),
  };
}

/** Whether this user sees the message: ephemeral ones are for one person. */
export const visibleTo = (user: string, message: Message): boolean =>
  message.onlyFor === undefined || message.onlyFor === user;

/** A message's id in a pane. */
export const paneMessageId = (conversation: Conversation, message: Message): string =>
  `${conversation.id}:${message.ts}`;

function paneConversation(
  reader: Reader,
  conversation: Conversation,
  user: string,
): PaneConversation {
  const { id, kind, members } = conversation;
  const messages = conversation.messages.filter((message) => visibleTo(user, message));
  const seen = conversation.read[user] ?? '';
  const others = members.filter((member) => member !== user && member !== app.user).map(nameOf);
  return {
    id,
    kind,
    name: kind === 'group-dm' ? others.join(', ') : conversation.name,
    members: members.map(nameOf),
    unread: messages.filter((message) => message.user !== user && message.ts > seen).length,
    messages: messages.map((message) => paneMessage(reader, conversation, message)),
  };
}

function paneMessage(reader: Reader, conversation: Conversation, message: Message): PaneMessage {
  const resident = residentById(message.user);
  return {
    id: paneMessageId(conversation, message),
    from: {
      name: nameOf(message.user),
      app: message.user === app.user,
      ...(resident ? { handle: resident.handle } : {}),
    },
    at: new Date(Number(message.ts) * 1000).toISOString(),
    private: message.onlyFor !== undefined,
    edited: message.edited !== undefined,
    waiting: false,
    text: plainWords(reader, message.text),
    parts: message.blocks.length
      ? blockParts(reader, message.blocks)
      : mrkdwnParts(reader, message.text),
  };
}

function paneModal(reader: Reader, view: OpenView): PaneModal {
  return {
    id: view.id,
    title: view.title?.text ?? '',
    close: view.close?.text ?? 'Cancel',
    ...(view.submit ? { submit: view.submit.text } : {}),
    parts: blockParts(reader, view.blocks),
    fields: inputsOf(view.blocks).map((block) => paneField(reader.workspace, view, block)),
  };
}
