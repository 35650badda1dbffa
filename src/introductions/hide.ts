import { type Context, sentence } from '../context.ts';
import { communityOf, peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { mention } from '../view.ts';
import type { SentAsk } from './ask.ts';
import { keyAt } from './turn-message.ts';

/** From now on an open ask is brought to its helper no more; it ends by itself, and its card says so. */
export async function hide(stores: Stores, { words, now }: Context, ask: SentAsk): Promise<void> {
  await stores.asks.save({ ...ask, hidden: true });
  const { state, seeker } = ask;
  const at = 'card' in state && state.card ? new Date(state.card) : state.at;
  const keys = [keyAt(ask, 'card', at), keyAt(ask, 'reminder', at)];
  const view = sentence(words, 'settled.blocked', { seeker: mention(seeker) });
  const community = communityOf(seeker);
  await stores.outbox.add(
    keys.map((of) => ({ effect: 'revise', key: `${of}:blocked`, of, community, view }) as const),
    now,
  );
  const helper = peer(seeker, ask.helper);
  const waiting = await stores.outbox.undelivered(helper);
  const ofAsk = waiting.filter((message) => message.ask === ask.id).map(({ key }) => key);
  await stores.outbox.drop(helper, ofAsk);
}
