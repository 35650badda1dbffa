import type { Persona } from '../pane.ts';
import { communityName, isAdmin, people } from '../world.ts';
import { snowflakeAt } from './snowflake.ts';
import type { State } from './state.ts';

const day = 86_400_000;
const founded = Date.UTC(2023, 8, 12, 7, 41, 13);

export const applicationId = snowflakeAt(founded + 400 * day + 5_000, 11);
/** The bot's user id; new applications have the same id for both. */
export const botId = applicationId;
export const guildId = snowflakeAt(founded, 3);
export const organiserRoleId = snowflakeAt(founded + 9_000, 5);
export const botRoleId = snowflakeAt(founded + 401 * day, 2);
export const botName = 'Goodword';

/** The only token that works. Looks like a real one: the first part is the application's id in base 64. */
export const botToken = `${Buffer.from(applicationId).toString('base64url')}.local.playground-discord`;

export interface Resident extends Persona {
  timeZone: string;
  /** A bot, the app itself included. */
  bot: boolean;
}

const persons: Resident[] = people.map((person, index) => ({
  ...person,
  user: snowflakeAt(founded - (index * 37 + 3) * day + index * 1_234_567, index * 7 + 1),
  bot: person.role === 'bot',
}));

export const personas: Persona[] = persons.map(({ handle, user, name, role }) => ({
  handle,
  user,
  name,
  role,
}));

/** The app's own user; not one of the personas. */
export const theApp: Resident = {
  handle: 'goodword',
  user: botId,
  name: botName,
  role: 'bot',
  timeZone: 'UTC',
  bot: true,
};

const residents = [...persons, theApp];
const byUser = new Map(residents.map((resident) => [resident.user, resident]));
const byHandle = new Map(persons.map((person) => [person.handle, person]));

export const residentOf = (user: string): Resident | undefined => byUser.get(user);
export const personOf = (handle: string): Resident | undefined => byHandle.get(handle);
export const isMember = (state: State, user: string): boolean =>
  byUser.has(user) && !state.gone.includes(user);
export const membersOf = (state: State): Resident[] =>
  residents.filter((resident) => isMember(state, resident.user));

/** Bits of https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
} as const;

const everyonePermissions =
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.embedLinks |
  PERMISSION.attachFiles |
  PERMISSION.readHistory |
  PERMISSION.useCommands |
  PERMISSION.sendInThreads;
const botPermissions =
  everyonePermissions | PERMISSION.createPrivateThreads | PERMISSION.manageThreads;
/** Every bit that Discord had given a meaning by 2025. */
export const allPermissions = (1n << 53n) - 1n;

/** What a user may do in the server as a whole. */
export function permissionsOf(user: string): bigint {
  if (user === botId) return botPermissions;
  const resident = byUser.get(user);
  return resident && isAdmin(resident) ? allPermissions : everyonePermissions;
}

export const apiUser = (user: string): Record<string, unknown> => {
  const resident = byUser.get(user);
  if (!resident) throw new Error(`nobody has the user id ${user}`);
  return {
    id: resident.user,
    username: resident.handle,
    global_name: resident.user === botId ? null : resident.name,
    discriminator: resident.user === botId ? '4021' : '0',
    avatar: null,
    ...(resident.bot ? { bot: true } : {}),
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
};

const rolesOf = (user: string): string[] => {
  if (user === botId) return [botRoleId];
  const resident = byUser.get(user);
  return resident && isAdmin(resident) ? [organiserRoleId] : [];
};

/** A member without their user, as `resolved.members` has them. */
export const apiPartialMember = (user: string): Record<string, unknown> => ({
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  flags: 0,
  joined_at: new Date(founded + 2 * day).toISOString(),
  nick: null,
  pending: false,
  premium_since: null,
  roles: rolesOf(user),
});

export const apiMember = (user: string): Record<string, unknown> => ({
  ...apiPartialMember(user),
  user: apiUser(user),
  mute: false,
  deaf: false,
});

const apiRole = (id: string, name: string, permissions: bigint, position: number) => ({
  id,
  name,
  permissions: permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: id === botRoleId,
  mentionable: false,
  flags: 0,
  ...(id === botRoleId ? { tags: { bot_id: botId } } : {}),
});

export const apiRoles = () => [
  apiRole(guildId, '@everyone', everyonePermissions, 0),
  apiRole(botRoleId, botName, botPermissions, 1),
  apiRole(organiserRoleId, 'Organisers', PERMISSION.administrator, 2),
];

export const apiGuild = (): Record<string, unknown> => ({
  id: guildId,
  name: communityName,
  icon: null,
  splash: null,
  discovery_splash: null,
  home_header: null,
  banner: null,
  description: null,
  owner_id: persons.find(isAdmin)?.user ?? persons[0]!.user,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  features: ['COMMUNITY'],
  roles: apiRoles(),
  emojis: [],
  stickers: [],
  preferred_locale: 'en-US',
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  max_presences: null,
  max_members: 25_000_000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  vanity_url_code: null,
  incidents_data: null,
});
