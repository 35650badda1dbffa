import { randomBytes } from 'node:crypto';
import type { Acted } from '../pane.ts';
import { apiChannel, DM, permissionsIn } from './channels.ts';
import { LIMITS } from './limits.ts';
import { apiMessage, ownersIn } from './messages.ts';
import { apiMember, apiUser, applicationId, botId, guildId } from './residents.ts';
import type { StoredChannel, StoredInteraction, StoredMessage } from './state.ts';
import { localeOf, type Town } from './town.ts';

/** What a person does, before it is an interaction. */
export interface Deed {
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: number;
  user: string;
  channel: StoredChannel;
  data: Record<string, unknown>;
  commandName?: string;
  message?: StoredMessage;
}

/** How the app answered first. */
export interface Answered {
  answer: number;
  choices?: { name: string; value: string }[];
}

/** Interactions on their way: at most three real seconds each. */
export interface InteractionDesk {
  /** Hands the deed to the app and waits for its first answer. */
  deliver(
    deed: Deed,
  ): Promise<Extract<Acted, { ok: false }> | (Answered & { ok: true; ms: number })>;
  /** The app answered; tells whoever waits. */
  answered(id: string, answered: Answered): void;
  deliverTwice(count: number): void;
  /** Lets go of all who wait. */
  stop(): void;
}

export const NO_ANSWER = 'The application did not respond';

export function createInteractionDesk(town: Town): InteractionDesk {
  const waiting = new Map<string, (answered: Answered | undefined) => void>();
  let twice = 0;

  const deliver: InteractionDesk['deliver'] = async (deed) => {
    forgetOld(town);
    const interaction: StoredInteraction = {
      id: town.nextId(),
      token: randomBytes(96).toString('base64url'),
      type: deed.type,
      user: deed.user,
      channel: deed.channel.id,
      at: town.now(),
      state: 'waiting',
      ...(deed.commandName ? { commandName: deed.commandName } : {}),
      ...(deed.message ? { message: deed.message.id } : {}),
    };
    town.state.interactions[interaction.id] = interaction;
    const payload = apiInteraction(town, interaction, deed);
    const startedAt = performance.now();
    const answer = new Promise<Answered | undefined>((resolve) => {
      const timer = setTimeout(() => {
        const stored = town.state.interactions[interaction.id];
        if (stored?.state === 'waiting') stored.state = 'expired';
        settle(undefined);
      }, LIMITS.answerMs);
      const settle = (answered: Answered | undefined) => {
        clearTimeout(timer);
        waiting.delete(interaction.id);
        resolve(answered);
      };
      waiting.set(interaction.id, settle);
    });
    town.dispatch('INTERACTION_CREATE', payload);
    if (twice > 0 && deed.type !== 4) {
      twice -= 1;
      town.dispatch('INTERACTION_CREATE', payload);
    }
    const answered = await answer;
    const ms = Math.round(performance.now() - startedAt);
    return answered ? { ok: true, ...answered, ms } : { ok: false, error: NO_ANSWER };
  };

  return {
    deliver,
    answered: (id, answered) => waiting.get(id)?.(answered),
    deliverTwice: (count) => {
      twice += count;
    },
    stop() {
      for (const settle of [...waiting.values()]) settle(undefined);
    },
  };
}

/** An interaction as the gateway hands it over. */
function apiInteraction(
  town: Town,
  interaction: StoredInteraction,
  deed: Deed,
): Record<string, unknown> {
  const { channel, user, message } = deed;
  const inDm = channel.type === DM;
  const locale = localeOf(town, user);
  return {
    id: interaction.id,
    application_id: applicationId,
    type: deed.type,
    token: interaction.token,
    version: 1,
    data: deed.data,
    channel: {
      ...apiChannel(town, channel),
      permissions: permissionsIn(town, channel, user).toString(),
    },
    channel_id: channel.id,
    app_permissions: permissionsIn(town, channel, botId).toString(),
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: ownersIn(channel),
    context: inDm ? 1 : 0,
    attachment_size_limit: 10_485_760,
    ...(message ? { message: apiMessage(town, message) } : {}),
    ...(inDm
      ? { user: apiUser(user) }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: ['COMMUNITY'] },
          guild_locale: 'en-US',
          member: {
            ...apiMember(user),
            permissions: permissionsIn(town, channel, user).toString(),
          },
        }),
  };
}

/** Whether the token can still be used, by the local clock. */
export const tokenLives = (town: Town, interaction: StoredInteraction): boolean =>
  town.clock.now().getTime() - Date.parse(interaction.at) < LIMITS.tokenMs;

/** A restart finds nobody waiting any more. */
export function expireWaiting(town: Town): void {
  for (const interaction of Object.values(town.state.interactions)) {
    if (interaction.state === 'waiting') interaction.state = 'expired';
  }
}

/** Those whose token is long dead take only room. */
function forgetOld(town: Town): void {
  for (const interaction of Object.values(town.state.interactions)) {
    if (tokenLives(town, interaction) || interaction.state === 'waiting') continue;
    delete town.state.interactions[interaction.id];
  }
}
