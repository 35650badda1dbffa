import { refusal } from './api-error.ts';
import {
  apiChannel,
  apiThreadMember,
  canSee,
  channelForBot,
  isThread,
  PRIVATE_THREAD,
  PUBLIC_THREAD,
  TEXT,
} from './channels.ts';
import { FormCheck } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { apiMember, botId, guildId, isMember } from './residents.ts';
import { bodyOf, type Office, part, type Request, type Routes, requireToken } from './route.ts';
import type { StoredChannel } from './state.ts';
import { INTENT } from './town.ts';

/** Threads and who is in them. */
export function addThreadRoutes(routes: Routes, { town }: Office): void {
  const threadAt = (request: Request): StoredChannel => {
    requireToken(request);
    const thread = channelForBot(town, part(request, 'channel'));
    if (!isThread(thread)) throw refusal('wrongChannelType');
    return thread;
  };

  routes.post('/channels/:channel/threads', async (request) => {
    requireToken(request);
    const parent = channelForBot(town, part(request, 'channel'));
    const body = await bodyOf(request);
    if (parent.type !== TEXT) throw refusal('wrongChannelType');
    const form = new FormCheck();
    form.text(['name'], body.name, { min: 1, max: LIMITS.threadName, required: true });
    // Without a type Discord makes a private thread: https://discord.com/developers/docs/resources/channel#start-thread-without-message
    const type = body.type ?? PRIVATE_THREAD;
    form.oneOf(['type'], type, [PUBLIC_THREAD, PRIVATE_THREAD]);
    form.oneOf(
      ['auto_archive_duration'],
      body.auto_archive_duration,
      [60, 1440, 4320, 10080],
      false,
    );
    form.flag(['invitable'], body.invitable);
    form.settle();
    const id = town.nextId();
    const thread: StoredChannel = {
      id,
      type: Number(type),
      name: String(body.name),
      parent: parent.id,
      owner: botId,
      members: { [botId]: town.now() },
      invitable: body.invitable !== false,
      autoArchiveMinutes: Number(body.auto_archive_duration ?? 4320),
      createdAt: town.now(),
      hiddenFrom: [],
    };
    town.state.channels[id] = thread;
    const data = apiChannel(town, thread);
    town.dispatch('THREAD_CREATE', { ...data, newly_created: true }, INTENT.guilds);
    town.changed();
    return request.json(data, 201);
  });

  routes.patch('/channels/:channel', async (request) => {
    const thread = threadAt(request);
    const body = await bodyOf(request);
    const form = new FormCheck();
    form.text(['name'], body.name, { min: 1, max: LIMITS.threadName });
    for (const field of ['archived', 'locked', 'invitable']) form.flag([field], body[field]);
    form.settle();
    if (typeof body.name === 'string') thread.name = body.name;
    if (typeof body.archived === 'boolean') thread.archived = body.archived;
    if (typeof body.locked === 'boolean') thread.locked = body.locked;
    if (typeof body.invitable === 'boolean') thread.invitable = body.invitable;
    const data = apiChannel(town, thread);
    town.dispatch('THREAD_UPDATE', data, INTENT.guilds);
    town.changed();
    return request.json(data);
  });
  routes.delete('/channels/:channel', (request) => {
    const thread = threadAt(request);
    const data = apiChannel(town, thread);
    delete town.state.channels[thread.id];
    delete town.state.messages[thread.id];
    const { id, parent: parent_id, type } = thread;
    town.dispatch('THREAD_DELETE', { id, parent_id, type, guild_id: guildId }, INTENT.guilds);
    town.changed();
    return request.json(data);
  });

  routes.get('/channels/:channel/thread-members', (request) => {
    const thread = threadAt(request);
    const users = Object.keys(thread.members ?? {});
    const withMember = request.req.query('with_member') === 'true';
    return request.json(
      users.map((user) => ({
        ...apiThreadMember(thread, user),
        ...(withMember ? { member: apiMember(user) } : {}),
      })),
    );
  });
  routes.get('/channels/:channel/thread-members/:user', (request) => {
    const thread = threadAt(request);
    const user = part(request, 'user') === '@me' ? botId : part(request, 'user');
    if (!thread.members?.[user]) throw refusal('unknownMember');
    return request.json(apiThreadMember(thread, user));
  });
  routes.put('/channels/:channel/thread-members/:user', (request) => {
    const thread = threadAt(request);
    const user = part(request, 'user') === '@me' ? botId : part(request, 'user');
    if (!isMember(town.state, user)) throw refusal('unknownUser');
    if (thread.archived) throw refusal('archivedThread');
    const parent = town.state.channels[thread.parent ?? ''];
    if (!parent || !canSee(town, parent, user)) throw refusal('missingAccess');
    thread.members = { ...thread.members, [user]: thread.members?.[user] ?? town.now() };
    town.changed();
    return request.body(null, 204);
  });
  routes.delete('/channels/:channel/thread-members/:user', (request) => {
    const thread = threadAt(request);
    const user = part(request, 'user') === '@me' ? botId : part(request, 'user');
    const { [user]: was, ...others } = thread.members ?? {};
    if (!was) throw refusal('unknownMember');
    thread.members = others;
    town.changed();
    return request.body(null, 204);
  });
}
