import { refusal } from './api-error.ts';
import { apiChannel, apiThreadMember, isThread, TEXT, threadsForBot } from './channels.ts';
import { apiGuild, apiMember, apiRoles, botId, guildId, isMember, membersOf } from './residents.ts';
import { type Office, part, type Request, type Routes, requireToken } from './route.ts';

/** The one server, its members and its channels. */
export function addGuildRoutes(routes: Routes, { town }: Office): void {
  const enter = (request: Request) => {
    requireToken(request);
    if (part(request, 'guild') !== guildId) throw refusal('unknownGuild');
  };

  routes.get('/guilds/:guild', (request) => {
    enter(request);
    const count = membersOf(town.state).length;
    const counts = { approximate_member_count: count, approximate_presence_count: count };
    return request.json({ ...apiGuild(), ...(request.req.query('with_counts') ? counts : {}) });
  });
  routes.get('/guilds/:guild/roles', (request) => {
    enter(request);
    return request.json(apiRoles());
  });
  routes.get('/guilds/:guild/channels', (request) => {
    enter(request);
    const channels = Object.values(town.state.channels).filter(({ type }) => type === TEXT);
    return request.json(channels.map((channel) => apiChannel(town, channel)));
  });
  routes.get('/guilds/:guild/threads/active', (request) => {
    enter(request);
    const threads = threadsForBot(town).filter(isThread);
    return request.json({
      threads: threads.map((thread) => apiChannel(town, thread)),
      members: threads
        .filter((thread) => thread.members?.[botId])
        .map((thread) => apiThreadMember(thread, botId)),
      has_more: false,
    });
  });
  routes.get('/guilds/:guild/members', (request) => {
    enter(request);
    // The whole list is for apps with the privileged members intent.
    throw refusal('missingAccess');
  });
  routes.get('/guilds/:guild/members/search', (request) => {
    enter(request);
    const query = (request.req.query('query') ?? '').toLowerCase();
    const limit = Math.min(Number(request.req.query('limit') ?? 1) || 1, 1000);
    const found = membersOf(town.state).filter(
      ({ name, handle }) =>
        name.toLowerCase().startsWith(query) || handle.toLowerCase().startsWith(query),
    );
    return request.json(found.slice(0, limit).map(({ user }) => apiMember(user)));
  });
  routes.get('/guilds/:guild/members/:user', (request) => {
    enter(request);
    const user = part(request, 'user') === '@me' ? botId : part(request, 'user');
    if (!isMember(town.state, user)) throw refusal('unknownMember');
    return request.json(apiMember(user));
  });
}
