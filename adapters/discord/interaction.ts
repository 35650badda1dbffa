import { randomUUID } from 'node:crypto';
import type { APIInteraction, APIModalInteractionResponseCallbackData } from 'discord.js';
import { InteractionResponseType, MessageFlags, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { View } from '../../src/view.ts';
import { type Api, asTrouble, type Patience, refusedWith } from './api.ts';
import { limits } from './limits.ts';
import { sendMessages } from './messages.ts';
import { type MessageBody, renderView } from './render.ts';

/**
 * One interaction's ways to answer. Each may reject with `DiscordTrouble`. What comes after the first answer is worth its
 * patience; when that ends without it, it goes by direct message.
 */
export interface Answers {
  /** Whether there is a message that was pressed, or from which the sent form was opened. */
  readonly onMessage: boolean;
  /** "Thinking", only for who acted. False: too late, or somebody else has answered; then nothing more can be said. */
  deferMessage(): Promise<boolean>;
  /** The pressed message stays as it is for now. */
  deferUpdate(): Promise<boolean>;
  /** First answers. */
  form(data: APIModalInteractionResponseCallbackData): Promise<boolean>;
  message(view: View): Promise<boolean>;
  update(view: View): Promise<boolean>;
  choices(choices: { name: string; value: string }[]): Promise<boolean>;
  /** After `deferMessage` or `deferUpdate`: what was promised. */
  edit(view: View): Promise<void>;
  /** After `deferMessage`: nothing is to be said. */
  withdraw(): Promise<void>;
  /** After any first answer: another message, only for who acted. */
  followUp(view: View): Promise<void>;
}

/** Discord waits three seconds; an answer that isn't there by then is too late. */
const FIRST_ANSWER_MS = 2_500;

/** The interaction can't be answered any more, or not while somebody waits. Any other refusal is a bug. */
function isOver(error: unknown): boolean {
  const { InvalidWebhookToken, UnknownWebhook } = RESTJSONErrorCodes;
  if (refusedWith(error, InvalidWebhookToken, UnknownWebhook)) return true;
  const { kind } = asTrouble(error);
  return kind === 'rate-limited' || kind === 'unanswered';
}

/** `patience`: how long later answers are tried for, at most the life of the interaction's token. */
export function createAnswers(
  api: Api,
  interaction: APIInteraction,
  options: { community: string; patience: Patience },
): Answers {
  const { community, patience } = options;
  const { id, token, application_id } = interaction;
  const pressed = 'message' in interaction ? interaction.message : undefined;
  const pressedIsV2 = ((pressed?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  let deferred: 'message' | 'update' | undefined;

  async function first(body: { type: InteractionResponseType; data?: unknown }): Promise<boolean> {
    const call = { body, auth: false, timeoutMs: FIRST_ANSWER_MS };
    const { InteractionHasAlreadyBeenAcknowledged, UnknownInteraction } = RESTJSONErrorCodes;
    try {
      await api('POST', Routes.interactionCallback(id, token), call);
      return true;
    } catch (error) {
      if (refusedWith(error, UnknownInteraction, InteractionHasAlreadyBeenAcknowledged))
        return false;
      if (asTrouble(error).kind !== 'unanswered') throw error;
    }
    // No answer. Once more: if it had arrived after all, Discord says so.
    try {
      await api('POST', Routes.interactionCallback(id, token), call);
      return true;
    } catch (error) {
      if (refusedWith(error, InteractionHasAlreadyBeenAcknowledged)) return true;
      if (refusedWith(error, UnknownInteraction)) return false;
      throw error;
    }
  }

  const privately = (body: MessageBody): MessageBody => ({
    ...body,
    flags: body.flags | MessageFlags.Ephemeral,
  });
  const render = (view: View) => renderView(view, { community, as: 'components' });
  /** A message that is text stays text where it can; one that becomes components loses its text by name. */
  const renderUpdate = (view: View): [MessageBody, ...MessageBody[]] => {
    if (pressedIsV2) return render(view);
    const [body, ...rest] = renderView(view, { community, as: 'content' });
    const isV2 = (body.flags & MessageFlags.IsComponentsV2) !== 0;
    return [isV2 ? { ...body, content: null } : body, ...rest];
  };

  const send = async (body: MessageBody): Promise<void> => {
    await api('POST', Routes.webhook(application_id, token), {
      body: privately(body),
      auth: false,
      // Twice is a nuisance; never is a loss.
      repeatable: true,
      patience,
    });
  };
  const sendAll = async (bodies: MessageBody[]): Promise<void> => {
    for (const body of bodies) await send(body);
  };

  async function inTime(view: View, answer: () => Promise<void>): Promise<void> {
    try {
      await answer();
    } catch (error) {
      if (!isOver(error)) throw error;
      const recipient = interaction.member?.user.id ?? interaction.user?.id;
      // No token ends here, but nobody waits for ever either.
      const again = { ...patience, until: patience.until + limits.tokenLife };
      const patiently: Api = (method, route, call) =>
        api(method, route, { ...call, patience: again });
      const dm = await patiently<{ id: string }>('POST', Routes.userChannels(), {
        body: { recipient_id: recipient },
        repeatable: true,
      });
      const bodies = renderView(view, { community, as: 'content' });
      await sendMessages(patiently, dm.id, randomUUID(), bodies);
    }
  }

  return {
    onMessage: pressed !== undefined && pressed !== null,
    async deferMessage() {
      deferred = 'message';
      return first({
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      });
    },
    async deferUpdate() {
      deferred = 'update';
      return first({ type: InteractionResponseType.DeferredMessageUpdate });
    },
    form: (data) => first({ type: InteractionResponseType.Modal, data }),
    async message(view) {
      const [body, ...rest] = render(view);
      const type = InteractionResponseType.ChannelMessageWithSource;
      const taken = await first({ type, data: privately(body) });
      if (taken) await sendAll(rest);
      return taken;
    },
    async update(view) {
      const [body, ...rest] = renderUpdate(view);
      const taken = await first({ type: InteractionResponseType.UpdateMessage, data: body });
      if (taken) await sendAll(rest);
      return taken;
    },
    choices: (choices) =>
      first({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      }),
    edit: (view) =>
      inTime(view, async () => {
        const [body, ...rest] = deferred === 'update' ? renderUpdate(view) : render(view);
        const route = Routes.webhookMessage(application_id, token, '@original');
        try {
          await api('PATCH', route, { body, auth: false, patience });
        } catch (error) {
          if (!refusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
          // Somebody deleted it meanwhile.
          return sendAll(render(view));
        }
        await sendAll(rest);
      }),
    async withdraw() {
      const route = Routes.webhookMessage(application_id, token, '@original');
      await api('DELETE', route, { auth: false, patience });
    },
    followUp: (view) => inTime(view, () => sendAll(render(view))),
  };
}
