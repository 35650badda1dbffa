import { limits } from '../limits.ts';
import { app, type Conversation, residentById } from '../state.ts';
import { appDmOf, conversationById, nextId, type Workspace } from '../workspace.ts';
import { flagArg, listArg, type Method, refuse, stringArg } from './method.ts';
import { pageOf } from './people.ts';

function channelObject(conversation: Conversation) {
  const { id, name, created, kind, topic } = conversation;
  const about = { value: topic, creator: app.user, last_set: created };
  const shared = {
    id,
    created,
    is_archived: false,
    is_im: kind === 'app-dm',
    is_mpim: kind === 'group-dm',
    is_channel: kind === 'channel',
    is_group: false,
    is_private: kind !== 'channel',
    is_org_shared: false,
  };
  if (kind === 'app-dm') {
    const user = conversation.members.find((member) => member !== app.user);
    return { ...shared, user, is_user_deleted: false, is_open: true };
  }
  return {
    ...shared,
    name,
    name_normalized: name,
    is_general: id === 'C0GENERAL',
    is_member: conversation.members.includes(app.user),
    is_open: true,
    creator: app.user,
    topic: about,
    purpose: about,
    num_members: conversation.members.length,
  };
}

/** The DM or group DM of the app with these people; the same people get the same conversation. */
const open: Method = (workspace, args) => {
  const known = stringArg(args, 'channel');
  if (known) {
    const conversation = conversationById(workspace, known);
    if (!conversation) return refuse('channel_not_found');
    if (conversation.kind === 'channel') return refuse('method_not_supported_for_channel_type');
    return opened(conversation, true, flagArg(args, 'return_im'));
  }
  const users = [...new Set(listArg(args, 'users'))].filter((user) => user !== app.user);
  if (!users.length) return refuse('users_list_not_supplied');
  if (users.length > limits.groupDmPeople) return refuse('too_many_users');
  for (const user of users) {
    const resident = residentById(user);
    if (!resident) return refuse('user_not_found');
    if (users.length > 1) continue;
    // Two bots have no DM: https://github.com/HubSpot/slack-client/pull/90
    if (resident.isBot) return refuse('cannot_dm_bot');
    // Slack's nearest to closed DMs is a deactivated account.
    if (workspace.state.closedDms.includes(user)) return refuse('user_disabled');
  }
  const [first = ''] = users;
  if (users.length === 1) {
    const dm = appDmOf(workspace, first);
    return dm ? opened(dm, true, flagArg(args, 'return_im')) : refuse('user_not_found');
  }
  const existing = groupDmOf(workspace, users);
  const conversation = existing ?? createGroupDm(workspace, users);
  return opened(conversation, existing !== undefined, flagArg(args, 'return_im'));
};

function opened(conversation: Conversation, already: boolean, whole: boolean) {
  return {
    ok: true as const,
    no_op: already,
    already_open: already,
    channel: whole || !already ? channelObject(conversation) : { id: conversation.id },
  };
}

function groupDmOf(workspace: Workspace, users: string[]): Conversation | undefined {
  const wanted = [...users, app.user].sort().join();
  return workspace.state.conversations.find(
    (each) => each.kind === 'group-dm' && [...each.members].sort().join() === wanted,
  );
}

function createGroupDm(workspace: Workspace, users: string[]): Conversation {
  const handles = users.map((user) => residentById(user)?.handle ?? user);
  const conversation: Conversation = {
    id: nextId(workspace, 'G'),
    kind: 'group-dm',
    name: `mpdm-${[...handles, app.handle].join('--')}-1`,
    topic: 'Group messaging',
    members: [...users, app.user],
    messages: [],
    read: {},
    created: Math.floor(workspace.clock.now().getTime() / 1000),
  };
  workspace.state.conversations.push(conversation);
  workspace.changed();
  return conversation;
}

const info: Method = (workspace, args) => {
  const conversation = conversationById(workspace, stringArg(args, 'channel') ?? '');
  if (!conversation) return refuse('channel_not_found');
  return { ok: true, channel: channelObject(conversation) };
};

const typeOf = { channel: 'public_channel', 'app-dm': 'im', 'group-dm': 'mpim' } as const;

const list: Method = (workspace, args) => {
  const given = listArg(args, 'types');
  const types = given.length ? given : ['public_channel'];
  const found = pageOf(
    args,
    workspace.state.conversations.filter((each) => types.includes(typeOf[each.kind])),
  );
  return {
    ok: true,
    channels: found.items.map(channelObject),
    response_metadata: { next_cursor: found.next },
  };
};

const members: Method = (workspace, args) => {
  const conversation = conversationById(workspace, stringArg(args, 'channel') ?? '');
  if (!conversation) return refuse('channel_not_found');
  const found = pageOf(args, conversation.members);
  return { ok: true, members: found.items, response_metadata: { next_cursor: found.next } };
};

/** `conversations.*`. */
export const conversationMethods: Record<string, Method> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
};
