import { uuidv7 } from 'uuidv7';
import type { Answer, Outcome, Reply } from '../src/effect.ts';
import type { Form } from '../src/form.ts';
import { handle } from '../src/handle.ts';
import type { Request } from '../src/intent.ts';
import { communityOf, type MemberId } from '../src/member.ts';
import type { Claimed, Deps, PersonFacts } from '../src/ports.ts';
import { settle } from '../src/settle.ts';
import type { Block, Button, View } from '../src/view.ts';
import { shown } from '../src/waiting.ts';
import { wakeNext } from '../src/wake.ts';
import { type DatabaseKind, freshDatabase } from './db/databases.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A small community that runs the real core on a real database, without a platform: effects land in inboxes, and the clock
 * stands until it is moved.
 */
export async function createTown(kind: DatabaseKind) {
  const opened = await freshDatabase(kind);
  let now = new Date('2027-03-01T10:00:00Z');
  let pressed = 0;
  const person = (name: string): PersonFacts => ({ name, isBot: false, isAdmin: false });
  const people = new Map<string, PersonFacts>([
    ['nadia', person('Nadia Haddad')],
    ['tom', person('Tom Okafor')],
    ['aiko', person('Aiko Lindqvist')],
    ['leila', person('Leila Moreau')],
    ['jonas', { ...person('Jonas Weber'), isAdmin: true }],
    ['polly', { ...person('Polly Polls'), isBot: true }],
  ]);
  const deps: Deps = {
    database: opened.database,
    clock: { now: () => now },
    ids: { next: uuidv7, random: () => 0.5 },
    directory: { lookup: async ({ user }) => people.get(user) },
  };
  const member = (user: string): MemberId => ({ platform: 'slack', community: 'T1', user });
  const closed = new Set<string>();
  /** Kinds of effects of which nobody learns whether they arrived. */
  const unanswered = new Set<string>();
  /** Everything sent, with its key; a revision replaces the view. */
  const sent: { key: string; to: string[]; view: View }[] = [];

  function perform({ effect }: Claimed): Outcome {
    switch (effect.effect) {
      case 'dm':
        if (!people.has(effect.to.user)) return { outcome: 'closed', left: true };
        if (closed.has(effect.to.user)) return { outcome: 'closed' };
        if (unanswered.has(effect.effect)) return { outcome: 'ambiguous', why: 'no answer' };
        sent.push({ key: effect.key, to: [effect.to.user], view: effect.view });
        return { outcome: 'sent', ref: effect.key };
      case 'conversation':
        if (unanswered.has(effect.effect)) return { outcome: 'ambiguous', why: 'no answer' };
        sent.push({
          key: effect.key,
          to: effect.members.map(({ user }) => user),
          view: effect.view,
        });
        return { outcome: 'sent', ref: effect.key };
      case 'revise': {
        const message = sent.find(({ key }) => key === effect.of);
        if (message) message.view = effect.view;
        return { outcome: 'sent', ref: effect.of };
      }
      case 'post':
        sent.push({ key: effect.key, to: [effect.channel], view: effect.view });
        return { outcome: 'sent', ref: effect.key };
    }
  }

  async function deliver(): Promise<void> {
    for (;;) {
      const claimed = await opened.queue.claim({ worker: 'town', now, limit: 10, leaseMs: 10_000 });
      if (claimed.length === 0) return;
      for (const one of claimed) {
        await opened.queue.begin(one);
        const outcome = perform(one);
        await opened.queue.finish(one, outcome, now, (stores) =>
          settle(one, outcome, stores, deps),
        );
      }
    }
  }

  const town = {
    deps,
    people,
    closed,
    unanswered,
    sent,
    member,
    queue: opened.queue,
    read: <T>(work: Parameters<typeof deps.database.transaction<T>>[1]) =>
      deps.database.transaction(communityOf(member('nadia')), work),
    /** One action of a member, a second after the last; delivered before it answers. */
    async does(user: string, request: Request, dedupeKey = `press-${++pressed}`) {
      now = new Date(now.getTime() + 1000);
      const answer = await handle({ request, by: member(user), dedupeKey }, deps);
      await deliver();
      return answer;
    },
    /** Opens a form with one action and sends it, filled in, with the next. */
    async fills(user: string, request: Request, values: Record<string, string>): Promise<Reply> {
      const form = formOf((await town.does(user, request)).reply);
      return (await town.does(user, { ...form.send, values } as Request)).reply;
    },
    /** Somebody joins; who they are is their name. */
    joins(name: string): string {
      people.set(name, { name, isBot: false, isAdmin: false });
      return name;
    },
    deliver,
    /** The platform showed them what waited for them. */
    shows: async (user: string, answer: Answer) => {
      const keys = answer.waiting.map(({ key }) => key);
      await shown(member(user), keys, deps);
      await deliver();
    },
    /** Moves the clock and lets everything happen that time brings. */
    async days(count: number): Promise<void> {
      now = new Date(now.getTime() + count * DAY);
      while (await wakeNext(deps)) {
        // Until nothing is due.
      }
      await deliver();
    },
    /** To ten in the morning, the next time it is. */
    async morning(): Promise<void> {
      const today = new Date(now).setUTCHours(10, 0, 0, 0);
      const next = today > now.getTime() ? today : today + DAY;
      await town.days((next - now.getTime()) / DAY);
    },
    inbox: (user: string) => sent.filter(({ to }) => to.includes(user)).map(({ view }) => view),
    latest(user: string): View {
      const view = town.inbox(user).at(-1);
      if (!view) throw new Error(`${user} has no message`);
      return view;
    },
    stop: () => opened.close(),
  };
  return town;
}

export type Town = Awaited<ReturnType<typeof createTown>>;

/** All that can be read in a view, mentions as @user. */
export function textOf(view: View): string {
  const inline = (content: Extract<Block, { node: 'text' }>['content']): string =>
    content
      .map((part) => {
        if (part.node === 'mention') return `@${part.member.user}`;
        if (part.node === 'time') return part.at;
        return part.node === 'channel' ? `#${part.channel}` : part.text;
      })
      .join('');
  return view.blocks
    .map((block) => {
      switch (block.node) {
        case 'heading':
        case 'quote':
          return block.text;
        case 'text':
        case 'context':
          return inline(block.content);
        case 'list':
          return block.items.map(inline).join('\n');
        case 'table':
          return block.rows.map((row) => row.map(inline).join(' ')).join('\n');
        case 'buttons':
          return block.buttons.map(({ label }) => `[${label}]`).join(' ');
        default:
          return '';
      }
    })
    .join('\n');
}

export const buttonsOf = (view: View): Button[] =>
  view.blocks.flatMap((block) => (block.node === 'buttons' ? block.buttons : []));

/** What pressing the button of that label asks for. */
export function pressOf(view: View, label: string): Request {
  const button = buttonsOf(view).find((candidate) => candidate.label === label);
  if (!button || button.press.type === 'open-link') {
    throw new Error(`no button "${label}" in: ${textOf(view)}`);
  }
  return button.press;
}

export function formOf(reply: Reply): Form {
  if (reply.reply !== 'form') throw new Error(`no form but a ${reply.reply}`);
  return reply.form;
}

export function viewOf(reply: Reply): View {
  if (reply.reply !== 'message' && reply.reply !== 'update') {
    throw new Error(`no view in a ${reply.reply}`);
  }
  return reply.view;
}
