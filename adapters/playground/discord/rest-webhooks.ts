import { refusal } from './api-error.ts';
import { checkMessage } from './check-message.ts';
import { tokenLives } from './interactions.ts';
import { apiMessage, edit, findMessage, post, remove } from './messages.ts';
import { applicationId, botId } from './residents.ts';
import { bodyOf, type Office, part, type Request, type Routes } from './route.ts';
import { FLAGS, type StoredInteraction, type StoredMessage } from './state.ts';

const THINKING = 5;

/** What an app does with an interaction's token after its first answer. */
export function addWebhookRoutes(routes: Routes, { town }: Office): void {
  const enter = (request: Request): StoredInteraction => {
    if (part(request, 'app') !== applicationId) throw refusal('unknownWebhook');
    const token = part(request, 'token');
    const interaction = Object.values(town.state.interactions).find(
      (candidate) => candidate.token === token,
    );
    if (!interaction || !tokenLives(town, interaction)) throw refusal('invalidWebhookToken');
    if (interaction.state !== 'answered') throw refusal('unknownWebhook');
    return interaction;
  };
  const messageAt = (request: Request): StoredMessage => {
    const interaction = enter(request);
    const wanted = part(request, 'message');
    const id = wanted === '@original' ? interaction.original : wanted;
    const message = id ? findMessage(town, id, interaction.channel) : undefined;
    const own = message?.id === interaction.original || message?.interaction?.id === interaction.id;
    if (!message || !own) throw refusal('unknownMessage');
    return message;
  };

  routes.post('/webhooks/:app/:token', async (request) => {
    const interaction = enter(request);
    const channel = town.state.channels[interaction.channel];
    if (!channel) throw refusal('unknownChannel');
    const body = await bodyOf(request);
    const original = interaction.original ? findMessage(town, interaction.original) : undefined;
    // Right after "thinking", the first follow-up is the answer itself; whether it is ephemeral was said then:
    // https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message
    if (interaction.answer === THINKING && original && (original.flags & FLAGS.loading) !== 0) {
      const draft = checkMessage(body, [], original);
      return request.json(apiMessage(town, edit(town, original, draft)));
    }
    const draft = checkMessage(body);
    const message = post(town, channel, draft, {
      author: botId,
      interaction,
      ...((draft.flags & FLAGS.ephemeral) !== 0 ? { onlyFor: interaction.user } : {}),
    });
    return request.json(apiMessage(town, message));
  });
  routes.get('/webhooks/:app/:token/messages/:message', (request) =>
    request.json(apiMessage(town, messageAt(request))),
  );
  routes.patch('/webhooks/:app/:token/messages/:message', async (request) => {
    const message = messageAt(request);
    const draft = checkMessage(await bodyOf(request), [], message);
    return request.json(apiMessage(town, edit(town, message, draft)));
  });
  routes.delete('/webhooks/:app/:token/messages/:message', (request) => {
    remove(town, messageAt(request));
    return request.body(null, 204);
  });
}
