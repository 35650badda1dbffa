import { refusal } from './api-error.ts';
import { checkChoices } from './check-commands.ts';
import { checkMessage } from './check-message.ts';
import { checkModal } from './check-modal.ts';
import { type Fields, FormCheck, isFields } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { apiMessage, edit, findMessage, post } from './messages.ts';
import { botId } from './residents.ts';
import { bodyOf, type Office, part, type Routes } from './route.ts';
import {
  FLAGS,
  INTERACTION,
  numbered,
  type StoredInteraction,
  type StoredMessage,
} from './state.ts';

/** Kinds of first answers. */
const ANSWER = {
  message: 4,
  thinking: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** The first answer to an interaction. */
export function addInteractionRoutes(routes: Routes, office: Office): void {
  const { town, desk } = office;

  routes.post('/interactions/:interaction/:token/callback', async (request) => {
    const interaction = town.state.interactions[part(request, 'interaction')];
    if (!interaction || interaction.token !== part(request, 'token')) {
      throw refusal('unknownInteraction');
    }
    const body = await bodyOf(request);
    if (interaction.state === 'expired') throw refusal('unknownInteraction');
    if (interaction.state === 'answered') throw refusal('alreadyAcknowledged');
    const form = new FormCheck();
    form.oneOf(['type'], body.type, allowedFor(interaction));
    form.settle();
    const answer = Number(body.type);
    const data = isFields(body.data) ? body.data : {};
    const message = carryOut(office, interaction, answer, data);
    interaction.state = 'answered';
    interaction.answer = answer;
    if (message) interaction.original = message.id;
    desk.answered(interaction.id, {
      answer,
      ...(answer === ANSWER.choices
        ? { choices: data.choices as { name: string; value: string }[] }
        : {}),
    });
    town.changed();
    if (request.req.query('with_response') !== 'true') return request.body(null, 204);
    return request.json({
      interaction: {
        id: interaction.id,
        type: interaction.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: (message.flags & FLAGS.loading) !== 0,
              response_message_ephemeral: message.onlyFor !== undefined,
              channel_id: message.channel,
            }
          : {}),
      },
      resource: {
        type: answer,
        ...(message ? { message: apiMessage(town, message) } : {}),
      },
    });
  });
}

/** A modal can't answer a modal; only what has a message can update one. */
function allowedFor(interaction: StoredInteraction): number[] {
  const { message, thinking, deferUpdate, update, choices, modal } = ANSWER;
  if (interaction.type === INTERACTION.autocomplete) return [choices];
  if (interaction.type === INTERACTION.command) return [message, thinking, modal];
  const onMessage = interaction.message ? [deferUpdate, update] : [];
  const opens = interaction.type === INTERACTION.modal ? [] : [modal];
  return [message, thinking, ...onMessage, ...opens];
}

/** Does what the answer says; gives back the message that becomes `@original`. */
function carryOut(
  { town }: Office,
  interaction: StoredInteraction,
  answer: number,
  data: Fields,
): StoredMessage | undefined {
  const channel = town.state.channels[interaction.channel];
  if (!channel) throw refusal('unknownChannel');
  const { user } = interaction;
  const ephemeral = (Number(data.flags ?? 0) & FLAGS.ephemeral) !== 0;
  const origin = { author: botId, interaction, ...(ephemeral ? { onlyFor: user } : {}) };
  const pressed = interaction.message ? findMessage(town, interaction.message) : undefined;
  switch (answer) {
    case ANSWER.message: {
      const message = post(town, channel, checkMessage(data, ['data']), origin);
      return message;
    }
    case ANSWER.thinking:
      // Only "ephemeral" counts here; whether it is components v2 is for the edit to say.
      return post(town, channel, { flags: 0, enforceNonce: false }, { ...origin, loading: true });
    case ANSWER.deferUpdate:
      return pressed;
    case ANSWER.update: {
      if (!pressed) throw refusal('unknownMessage');
      return edit(town, pressed, checkMessage(data, ['data'], pressed));
    }
    case ANSWER.choices: {
      const form = new FormCheck();
      const rule = { max: LIMITS.choices, required: true };
      const choices = form.list(['data', 'choices'], data.choices, rule);
      checkChoices(form, ['data', 'choices'], choices, true);
      form.settle();
      return undefined;
    }
    default: {
      const modal = checkModal(data);
      town.state.modals[user] = {
        ...modal,
        id: interaction.id,
        components: numbered(modal.components),
        channel: channel.id,
        typed: {},
        ...(interaction.message ? { message: interaction.message } : {}),
      };
      return undefined;
    }
  }
}
