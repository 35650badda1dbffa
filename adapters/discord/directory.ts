import type { APIGuild, APIGuildMember } from 'discord.js';
import { RESTJSONErrorCodes, Routes } from 'discord.js';
import type { MemberId } from '../../src/member.ts';
import type { PersonFacts } from '../../src/ports.ts';
import { type Api, refusedWith } from './api.ts';
import { type GuildFacts, guildPermissions, mayManage } from './permissions.ts';

/** Who is in a server, asked of Discord each time: a cache of members costs much and would need a privileged intent. */
export interface DiscordDirectory {
  /** Undefined: nobody by that id in this server. Rejects with `DiscordTrouble` when Discord can't say. */
  member(id: MemberId): Promise<APIGuildMember | undefined>;
  /** Roles and owner, at most a minute old. */
  guild(id: string): Promise<GuildFacts>;
  lookup(id: MemberId): Promise<PersonFacts | undefined>;
}

const GUILD_FRESH_MS = 60_000;
const SNOWFLAKE = /^\d{1,20}$/;

export function createDirectory(api: Api, now: () => number = Date.now): DiscordDirectory {
  const guilds = new Map<string, { asked: number; facts: Promise<GuildFacts> }>();

  const directory: DiscordDirectory = {
    async member({ community, user }) {
      if (!SNOWFLAKE.test(community) || !SNOWFLAKE.test(user)) return undefined;
      try {
        return await api<APIGuildMember>('GET', Routes.guildMember(community, user));
      } catch (error) {
        const { UnknownMember, UnknownUser } = RESTJSONErrorCodes;
        if (refusedWith(error, UnknownMember, UnknownUser)) return undefined;
        throw error;
      }
    },

    guild(id) {
      const known = guilds.get(id);
      if (known && now() - known.asked < GUILD_FRESH_MS) return known.facts;
      const facts = api<APIGuild>('GET', Routes.guild(id)).then(guildFacts);
      guilds.set(id, { asked: now(), facts });
      // A failure isn't remembered; whoever asked gets it.
      facts.catch(() => guilds.delete(id));
      return facts;
    },

    async lookup(id) {
      const member = await directory.member(id);
      if (!member) return undefined;
      const { user, nick, roles } = member;
      const guild = await directory.guild(id.community);
      return {
        name: nick ?? user.global_name ?? user.username,
        isBot: user.bot ?? false,
        isAdmin: mayManage(guildPermissions(guild, { user: user.id, roles })),
      };
    },
  };
  return directory;
}

function guildFacts(guild: APIGuild): GuildFacts {
  return {
    id: guild.id,
    ownerId: guild.owner_id,
    roles: new Map(guild.roles.map((role) => [role.id, BigInt(role.permissions)])),
  };
}
