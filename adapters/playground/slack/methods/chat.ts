import { blockProblems, completeBlocks } from '../block-checks.ts';
import { limits } from '../limits.ts';
import { app, type Block, type Conversation, type Message, residentById, team } from '../state.ts';
import {
  appDmOf,
  conversationById,
  isDmClosed,
  messageAt,
  nextId,
  post,
  removeMessage,
  type Workspace,
} from '../workspace.ts';
import { type Args, type Method, type Result, refuse, stringArg, structureArg } from './method.ts';

/** Where a message goes, or why not. A user's id means the app's DM with them. */
function destination(
  workspace: Workspace,
  channel: string,
): { conversation: Conversation } | { refused: Result } {
  const conversation =
    conversationById(workspace, channel) ??
    workspace.state.conversations.find((each) => `#${each.name}` === channel) ??
    appDmOf(workspace, channel);
  if (!conversation) {
    if (residentById(channel)?.isBot) return { refused: refuse('cannot_dm_bot') };
    return { refused: refuse('channel_not_found') };
  }
  if (isDmClosed(workspace, conversation)) return { refused: refuse('messages_tab_disabled') };
  if (!conversation.members.includes(app.user)) return { refused: refuse('not_in_channel') };
  return { conversation };
}

/** A message's text and blocks, checked and completed. `blocks` is absent when the app gave none. */
export function contentOf(
  workspace: Workspace,
  args: Args,
): { text: string; blocks?: Block[] } | { refused: Result } {
  const text = stringArg(args, 'text') ?? '';
  if (text.length > limits.messageText) return { refused: refuse('msg_too_long') };
  const given = structureArg(args, 'blocks');
  if (given === 'malformed') return { refused: refuse('invalid_blocks_format') };
  if (given.value === undefined || given.value === null) return { text };
  const problems = blockProblems(given.value);
  if (problems.length) {
    const errors = problems.map((problem) => problem.replace('[ERROR] ', ''));
    return { refused: { ...refuse('invalid_blocks', problems), errors } };
  }
  return { text, blocks: completeBlocks(given.value, () => nextId(workspace, 'K')) };
}

/** A message as the API and the payloads show it. */
export function messageObject(message: Message) {
  const own = message.user === app.user;
  return {
    type: 'message',
    ...(own ? { bot_id: app.bot, app_id: app.id } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { user: app.user, ts: message.edited } } : {}),
    ...(message.onlyFor ? { is_ephemeral: true } : {}),
    blocks: message.blocks,
  };
}

const postMessage: Method = (workspace, args) => {
  const to = destination(workspace, stringArg(args, 'channel') ?? '');
  if ('refused' in to) return to.refused;
  const content = contentOf(workspace, args);
  if ('refused' in content) return content.refused;
  if (!content.text && !content.blocks?.length) return refuse('no_text');
  const threadTs = stringArg(args, 'thread_ts');
  const message = post(workspace, to.conversation, {
    text: content.text,
    blocks: content.blocks ?? [],
    ...(threadTs ? { threadTs } : {}),
  });
  return {
    ok: true,
    channel: to.conversation.id,
    ts: message.ts,
    message: messageObject(message),
  };
};

const postEphemeral: Method = (workspace, args) => {
  const to = destination(workspace, stringArg(args, 'channel') ?? '');
  if ('refused' in to) return to.refused;
  const user = stringArg(args, 'user') ?? '';
  if (!residentById(user)) return refuse('user_not_found');
  if (!to.conversation.members.includes(user)) return refuse('user_not_in_channel');
  const content = contentOf(workspace, args);
  if ('refused' in content) return content.refused;
  if (!content.text && !content.blocks?.length) return refuse('no_text');
  const message = post(workspace, to.conversation, {
    text: content.text,
    blocks: content.blocks ?? [],
    onlyFor: user,
  });
  return { ok: true, message_ts: message.ts };
};

/** The app's message that a call names. Ephemeral ones can't be reached by the API, only by their `response_url`. */
function ownMessage(
  workspace: Workspace,
  args: Args,
  notOwn: string,
): { conversation: Conversation; message: Message } | { refused: Result } {
  const conversation = conversationById(workspace, stringArg(args, 'channel') ?? '');
  if (!conversation) return { refused: refuse('channel_not_found') };
  const message = messageAt(workspace, conversation.id, stringArg(args, 'ts') ?? '');
  if (!message || message.onlyFor) return { refused: refuse('message_not_found') };
  if (message.user !== app.user) return { refused: refuse(notOwn) };
  return { conversation, message };
}

const update: Method = (workspace, args) => {
  const found = ownMessage(workspace, args, 'cant_update_message');
  if ('refused' in found) return found.refused;
  const content = contentOf(workspace, args);
  if ('refused' in content) return content.refused;
  // Blocks that aren't given stay as they were; an empty list removes them.
  const blocks = content.blocks ?? found.message.blocks;
  const text = args.text === undefined ? found.message.text : content.text;
  if (!text && !blocks.length) return refuse('no_text');
  revise(workspace, found.message, { text, blocks });
  return {
    ok: true,
    channel: found.conversation.id,
    ts: found.message.ts,
    text,
    message: messageObject(found.message),
  };
};

/** Changes a message in its place. */
export function revise(
  workspace: Workspace,
  message: Message,
  content: { text: string; blocks: Block[] },
): void {
  message.text = content.text;
  message.blocks = content.blocks;
  message.edited = `${Math.floor(workspace.clock.now().getTime() / 1000)}.000000`;
  workspace.changed();
}

const remove: Method = (workspace, args) => {
  const found = ownMessage(workspace, args, 'cant_delete_message');
  if ('refused' in found) return found.refused;
  removeMessage(workspace, found.conversation, found.message.ts);
  return { ok: true, channel: found.conversation.id, ts: found.message.ts };
};

/** `chat.*`. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};
