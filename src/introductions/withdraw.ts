import { become, type Handlers, say } from '../context.ts';
import { peer, sameMember } from '../member.ts';
import { mention } from '../view.ts';
import { apply } from './apply.ts';
import { isDraft } from './ask.ts';

/** The seeker takes back an ask that could not be brought to its helper. */
export const withdrawHandlers: Handlers<'withdraw'> = {
  withdraw: (context, { ask: id }) =>
    context.once(async (stores) => {
      const { by, words } = context;
      const ask = await stores.asks.lock(id);
      if (!ask || isDraft(ask)) return say(words, 'again.gone');
      if (!sameMember(ask.seeker, by)) return say(words, 'again.not-yours');
      const done = await apply(stores, ask, { event: 'withdraw' }, context);
      // The same words whatever became of it: who has said what isn't told here.
      if (!done) return say(words, 'again.moved-on');
      return become(words, 'seeker.withdrawn', { helper: mention(peer(ask.seeker, ask.helper)) });
    }),
};
