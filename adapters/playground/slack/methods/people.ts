import { communityName, isAdmin } from '../../world.ts';
import { app, type Resident, residentById, residents, team } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { type Args, flagArg, type Method, refuse, stringArg } from './method.ts';

const offsetSeconds = (timeZone: string, at: Date): number => {
  const local = new Date(at.toLocaleString('en-US', { timeZone, hourCycle: 'h23' }));
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC', hourCycle: 'h23' }));
  return Math.round((local.getTime() - utc.getTime()) / 1000);
};

function userObject(workspace: Workspace, resident: Resident, withLocale: boolean) {
  const admin = isAdmin(resident);
  return {
    id: resident.id,
    team_id: team.id,
    name: resident.handle,
    deleted: false,
    real_name: resident.name,
    tz: resident.timeZone,
    tz_label: resident.timeZone,
    tz_offset: offsetSeconds(resident.timeZone, workspace.clock.now()),
    profile: {
      real_name: resident.name,
      real_name_normalized: resident.name,
      display_name: resident.handle,
      display_name_normalized: resident.handle,
      first_name: resident.name.split(' ')[0],
      last_name: resident.name.split(' ').slice(1).join(' '),
      team: team.id,
      ...(resident.isBot ? { bot_id: botIdOf(resident) } : {}),
    },
    is_admin: admin,
    is_owner: admin,
    is_primary_owner: admin,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: resident.isBot,
    is_app_user: false,
    updated: 0,
    // Slack gives the locale only to those who ask for it.
    ...(withLocale ? { locale: 'en-US' } : {}),
  };
}

const botIdOf = (resident: { id: string }): string => resident.id.replace(/^U/, 'B');

const appUser: Resident = {
  id: app.user,
  handle: app.handle,
  name: app.name,
  role: 'bot',
  timeZone: 'UTC',
  isBot: true,
};

const everybody = [...residents, appUser];

const usersInfo: Method = (workspace, args) => {
  const id = stringArg(args, 'user') ?? '';
  const found = id === app.user ? appUser : residentById(id);
  if (!found) return refuse('user_not_found');
  return { ok: true, user: userObject(workspace, found, flagArg(args, 'include_locale')) };
};

const usersList: Method = (workspace, args) => {
  const found = pageOf(args, everybody);
  return {
    ok: true,
    members: found.items.map((one) => userObject(workspace, one, flagArg(args, 'include_locale'))),
    cache_ts: Math.floor(workspace.clock.now().getTime() / 1000),
    response_metadata: { next_cursor: found.next },
  };
};

/** One page of a list; cursors are where the next page begins. */
export function pageOf<T>(args: Args, items: T[]): { items: T[]; next: string } {
  const from = Number.parseInt(stringArg(args, 'cursor') ?? '0', 10) || 0;
  const limit = Number.parseInt(stringArg(args, 'limit') ?? '0', 10) || items.length;
  const next = from + limit < items.length ? String(from + limit) : '';
  return { items: items.slice(from, from + limit), next };
}

const authTest: Method = (workspace) => ({
  ok: true,
  url: `${workspace.url}/`,
  team: communityName,
  user: app.handle,
  team_id: team.id,
  user_id: app.user,
  bot_id: app.bot,
  is_enterprise_install: false,
});

const teamInfo: Method = () => ({
  ok: true,
  team: { id: team.id, name: communityName, domain: team.domain, email_domain: '', icon: {} },
});

const botsInfo: Method = (_workspace, args) => {
  const bot = stringArg(args, 'bot') ?? app.bot;
  const found = everybody.find((one) => one.isBot && botIdOf(one) === bot);
  if (!found) return refuse('bot_not_found');
  return {
    ok: true,
    bot: { id: bot, deleted: false, name: found.name, app_id: app.id, user_id: found.id },
  };
};

/** `auth.test`, `users.*`, `team.info` and `bots.info`. */
export const peopleMethods: Record<string, Method> = {
  'api.test': (_workspace, args) => ({ ok: true, args }),
  'auth.test': authTest,
  'bots.info': botsInfo,
  'team.info': teamInfo,
  'users.info': usersInfo,
  'users.list': usersList,
};
