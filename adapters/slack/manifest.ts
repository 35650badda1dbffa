import { commands, messageActions } from '../../src/commands.ts';

export interface ManifestOptions {
  mode: 'socket' | 'http';
  /** HTTP only: where Slack reaches this server, e.g. `https://goodword.example/slack/events`. */
  requestUrl?: string;
}

/**
 * The app's manifest, for "Create an app from a manifest" (docs.slack.dev/reference/app-manifest). Its scopes are what the
 * adapter calls and no more: nothing lets it read messages.
 */
export function slackManifest({ mode, requestUrl }: ManifestOptions): object {
  if (mode === 'http' && !requestUrl?.startsWith('https://')) {
    throw new Error(
      'Slack reaches an app over HTTP at a public https:// address; give it, e.g. https://goodword.example/slack/events',
    );
  }
  const url = mode === 'http' ? { url: requestUrl } : {};
  const request_url = mode === 'http' ? { request_url: requestUrl } : {};
  return {
    display_information: {
      name: 'Goodword',
      description: 'Kind asks, introductions with consent, and thanks that are meant',
      background_color: '#1f4d3a',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        // What is typed there would reach nobody.
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'Goodword', always_online: true },
      // Slash commands don't work in threads; these do.
      shortcuts: messageActions.map(({ id, name, description }) => ({
        name,
        type: 'message',
        callback_id: id,
        description,
      })),
      slash_commands: commands.map(({ name, description, usage }) => ({
        command: `/${name}`,
        ...url,
        description,
        ...(usage ? { usage_hint: usage } : {}),
        // Mentions then arrive as ids.
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: {
        ...request_url,
        bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...request_url },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

const scopes = [
  // Slash commands and shortcuts.
  'commands',
  // Messages to members and to channels that the app was invited to.
  'chat:write',
  // Opening the three-way conversation of an introduction.
  'mpim:write',
  // Names, time zones, who is an admin.
  'users:read',
];
