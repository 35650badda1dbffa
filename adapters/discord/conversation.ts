import type { APIChannel, APIGuildTextChannel, APIMessage, APIThreadList } from 'discord.js';
import { ChannelType, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { withoutLooseControls } from '../../src/directions.ts';
import type { Conversation } from '../../src/effect.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Claimed } from '../../src/ports.ts';
import { type Api, DiscordTrouble, refusedWith } from './api.ts';
import type { DiscordDirectory } from './directory.ts';
import { limits, shorten } from './limits.ts';
import { type Sent, sendMessages } from './messages.ts';
import { threadCode } from './nonce.ts';
import { channelPermissions, mayJoinThread } from './permissions.ts';
import { renderView } from './render.ts';

export interface ConversationTools {
  api: Api;
  directory: DiscordDirectory;
  log: Logger;
  /** The bot's own user id. */
  self: () => string;
}

export type Opened =
  | { opened: Sent }
  /** Nothing is left behind. */
  | { refused: string };

type TextChannel = APIGuildTextChannel<ChannelType.GuildText>;

/** A week, the longest that a thread stays listed while nobody writes. In minutes. */
const ARCHIVE_AFTER = 10_080;

/**
 * Opens a private thread for these members: only they, the bot and moderators read it. `again`: an earlier try may have made
 * the thread, so it is looked for by its code before another is made. Rejects with `DiscordTrouble`.
 */
export async function openConversation(
  tools: ConversationTools,
  claimed: Claimed,
  effect: Conversation,
  again: boolean,
): Promise<Opened> {
  const { api } = tools;
  if (!effect.channel) return { refused: 'no channel for introductions is chosen' };
  const channel = await textChannel(api, claimed.community.id, effect.channel);
  if (!channel) return { refused: 'the channel for introductions is gone or not a text channel' };

  const found = again ? await findThread(tools, claimed, channel.id) : undefined;
  if (found) {
    const opening = await openingIn(tools, found);
    if (opening) return { opened: { channel: found, message: opening } };
  }
  const reason = await whoCannotJoin(tools, effect, channel);
  if (reason) {
    if (found) await abandon(tools, found);
    return { refused: reason };
  }
  const thread = found ?? (await createThread(api, claimed, effect, channel.id));
  const users = effect.members.map((member) => member.user);
  for (const user of users) {
    try {
      await api('PUT', Routes.threadMembers(thread, user));
    } catch (error) {
      if (!(error instanceof DiscordTrouble) || error.trouble.kind !== 'refused') throw error;
      await abandon(tools, thread);
      return { refused: `somebody could not be added to the thread: ${error.message}` };
    }
  }
  const bodies = renderView(effect.view, {
    community: claimed.community.id,
    as: 'content',
    notify: users,
  });
  return { opened: await sendMessages(api, thread, claimed.id, bodies) };
}

async function textChannel(api: Api, guild: string, id: string): Promise<TextChannel | undefined> {
  if (!/^\d{1,20}$/.test(id)) return undefined;
  try {
    const channel = await api<APIChannel>('GET', Routes.channel(id));
    if (channel.type !== ChannelType.GuildText) return undefined;
    return channel.guild_id === undefined || channel.guild_id === guild ? channel : undefined;
  } catch (error) {
    const { UnknownChannel, MissingAccess } = RESTJSONErrorCodes;
    if (refusedWith(error, UnknownChannel, MissingAccess)) return undefined;
    throw error;
  }
}

async function whoCannotJoin(
  { directory }: ConversationTools,
  effect: Conversation,
  channel: TextChannel,
): Promise<string | undefined> {
  for (const id of effect.members) {
    const member = await directory.member(id);
    if (!member) return 'somebody has left the server';
    const guild = await directory.guild(id.community);
    const permissions = channelPermissions(
      guild,
      { user: id.user, roles: member.roles },
      channel.permission_overwrites ?? [],
    );
    if (!mayJoinThread(permissions)) return 'somebody cannot see the channel for introductions';
  }
  return undefined;
}

async function createThread(
  api: Api,
  claimed: Claimed,
  effect: Conversation,
  channel: string,
): Promise<string> {
  const code = ` · ${threadCode(claimed.id)}`;
  const title =
    effect.title.replace(/\s+/g, ' ').trim() || messagesFor().text('conversation.untitled');
  const { id } = await api<{ id: string }>('POST', Routes.threads(channel), {
    body: {
      name: withoutLooseControls(shorten(title, limits.threadName - code.length)) + code,
      type: ChannelType.PrivateThread,
      invitable: false,
      auto_archive_duration: ARCHIVE_AFTER,
    },
  });
  return id;
}

async function findThread(
  { api, self }: ConversationTools,
  claimed: Claimed,
  channel: string,
): Promise<string | undefined> {
  const active = await api<APIThreadList>('GET', Routes.guildActiveThreads(claimed.community.id));
  return active.threads.find(
    (thread) =>
      'parent_id' in thread &&
      thread.parent_id === channel &&
      (!('owner_id' in thread) || thread.owner_id === self()) &&
      thread.name?.endsWith(` · ${threadCode(claimed.id)}`),
  )?.id;
}

/** The message that opens a thread found again, if it got that far. */
async function openingIn(
  { api, self }: ConversationTools,
  thread: string,
): Promise<string | undefined> {
  const query = new URLSearchParams({ after: thread, limit: '20' });
  const messages = await api<APIMessage[]>('GET', Routes.channelMessages(thread), { query });
  const own = messages.filter((message) => message.author.id === self() && message.type === 0);
  // Latest first, as Discord lists them.
  return own.at(-1)?.id;
}

/** A thread that came to nothing shouldn't stand there, empty. Deleting needs a permission that the bot may lack. */
async function abandon({ api, log }: ConversationTools, thread: string): Promise<void> {
  try {
    await api('DELETE', Routes.channel(thread));
  } catch (error) {
    if (!(error instanceof DiscordTrouble)) throw error;
    try {
      await api('PATCH', Routes.channel(thread), { body: { archived: true, locked: true } });
    } catch (second) {
      if (!(second instanceof DiscordTrouble)) throw second;
      log.warn({ thread, why: second.message }, 'an unused thread could not be removed');
    }
  }
}
