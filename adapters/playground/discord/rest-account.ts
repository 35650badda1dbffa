import { communityName } from '../world.ts';
import { refusal } from './api-error.ts';
import { apiChannel, dmWith } from './channels.ts';
import { apiUser, applicationId, botId, botName, guildId, residentOf } from './residents.ts';
import { bodyOf, type Office, part, type Routes, requireToken } from './route.ts';

/** The bot itself, other users, its application, and where its gateway is. */
export function addAccountRoutes(routes: Routes, { town, gatewayUrl, shards }: Office): void {
  routes.get('/gateway', (request) => request.json({ url: gatewayUrl() }));
  routes.get('/gateway/bot', (request) => {
    requireToken(request);
    return request.json({
      url: gatewayUrl(),
      shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000,
        reset_after: 86_400_000,
        // Shards that may identify in the same five seconds: as with the largest apps, so that nobody waits here.
        max_concurrency: shards,
      },
    });
  });
  routes.get('/users/@me', (request) => {
    requireToken(request);
    return request.json({
      ...apiUser(botId),
      verified: true,
      mfa_enabled: true,
      email: null,
      locale: 'en-US',
    });
  });
  routes.get('/users/@me/guilds', (request) => {
    requireToken(request);
    const guild = { id: guildId, name: communityName, icon: null, owner: false, features: [] };
    return request.json([{ ...guild, permissions: '0', banner: null }]);
  });
  routes.get('/users/:user', (request) => {
    requireToken(request);
    const user = part(request, 'user');
    if (!residentOf(user)) throw refusal('unknownUser');
    return request.json(apiUser(user));
  });
  routes.post('/users/@me/channels', async (request) => {
    requireToken(request);
    const body = await bodyOf(request);
    const user = residentOf(String(body.recipient_id ?? ''));
    if (!user || user.user === botId) throw refusal('invalidRecipients');
    if (user.bot) throw refusal('closedDms');
    return request.json(apiChannel(town, dmWith(town, user.user)));
  });
  for (const path of ['/applications/@me', '/oauth2/applications/@me']) {
    routes.get(path, (request) => {
      requireToken(request);
      return request.json({
        id: applicationId,
        name: botName,
        icon: null,
        description: '',
        type: null,
        bot_public: false,
        bot_require_code_grant: false,
        verify_key: '0'.repeat(64),
        flags: 0,
        flags_new: '0',
        redirect_uris: [],
        interactions_endpoint_url: null,
        role_connections_verification_url: null,
        approximate_guild_count: 1,
        approximate_user_install_count: 0,
        approximate_user_authorization_count: 0,
        explicit_content_filter: 0,
        eligible_oauth2_scopes: [],
        owner: apiUser(botId),
        team: null,
        bot: apiUser(botId),
        integration_types_config: { '0': {} },
      });
    });
  }
}
