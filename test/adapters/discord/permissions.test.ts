import { PermissionFlagsBits as may, OverwriteType } from 'discord.js';
import { expect, it } from 'vitest';
import {
  channelPermissions,
  guildPermissions,
  mayJoinThread,
  mayManage,
} from '../../../adapters/discord/permissions.ts';

const join = may.ViewChannel | may.SendMessagesInThreads;
const guild = {
  id: '1',
  ownerId: '100',
  roles: new Map([
    ['1', join],
    ['2', may.ManageGuild],
    ['3', may.Administrator],
    ['4', 0n],
  ]),
};
const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const noEveryone = overwrite('1', OverwriteType.Role, 0n, may.ViewChannel);
const roleFour = overwrite('4', OverwriteType.Role, may.ViewChannel, 0n);
const notMember = overwrite('9', OverwriteType.Member, 0n, may.ViewChannel);

it.each([
  ['the owner', '100', [], true],
  ['somebody with Manage Server', '9', ['2'], true],
  ['an administrator', '9', ['3'], true],
  ['anybody else', '9', ['4', 'gone'], false],
])('%s may manage: %s %j %j', (_, user, roles, expected) => {
  expect(mayManage(guildPermissions(guild, { user, roles }))).toBe(expected);
});

it.each([
  ['everybody, by default', '9', [], [], true],
  ['nobody in a closed channel', '9', [], [noEveryone], false],
  ['a role that is let in', '9', ['4'], [noEveryone, roleFour], true],
  ['not a member who is shut out themselves', '9', ['4'], [noEveryone, roleFour, notMember], false],
  ['an administrator always', '9', ['3'], [noEveryone, notMember], true],
  ['the owner always', '100', [], [noEveryone], true],
])('joins threads: %s', (_, user, roles, overwrites, expected) => {
  expect(mayJoinThread(channelPermissions(guild, { user, roles }, overwrites))).toBe(expected);
});
