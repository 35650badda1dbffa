import { webApi } from '@slack/bolt';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBoltLog } from '../../../adapters/slack/bolt-log.ts';
import { createLookup } from '../../../adapters/slack/people.ts';
import type { Directory } from '../../../src/ports.ts';
import { createStubApi, type StubApi } from './stub-api.ts';

let api: StubApi;
let lookup: Directory['lookup'];
beforeEach(async () => {
  api = await createStubApi();
  const logger = createBoltLog(pino({ level: 'silent' }));
  lookup = createLookup(
    new webApi.WebClient('xoxb-test', {
      slackApiUrl: api.url,
      logger,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  );
});
afterEach(() => api.stop());

const member = { platform: 'slack' as const, community: 'T1', user: 'U1' };
const person = {
  id: 'U1',
  team_id: 'T1',
  name: 'nadia',
  deleted: false,
  is_bot: false,
  is_admin: false,
  is_owner: true,
  tz: 'Europe/Helsinki',
  locale: 'fi-FI',
  profile: { display_name: '', real_name: 'Nadia Haddad' },
};

it('tells who somebody is', async () => {
  api.next({ ok: true, user: person });
  expect(await lookup(member)).toEqual({
    name: 'Nadia Haddad',
    isBot: false,
    isAdmin: true,
    timeZone: 'Europe/Helsinki',
    locale: 'fi-FI',
  });
  expect(api.calls[0]).toMatchObject({ method: 'users.info', args: { include_locale: 'true' } });
});

it.each([
  ['unknown', { ok: false, error: 'user_not_found' }],
  ['hidden', { ok: false, error: 'user_not_visible' }],
  ['deactivated', { ok: true, user: { ...person, deleted: true } }],
  ['of another workspace', { ok: true, user: { ...person, team_id: 'T2' } }],
  ['a stranger in a shared channel', { ok: true, user: { ...person, is_stranger: true } }],
])('knows nobody: %s', async (_, answer) => {
  api.next(answer);
  expect(await lookup(member)).toBeUndefined();
});

it('knows people of an enterprise who are in this workspace too', async () => {
  const user = { ...person, team_id: 'T9', enterprise_user: { teams: ['T1'] } };
  api.next({ ok: true, user });
  expect(await lookup(member)).toMatchObject({ name: 'Nadia Haddad' });
});

it('takes Slackbot for a bot', async () => {
  api.next({ ok: true, user: { ...person, id: 'USLACKBOT' } });
  expect(await lookup({ ...member, user: 'USLACKBOT' })).toMatchObject({ isBot: true });
});

it('remembers for a while, but no failure', async () => {
  api.next({ ok: false, error: 'internal_error' }, { ok: true, user: person });
  await expect(lookup(member)).rejects.toThrow();
  expect(await lookup(member)).toBeDefined();
  expect(await lookup(member)).toBeDefined();
  expect(api.calls).toHaveLength(2);
});
