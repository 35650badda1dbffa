import type { Member } from './communities/settings.ts';
import type { Reply } from './effect.ts';
import type { Intent, Request, RequestType } from './intent.ts';
import { type Community, communityOf, type MemberId } from './member.ts';
import { type MessageKey, type Messages, messagesFor } from './messages/messages.ts';
import type { Deps, PersonFacts, Stores } from './ports.ts';
import type { Block, Inline, View } from './view.ts';

/** What a handler has at hand while it answers one intent. */
export interface Context {
  by: MemberId;
  community: Community;
  now: Date;
  deps: Deps;
  /** The words of who asked. */
  words: Messages;
  /** Reads in a transaction of its own. */
  read<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Decides and saves, once for this press: the platform's retry of it gets "nothing" and changes nothing. */
  once(work: (stores: Stores) => Promise<Reply>): Promise<Reply>;
  /** Who somebody is; undefined when nobody. Rejects when the platform can't be asked. */
  person(user: string): Promise<PersonFacts | undefined>;
}

export type Handler<T extends RequestType> = (
  context: Context,
  request: Extract<Request, { type: T }>,
) => Promise<Reply>;

export type Handlers<T extends RequestType = RequestType> = { [K in T]: Handler<K> };

export function contextOf(intent: Intent, deps: Deps): Context {
  const community = communityOf(intent.by);
  const now = deps.clock.now();
  return {
    by: intent.by,
    community,
    now,
    deps,
    words: messagesFor(intent.locale),
    read: (work) => deps.database.transaction(community, work),
    once: (work) =>
      deps.database.transaction(community, async (stores) =>
        (await stores.receipts.claim(intent.dedupeKey, now)) ? work(stores) : { reply: 'nothing' },
      ),
    person: (user) => deps.directory.lookup({ ...intent.by, user }),
  };
}

/** The words for a member by their own choice of language. */
export const wordsOf = (member: Member | undefined): Messages => messagesFor(member?.locale);

/** A private sentence. */
export const say = (
  words: Messages,
  key: MessageKey,
  values?: Parameters<Messages['rich']>[1],
): Reply => ({ reply: 'message', view: sentence(words, key, values) });

/** The pressed message becomes one sentence. */
export const become = (
  words: Messages,
  key: MessageKey,
  values?: Parameters<Messages['rich']>[1],
): Reply => ({ reply: 'update', view: sentence(words, key, values) });

/** Nothing was done with what they typed: why, and their words to copy. */
export const kept = (words: Messages, why: MessageKey | Inline[], ...typed: string[]): Reply => ({
  reply: 'message',
  view: {
    blocks: [
      { node: 'text', content: typeof why === 'string' ? words.rich(why) : why },
      ...typed.map((text): Block => ({ node: 'quote', text })),
      { node: 'context', content: words.rich('kept') },
    ],
  },
});

export function sentence(
  words: Messages,
  key: MessageKey,
  values?: Parameters<Messages['rich']>[1],
): View {
  return { blocks: [{ node: 'text', content: words.rich(key, values) }] };
}
