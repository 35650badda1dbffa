import type { APIOverwrite } from 'discord.js';
import { OverwriteType, PermissionFlagsBits } from 'discord.js';

/** What counts for permissions in a server. */
export interface GuildFacts {
  id: string;
  ownerId: string;
  /** Permissions of each role by its id; `@everyone` has the server's id. */
  roles: Map<string, bigint>;
}

export interface MemberRoles {
  user: string;
  roles: string[];
}

const EVERYTHING = ~0n;
const has = (permissions: bigint, flag: bigint): boolean => (permissions & flag) === flag;

/** What somebody may do in the server as a whole (topics/permissions). */
export function guildPermissions(guild: GuildFacts, member: MemberRoles): bigint {
  if (guild.ownerId === member.user) return EVERYTHING;
  const all = [guild.id, ...member.roles].reduce(
    (sum, role) => sum | (guild.roles.get(role) ?? 0n),
    0n,
  );
  return has(all, PermissionFlagsBits.Administrator) ? EVERYTHING : all;
}

/** What somebody may do in a channel: the server's, then overwrites for everyone, for their roles, for themselves. */
export function channelPermissions(
  guild: GuildFacts,
  member: MemberRoles,
  overwrites: Pick<APIOverwrite, 'id' | 'type' | 'allow' | 'deny'>[],
): bigint {
  const base = guildPermissions(guild, member);
  if (base === EVERYTHING) return base;
  const everyone = overwrites.filter((one) => one.id === guild.id);
  const roles = overwrites.filter(
    (one) =>
      one.type === OverwriteType.Role && one.id !== guild.id && member.roles.includes(one.id),
  );
  const own = overwrites.filter(
    (one) => one.type === OverwriteType.Member && one.id === member.user,
  );
  return [everyone, roles, own].reduce((permissions, group) => {
    const denied = group.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allowed = group.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (permissions & ~denied) | allowed;
  }, base);
}

export const mayManage = (permissions: bigint): boolean =>
  has(permissions, PermissionFlagsBits.Administrator) ||
  has(permissions, PermissionFlagsBits.ManageGuild);

/** To take part in a thread, one must see the channel above it and may write in threads. */
export const mayJoinThread = (permissions: bigint): boolean =>
  has(permissions, PermissionFlagsBits.ViewChannel) &&
  has(permissions, PermissionFlagsBits.SendMessagesInThreads);
