import type { webApi } from '@slack/bolt';
import type { MemberId } from '../../src/member.ts';
import type { Directory, PersonFacts } from '../../src/ports.ts';
import { troubleOf } from './trouble.ts';

const KEPT_MS = 60_000;
const KEPT_PEOPLE = 500;

/** Who somebody is, by `users.info`; remembered for a minute at most, a few hundred people at most. */
export function createLookup(client: webApi.WebClient): Directory['lookup'] {
  const known = new Map<string, { until: number; facts: Promise<PersonFacts | undefined> }>();
  return (member) => {
    if (member.platform !== 'slack') return Promise.resolve(undefined);
    const key = `${member.community} ${member.user}`;
    const kept = known.get(key);
    if (kept && kept.until > performance.now()) return kept.facts;
    const facts = ask(client, member);
    known.delete(key);
    known.set(key, { until: performance.now() + KEPT_MS, facts });
    for (const oldest of known.keys()) {
      if (known.size <= KEPT_PEOPLE) break;
      known.delete(oldest);
    }
    facts.catch(() => known.delete(key));
    return facts;
  };
}

async function ask(
  client: webApi.WebClient,
  { community, user: id }: MemberId,
): Promise<PersonFacts | undefined> {
  let user: NonNullable<webApi.UsersInfoResponse['user']> | undefined;
  try {
    ({ user } = await client.users.info({ user: id, include_locale: true }));
  } catch (error) {
    const found = troubleOf(error);
    if (found.trouble !== 'refused') throw error;
    if (nobody.has(found.code)) return undefined;
    throw error;
  }
  if (!user || user.deleted) return undefined;
  // In a shared channel people of other workspaces can be seen too; in an enterprise one person is in several.
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])];
  if (user.is_stranger || (user.team_id && !teams.includes(community))) return undefined;
  return {
    // The full name before the one for chatting: introductions are carried outside Slack.
    name:
      user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || id,
    // Slackbot says that it is no bot.
    isBot: user.is_bot === true || user.id === 'USLACKBOT',
    isAdmin: user.is_admin === true || user.is_owner === true,
    ...(user.tz ? { timeZone: user.tz } : {}),
    ...(user.locale ? { locale: user.locale } : {}),
  };
}

const nobody = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);
