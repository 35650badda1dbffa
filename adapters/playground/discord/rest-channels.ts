import { refusal } from './api-error.ts';
import { apiChannel, channelForBot, DM, isThread } from './channels.ts';
import { checkMessage } from './check-message.ts';
import {
  alreadySent,
  apiMessage,
  edit,
  findMessage,
  post,
  refuseClosedDm,
  remove,
  visibleTo,
} from './messages.ts';
import { botId } from './residents.ts';
import { bodyOf, type Office, part, type Request, type Routes, requireToken } from './route.ts';
import type { StoredMessage } from './state.ts';

/** Channels and the messages in them, as the bot reads and writes them. */
export function addChannelRoutes(routes: Routes, { town }: Office): void {
  const enter = (request: Request) => {
    requireToken(request);
    return channelForBot(town, part(request, 'channel'));
  };
  const messageAt = (request: Request): StoredMessage => {
    const channel = enter(request);
    const message = findMessage(town, part(request, 'message'), channel.id);
    // Ephemeral messages are only there for the person and for the interaction's token.
    if (!message || message.onlyFor) throw refusal('unknownMessage');
    return message;
  };

  routes.get('/channels/:channel', (request) => request.json(apiChannel(town, enter(request))));
  routes.post('/channels/:channel/typing', (request) => {
    refuseClosedDm(town, enter(request));
    return request.body(null, 204);
  });

  routes.get('/channels/:channel/messages', (request) => {
    const channel = enter(request);
    const { before, after } = request.req.query();
    const limit = Math.min(Math.max(Number(request.req.query('limit') ?? 50) || 50, 1), 100);
    const all = visibleTo(town, channel, botId).filter(
      ({ id }) =>
        (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)),
    );
    const page = after ? all.slice(0, limit) : all.slice(-limit);
    return request.json(page.reverse().map((message) => apiMessage(town, message)));
  });
  routes.get('/channels/:channel/messages/:message', (request) =>
    request.json(apiMessage(town, messageAt(request))),
  );
  routes.post('/channels/:channel/messages', async (request) => {
    const channel = enter(request);
    const draft = checkMessage(await bodyOf(request));
    refuseClosedDm(town, channel);
    if (isThread(channel) && channel.locked) throw refusal('archivedThread');
    if (draft.enforceNonce && draft.nonce !== undefined) {
      const was = alreadySent(town, channel, botId, draft.nonce);
      if (was) return request.json(apiMessage(town, was));
    }
    channel.archived &&= false;
    const message = post(town, channel, draft, { author: botId });
    return request.json(apiMessage(town, message));
  });
  routes.patch('/channels/:channel/messages/:message', async (request) => {
    const message = messageAt(request);
    const draft = checkMessage(await bodyOf(request), [], message);
    if (message.author !== botId) throw refusal('notYourMessage');
    return request.json(apiMessage(town, edit(town, message, draft)));
  });
  routes.delete('/channels/:channel/messages/:message', (request) => {
    const message = messageAt(request);
    if (message.author !== botId) {
      const inDm = town.state.channels[message.channel]?.type === DM;
      throw refusal(inDm ? 'notOnDm' : 'missingPermissions');
    }
    remove(town, message);
    return request.body(null, 204);
  });
}
