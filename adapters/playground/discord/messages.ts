import { refusal } from './api-error.ts';
import { DM, isThread } from './channels.ts';
import { type Draft, refuseEmpty } from './check-message.ts';
import { FormCheck } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { pingsIn, textOf } from './mentions.ts';
import { apiUser, botId, guildId, isMember, residentOf } from './residents.ts';
import { byAge } from './snowflake.ts';
import {
  FLAGS,
  numbered,
  type StoredChannel,
  type StoredInteraction,
  type StoredMessage,
} from './state.ts';
import { INTENT, type Town } from './town.ts';

/** Flags that an app may set itself: no embeds, ephemeral (answers only), silent, components v2. */
const SETTABLE = (1 << 2) | FLAGS.ephemeral | (1 << 12) | FLAGS.componentsV2;

interface Origin {
  author: string;
  onlyFor?: string;
  interaction?: StoredInteraction;
  /** The app says it will answer: an empty message that shows it is thinking. */
  loading?: boolean;
}

/** Puts a message into a channel; what the author isn't allowed to ping is not pinged. */
export function post(
  town: Town,
  channel: StoredChannel,
  draft: Draft,
  origin: Origin,
): StoredMessage {
  if (!origin.loading) refuseEmpty(draft);
  const components = numbered(draft.components ?? []);
  const content = draft.content ?? '';
  const { interaction } = origin;
  const message: StoredMessage = {
    id: town.nextId(),
    channel: channel.id,
    type: interaction?.type === 2 ? 20 : draft.reference ? 19 : 0,
    author: origin.author,
    content,
    components,
    embeds: draft.embeds ?? [],
    flags:
      (draft.flags & SETTABLE & ~FLAGS.ephemeral) |
      (origin.onlyFor ? FLAGS.ephemeral : 0) |
      (origin.loading ? FLAGS.loading : 0),
    at: town.now(),
    editedAt: null,
    pings: pingsIn(textOf({ content, components }), draft.allowedMentions),
    sentAt: Date.now(),
    ...(draft.nonce !== undefined ? { nonce: draft.nonce } : {}),
    ...(origin.onlyFor ? { onlyFor: origin.onlyFor } : {}),
    ...(draft.reference ? { reference: draft.reference } : {}),
    ...(interaction ? { interaction: metadataOf(interaction) } : {}),
  };
  town.state.messages[channel.id] = [...messagesIn(town, channel.id), message];
  joinMentioned(town, channel, message);
  announce(town, 'MESSAGE_CREATE', channel, message);
  town.changed();
  return message;
}

/** Changes a message; what the draft leaves out stays. The end of "thinking" is not an edit. */
export function edit(town: Town, message: StoredMessage, draft: Draft): StoredMessage {
  const turnsV2 = (draft.flags & FLAGS.componentsV2) !== 0;
  const next = {
    content: draft.content ?? message.content,
    components: draft.components ? numbered(draft.components) : message.components,
    embeds: draft.embeds ?? message.embeds,
  };
  if (turnsV2) refuseLegacy(next);
  refuseEmpty(next);
  const wasLoading = (message.flags & FLAGS.loading) !== 0;
  Object.assign(message, next, {
    flags: (message.flags & ~FLAGS.loading) | (turnsV2 ? FLAGS.componentsV2 : 0),
    editedAt: wasLoading ? message.editedAt : town.now(),
    pings: pingsIn(textOf(next), draft.allowedMentions),
  });
  announce(town, 'MESSAGE_UPDATE', channelOf(town, message), message);
  town.changed();
  return message;
}

