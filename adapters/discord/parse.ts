import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteractionData,
  APIInteraction,
  APIMessageApplicationCommandInteractionData,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { ApplicationCommandType, ComponentType, InteractionType } from 'discord.js';
import { messageActions } from '../../src/commands.ts';
import type { Values } from '../../src/form.ts';
import { decodeRequest, type Intent, type Request, requestSchema } from '../../src/intent.ts';
import type { MemberId } from '../../src/member.ts';
import type { SuggestQuery } from '../../src/ports.ts';
import { type CustomId, readCustomId } from './custom-id.ts';
import { named } from './spoken.ts';
import { asTyped } from './typed-text.ts';

/** What an interaction asks for. */
export type Action =
  | { action: 'ask'; from: 'command' | 'component' | 'modal'; intent: Intent }
  | { action: 'suggest'; query: SuggestQuery }
  /** Something of ours that can't be read any more: an old button, a command that is gone. */
  | { action: 'stale' };

/** An interaction as the gateway sends it → what it asks for. Undefined: it is of a kind that we know nothing of. */
export function parseInteraction(interaction: APIInteraction): Action | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return ask(interaction, 'command', interaction.guild_id, commandRequest(interaction));
    case InteractionType.MessageComponent: {
      const id = readCustomId(interaction.data.custom_id);
      return ask(interaction, 'component', communityOf(interaction, id), pressed(interaction, id));
    }
    case InteractionType.ModalSubmit: {
      const id = readCustomId(interaction.data.custom_id);
      const request = id && decodeRequest(id.code, { values: submitted(interaction) });
      return ask(interaction, 'modal', communityOf(interaction, id), request);
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(interaction);
    default:
      return undefined;
  }
}

function ask(
  interaction: APIInteraction & { locale: string },
  from: 'command' | 'component' | 'modal',
  community: string | undefined,
  request: Request | undefined,
): Action {
  const by = member(interaction, community);
  if (!by || !request) return { action: 'stale' };
  const intent: Intent = { request, by, dedupeKey: interaction.id, locale: interaction.locale };
  return { action: 'ask', from, intent };
}

function member(interaction: APIInteraction, community: string | undefined): MemberId | undefined {
  const user = interaction.member?.user.id ?? interaction.user?.id;
  return user && community ? { platform: 'discord', community, user } : undefined;
}

/** In a DM the button says it; elsewhere it must agree with where it was pressed. */
function communityOf(interaction: APIInteraction, id: CustomId | undefined): string | undefined {
  const here = interaction.guild_id;
  return here === undefined || here === id?.community ? id?.community : undefined;
}

const MENTION_ALONE = /^<@!?(\d{1,20})>$/;

function commandRequest({ data }: APIApplicationCommandInteraction): Request | undefined {
  switch (data.type) {
    case ApplicationCommandType.ChatInput:
      return typedRequest(data);
    case ApplicationCommandType.Message:
      return messageRequest(data);
    default:
      return undefined;
  }
}

function typedRequest(data: APIChatInputApplicationCommandInteractionData): Request | undefined {
  const given: Record<string, unknown> = {};
  for (const option of data.options ?? []) {
    if (!('value' in option) || typeof option.value !== 'string') continue;
    const words = option.value.trim();
    if (words === '') continue;
    if (option.name === 'text') Object.assign(given, asTyped(words));
    else if (option.name === 'target') {
      given.target = spokenTarget(words, 'resolved' in data ? data.resolved : {});
    } else given[option.name] = words;
  }
  const parsed = requestSchema.safeParse({ type: data.name, ...given });
  return parsed.success ? parsed.data : undefined;
}

/** A message command hands its message over in full, whatever the app may read otherwise. */
function messageRequest(data: APIMessageApplicationCommandInteractionData): Request | undefined {
  const action = messageActions.find(({ name }) => name === data.name);
  const message = data.resolved.messages[data.target_id];
  if (!action || !message) return undefined;
  return { type: action.request, author: message.author.id, ...asTyped(message.content) };
}

function spokenTarget(
  words: string,
  resolved: Parameters<typeof named>[1],
): { user: string } | { text: string } {
  const user = MENTION_ALONE.exec(words)?.[1];
  return user ? { user } : { text: named(words, resolved) };
}

function pressed(
  { data }: APIMessageComponentInteraction,
  id: CustomId | undefined,
): Request | undefined {
  if (!id) return undefined;
  if (data.component_type === ComponentType.Button) return decodeRequest(id.code);
  const choice = data.values[0];
  return choice === undefined ? undefined : decodeRequest(id.code, { choice });
}

function submitted({ data }: APIModalSubmitInteraction): Values {
  const values: Values = {};
  for (const component of data.components) {
    const inputs =
      component.type === ComponentType.Label
        ? [component.component]
        : component.type === ComponentType.ActionRow
          ? component.components
          : [];
    for (const input of inputs) {
      const value =
        'values' in input ? input.values[0] : typeof input.value === 'string' ? input.value : '';
      if (value !== undefined && value.trim() !== '') values[input.custom_id] = value;
    }
  }
  return values;
}

function suggest(interaction: APIApplicationCommandAutocompleteInteraction): Action {
  const by = member(interaction, interaction.guild_id);
  const focused = interaction.data.options.find((option) => 'focused' in option && option.focused);
  if (!by || !focused || !('value' in focused)) return { action: 'stale' };
  const text = String(focused.value);
  return {
    action: 'suggest',
    query: { command: interaction.data.name, option: focused.name, text, by },
  };
}
