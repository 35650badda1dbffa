import { apiChannel, DM, permissionsIn } from './channels.ts';
import { apiPartialMember, apiUser, isMember } from './residents.ts';
import type { StoredChannel } from './state.ts';
import type { Town } from './town.ts';

/** What ids in an interaction stand for. Only kinds that occur are there. */
export type Resolved = Record<string, Record<string, unknown>>;

/** Users, with their membership where there is a server, as `resolved` has them for this place. */
export function resolvedUsers(town: Town, place: StoredChannel, ids: string[]): Resolved {
  if (ids.length === 0) return {};
  const members = place.type === DM ? [] : ids.filter((id) => isMember(town.state, id));
  return {
    users: byId(ids, apiUser),
    ...(members.length > 0
      ? {
          members: byId(members, (id) => ({
            ...apiPartialMember(id),
            permissions: permissionsIn(town, place, id).toString(),
          })),
        }
      : {}),
  };
}

/** Channels, with what this user may do in them. */
export function resolvedChannels(town: Town, user: string, ids: string[]): Resolved {
  if (ids.length === 0) return {};
  return {
    channels: byId(ids, (id) => {
      const channel = town.state.channels[id]!;
      const permissions = permissionsIn(town, channel, user).toString();
      return { ...apiChannel(town, channel), permissions };
    }),
  };
}

const byId = <T>(ids: string[], make: (id: string) => T): Record<string, T> =>
  Object.fromEntries(ids.map((id) => [id, make(id)]));
