import { refusal } from './api-error.ts';
import {
  allPermissions,
  apiUser,
  botId,
  guildId,
  isMember,
  PERMISSION,
  permissionsOf,
} from './residents.ts';
import type { StoredChannel } from './state.ts';
import type { Town } from './town.ts';

export const TEXT = 0;
export const DM = 1;
export const PUBLIC_THREAD = 11;
export const PRIVATE_THREAD = 12;

export const isThread = (channel: StoredChannel): boolean =>
  channel.type === PUBLIC_THREAD || channel.type === PRIVATE_THREAD;

/** Whether this user can open the channel at all. */
export function canSee(town: Town, channel: StoredChannel, user: string): boolean {
  if (channel.type === DM) return user === botId || channel.recipient === user;
  if (!isMember(town.state, user)) return false;
  if (!isThread(channel)) return !channel.hiddenFrom.includes(user);
  const parent = town.state.channels[channel.parent ?? ''];
  if (!parent || !canSee(town, parent, user)) return false;
  const manages = (permissionsOf(user) & PERMISSION.manageThreads) !== 0n;
  return channel.type === PUBLIC_THREAD || manages || user in (channel.members ?? {});
}

/** The channel, if the bot can see it. Refused as Discord does: 10003 or 50001. */
export function channelForBot(town: Town, id: string): StoredChannel {
  const channel = town.state.channels[id];
  if (!channel) throw refusal('unknownChannel');
  if (!canSee(town, channel, botId)) throw refusal('missingAccess');
  return channel;
}

/** What a user may do in a channel, as `permissions` and `app_permissions` have it. */
export function permissionsIn(town: Town, channel: StoredChannel, user: string): bigint {
  if (channel.type === DM) return allPermissions;
  return canSee(town, channel, user) ? permissionsOf(user) : 0n;
}

/** The DM between the bot and a person; there is one for every person. */
export function dmWith(town: Town, user: string): StoredChannel {
  const dm = Object.values(town.state.channels).find(
    (channel) => channel.type === DM && channel.recipient === user,
  );
  if (!dm) throw refusal('invalidRecipients');
  return dm;
}

/** A channel as the API gives it to the bot. */
export function apiChannel(town: Town, channel: StoredChannel): Record<string, unknown> {
  const messages = town.state.messages[channel.id] ?? [];
  const base = {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: messages.at(-1)?.id ?? null,
  };
  if (channel.type === DM) return { ...base, recipients: [apiUser(channel.recipient ?? '')] };
  if (isThread(channel)) {
    const members = channel.members ?? {};
    return {
      ...base,
      guild_id: guildId,
      name: channel.name,
      parent_id: channel.parent,
      owner_id: channel.owner,
      rate_limit_per_user: 0,
      message_count: messages.length,
      total_message_sent: messages.length,
      member_count: Object.keys(members).length,
      thread_metadata: {
        archived: channel.archived ?? false,
        archive_timestamp: channel.createdAt,
        auto_archive_duration: channel.autoArchiveMinutes ?? 4320,
        locked: channel.locked ?? false,
        create_timestamp: channel.createdAt,
        ...(channel.type === PRIVATE_THREAD ? { invitable: channel.invitable ?? true } : {}),
      },
      ...(members[botId] ? { member: apiThreadMember(channel, botId) } : {}),
    };
  }
  return {
    ...base,
    guild_id: guildId,
    name: channel.name,
    topic: channel.topic ?? null,
    position: Object.keys(town.state.channels).indexOf(channel.id),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_pin_timestamp: null,
    permission_overwrites: channel.hiddenFrom.map((user) => ({
      id: user,
      type: 1,
      allow: '0',
      deny: PERMISSION.viewChannel.toString(),
    })),
  };
}

export const apiThreadMember = (channel: StoredChannel, user: string) => ({
  id: channel.id,
  user_id: user,
  join_timestamp: channel.members?.[user] ?? channel.createdAt,
  flags: 1,
});

/** Threads that run and that the bot may know of. */
export const threadsForBot = (town: Town): StoredChannel[] =>
  Object.values(town.state.channels).filter(
    (channel) => isThread(channel) && !channel.archived && canSee(town, channel, botId),
  );