/** Turning a message into components v2 asks for its old content to be emptied in the same edit. */
function refuseLegacy(message: { content: string; embeds: unknown[] }): void {
  const form = new FormCheck();
  for (const field of ['content', 'embeds'] as const) {
    if (message[field].length === 0) continue;
    form.fail(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
  form.settle();
}

/** Takes a message away. */
export function remove(town: Town, message: StoredMessage): void {
  town.state.messages[message.channel] = messagesIn(town, message.channel).filter(
    ({ id }) => id !== message.id,
  );
  const channel = channelOf(town, message);
  const data = {
    id: message.id,
    channel_id: channel.id,
    ...(channel.type === DM ? {} : { guild_id: guildId }),
  };
  if (!message.onlyFor) town.dispatch('MESSAGE_DELETE', data, intentOf(channel));
  town.changed();
}

export const messagesIn = (town: Town, channel: string): StoredMessage[] =>
  town.state.messages[channel] ?? [];

/** Finds a message by id; in one channel if given. */
export function findMessage(town: Town, id: string, channel?: string): StoredMessage | undefined {
  const among = channel ? messagesIn(town, channel) : Object.values(town.state.messages).flat();
  return among.find((message) => message.id === id);
}

/** What this nonce already sent, if it was by the same author and at most a few real minutes ago. */
export function alreadySent(
  town: Town,
  channel: StoredChannel,
  author: string,
  nonce: string | number,
): StoredMessage | undefined {
  const since = Date.now() - LIMITS.nonceMs;
  return messagesIn(town, channel.id).findLast(
    (message) => message.author === author && message.sentAt >= since && message.nonce === nonce,
  );
}

/** Refused as Discord does when the bot cannot write to whom this DM belongs. */
export function refuseClosedDm(town: Town, channel: StoredChannel): void {
  const user = channel.recipient;
  if (channel.type !== DM || !user) return;
  if (!isMember(town.state, user)) throw refusal('noMutualGuilds');
  if (town.state.closedDms.includes(user)) throw refusal('closedDms');
}

/** A message as the API gives it to the bot. */
export function apiMessage(town: Town, message: StoredMessage): Record<string, unknown> {
  const channel = channelOf(town, message);
  const hidden = !readableByBot(channel, message);
  const { interaction } = message;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel,
    author: apiUser(message.author),
    content: hidden ? '' : message.content,
    components: hidden ? [] : message.components,
    embeds: hidden ? [] : message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    attachments: [],
    mentions: message.pings.filter(residentOf).map(apiUser),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: message.at,
    edited_timestamp: message.editedAt,
    flags: message.flags,
    ...(message.nonce !== undefined ? { nonce: message.nonce } : {}),
    ...(message.reference
      ? {
          message_reference: {
            type: 0,
            channel_id: message.channel,
            message_id: message.reference,
          },
        }
      : {}),
    ...(interaction
      ? {
          application_id: botId,
          webhook_id: botId,
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: apiUser(interaction.user),
            authorizing_integration_owners: ownersIn(channel),
            ...(interaction.name ? { name: interaction.name } : {}),
          },
        }
      : {}),
  };
}

/** Who installed the app where this happens: the server, or nobody in a DM with the bot. */
export const ownersIn = (channel: StoredChannel): Record<string, string> =>
  channel.type === DM ? { '0': '0' } : { '0': guildId };

/** Messages of the channel that this user can see; the bot's view when it is the bot's. */
export const visibleTo = (town: Town, channel: StoredChannel, user: string): StoredMessage[] =>
  messagesIn(town, channel.id)
    .filter((message) => !message.onlyFor || message.onlyFor === user)
    .sort((a, b) => byAge(a.id, b.id));

const channelOf = (town: Town, message: StoredMessage): StoredChannel => {
  const channel = town.state.channels[message.channel];
  if (!channel) throw refusal('unknownChannel');
  return channel;
};

const metadataOf = (interaction: StoredInteraction): StoredMessage['interaction'] => ({
  id: interaction.id,
  type: interaction.type,
  user: interaction.user,
  ...(interaction.commandName ? { name: interaction.commandName } : {}),
});

/** The message content intent is privileged; without it a bot reads its own messages, DMs and where it is mentioned. */
const readableByBot = (channel: StoredChannel, message: StoredMessage): boolean =>
  message.author === botId || channel.type === DM || message.pings.includes(botId);

const intentOf = (channel: StoredChannel): number =>
  channel.type === DM ? INTENT.directMessages : INTENT.guildMessages;

function announce(town: Town, event: string, channel: StoredChannel, message: StoredMessage): void {
  if (message.onlyFor || (message.flags & FLAGS.loading) !== 0) return;
  const place = channel.type === DM ? {} : { guild_id: guildId };
  town.dispatch(event, { ...apiMessage(town, message), ...place }, intentOf(channel));
}

/** A ping in a thread brings the person in. */
function joinMentioned(town: Town, channel: StoredChannel, message: StoredMessage): void {
  if (!isThread(channel) || message.onlyFor) return;
  const parent = town.state.channels[channel.parent ?? ''];
  for (const user of message.pings) {
    if (!isMember(town.state, user) || parent?.hiddenFrom.includes(user)) continue;
    channel.members = { ...channel.members, [user]: channel.members?.[user] ?? town.now() };
  }
}
