import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LocalPlatform } from '../../adapters/playground/pane.ts';
import type { Answer, Conversation, Effect, Outcome } from '../../src/effect.ts';
import type { Intent } from '../../src/intent.ts';
import type { MemberId } from '../../src/member.ts';
import type { App, Claimed, Platform } from '../../src/ports.ts';
import { plain, type View } from '../../src/view.ts';
import { read, type Where } from '../journeys/reading.ts';

/** A platform's adapter beside its local server, not started yet. */
export interface Ground {
  platform: Platform;
  local: LocalPlatform;
  /** The community's id on its platform. */
  community: string;
  /** A channel that everybody sees. */
  channel: string;
  /** Parts of the calls' names, for faults: what carries a message, and what looks a member up. */
  calls: { send: string; lookup: string };
  /** How often a call is tried before it counts as failed, when repeating it does no harm. */
  tries: number;
  /** What becomes of a message whose sending got no answer. */
  lost: 'ambiguous' | 'sent again';
  /** The same adapter with tokens that nobody gave out. */
  impostor(): Platform;
}

/** What every platform does for the rest of Goodword. */
export function platformContract(lay: () => Promise<Ground>): void {
  let ground: Ground;
  const asked: Intent[] = [];
  let answering: (intent: Intent) => Promise<Answer> = async () => says('Hello.');
  const app: App = {
    async answer(intent) {
      asked.push(intent);
      return answering(intent);
    },
    async shown() {},
    suggest: async () => [],
  };

  beforeAll(async () => {
    ground = await lay();
    expect(ground.platform.state()).toBe('starting');
    await ground.platform.start(app);
  });
  afterAll(async () => {
    await ground.platform.stop();
    await ground.local.stop();
  });

  const member = (handle: string): MemberId => {
    const persona = ground.local.personas.find((one) => one.handle === handle);
    const user = persona?.user ?? handle;
    return { platform: ground.platform.name, community: ground.community, user };
  };
  const sees = (handle: string, where?: Where) => read(ground.local.see(handle), where);
  let count = 0;
  const claimed = (effect: WithoutKey, more: Partial<Claimed> = {}): Claimed => {
    count += 1;
    return {
      id: `0198c0de-7abc-7def-8123-${count.toString(16).padStart(12, '0')}`,
      community: { platform: ground.platform.name, id: ground.community },
      effect: { ...effect, key: `k${count}` } as Effect,
      worker: 'w',
      tries: 0,
      ...more,
    };
  };
  const perform = (effect: WithoutKey, more?: Partial<Claimed>) =>
    ground.platform.perform(claimed(effect, more));
  const dm = (handle: string, text: string): WithoutKey => ({
    effect: 'dm',
    to: member(handle),
    view: view(text),
  });
  const conversation = (handles: string[], text: string): Omit<Conversation, 'key'> => ({
    effect: 'conversation',
    title: 'Nadia and Leila',
    members: handles.map(member),
    channel: ground.channel,
    view: view(text),
    otherwise: [],
  });
  const refOf = (outcome: Outcome): string => {
    expect(outcome).toEqual({ outcome: 'sent', ref: expect.any(String) });
    return outcome.outcome === 'sent' ? outcome.ref : '';
  };

  test('is connected once started; a start with wrong tokens says which', async () => {
    expect(ground.platform.state()).toBe('connected');
    const impostor = ground.impostor();
    await expect(impostor.start(app)).rejects.toThrow(/(SLACK|DISCORD)_\w*TOKEN/);
    await impostor.stop();
    expect(ground.platform.state()).toBe('connected');
  });

  describe('brings', () => {
    test('a direct message to one member alone', async () => {
      refOf(await perform(dm('tom', 'For Tom alone.')));
      expect(sees('tom', 'dm')).toContain('For Tom alone.');
      expect(sees('nadia')).not.toContain('For Tom alone.');
    });

    test.each([[['nadia', 'tom']], [['nadia', 'tom', 'leila']]])(
      'a conversation of %j',
      async (handles) => {
        const text = `For ${handles.length} of us.`;
        refOf(await perform(conversation(handles, text)));
        for (const handle of handles) expect(sees(handle, 'group')).toContain(text);
        expect(sees('aiko')).not.toContain(text);
        expect(sees('jonas')).not.toContain(text);
      },
    );

    test('the same people get a fresh message in their next conversation', async () => {
      refOf(await perform(conversation(['aiko', 'jonas'], 'The first.')));
      refOf(await perform(conversation(['aiko', 'jonas'], 'The second.')));
      expect(sees('aiko', 'group')).toContain('The first.');
      expect(sees('aiko', 'group')).toContain('The second.');
    });

    test('a post to a channel', async () => {
      refOf(
        await perform({
          effect: 'post',
          community: communityOf(),
          channel: ground.channel,
          view: view('For all.'),
        }),
      );
      for (const handle of ['nadia', 'jonas'])
        expect(sees(handle, 'channel')).toContain('For all.');
    });

    test('a revision in place of what was sent', async () => {
      const ref = refOf(await perform(dm('leila', 'As it was.')));
      const revision = {
        effect: 'revise',
        of: 'k',
        community: communityOf(),
        view: view('As it is.'),
      } as const;
      refOf(await perform(revision, { revises: ref }));
      expect(sees('leila', 'dm')).toContain('As it is.');
      expect(sees('leila', 'dm')).not.toContain('As it was.');
      // Doing it again changes nothing more.
      refOf(await perform(revision, { revises: ref }));
      expect(sees('leila', 'dm').split('As it is.')).toHaveLength(2);
      expect(await perform(revision, { revises: 'not a reference' })).toMatchObject({
        outcome: 'refused',
      });
    });
  });

  describe('says of what it cannot bring', () => {
    test('closed: direct messages that are closed, and people who are not there', async () => {
      ground.local.fault({ fault: 'dms', handle: 'tom', closed: true });
      expect(await perform(dm('tom', 'Not for now.'))).toMatchObject({ outcome: 'closed' });
      ground.local.fault({ fault: 'dms', handle: 'tom', closed: false });
      expect(sees('tom')).not.toContain('Not for now.');
      const nobody = { slack: 'U0NOBODY', discord: '100000000000000001' }[ground.platform.name];
      expect(await perform(dm(nobody, 'Hello?'))).toMatchObject({ outcome: 'closed' });
    });

    test('refused: a channel that is not there, a conversation with nobody', async () => {
      const nowhere = { slack: 'C0NOWHERE', discord: '100000000000000002' }[ground.platform.name];
      const post = {
        effect: 'post',
        community: communityOf(),
        channel: nowhere,
        view: view('Hm.'),
      } as const;
      expect(await perform(post)).toMatchObject({ outcome: 'refused', why: expect.any(String) });
      const nobody = { slack: 'U0NOBODY', discord: '100000000000000001' }[ground.platform.name];
      const talk = conversation(['nadia', nobody], 'Who is there?');
      expect(await perform(talk)).toMatchObject({ outcome: 'refused' });
      expect(sees('nadia')).not.toContain('Who is there?');
    });

    test('later: too many requests; nothing is sent', async () => {
      ground.local.fault({
        fault: 'rate-limit',
        count: 1,
        retryAfter: 3,
        match: ground.calls.send,
      });
      const effect = dm('aiko', 'After a while.');
      const outcome = await perform(effect);
      expect(outcome).toMatchObject({ outcome: 'later' });
      expect(outcome.outcome === 'later' && outcome.afterMs).toBeGreaterThanOrEqual(2_000);
      expect(sees('aiko')).not.toContain('After a while.');
    });

    test('what it does not know, when the answer was lost: never two messages', async () => {
      const { local, calls, tries, lost } = ground;
      local.fault({ fault: 'drop-answer', count: tries, match: calls.send });
      const claim = claimed(dm('jonas', 'Once only.'));
      const first = await ground.platform.perform(claim);
      const again = { ...claim, tries: 1, unansweredSince: new Date() };
      if (lost === 'ambiguous') {
        expect(first).toMatchObject({ outcome: 'ambiguous' });
        expect(await ground.platform.perform(again)).toMatchObject({ outcome: 'ambiguous' });
      } else {
        expect(first).toMatchObject({ outcome: 'later' });
        refOf(await ground.platform.perform(again));
      }
      expect(sees('jonas', 'dm').split('Once only.')).toHaveLength(2);
    });

    test('of a try that got no answer long ago: nobody knows', async () => {
      const unansweredSince = new Date(Date.now() - 60 * 60 * 1000);
      const outcome = await perform(dm('jonas', 'Long ago.'), { tries: 1, unansweredSince });
      expect(outcome).toMatchObject({ outcome: 'ambiguous' });
      expect(sees('jonas')).not.toContain('Long ago.');
    });
  });

  describe('knows', () => {
    test('members, admins and bots, and who is nobody', async () => {
      const lookup = (handle: string) => ground.platform.lookup(member(handle));
      expect(await lookup('tom')).toMatchObject({
        name: 'Tom Okafor',
        isBot: false,
        isAdmin: false,
      });
      expect(await lookup('jonas')).toMatchObject({
        name: 'Jonas Weber',
        isBot: false,
        isAdmin: true,
      });
      expect(await lookup('polly')).toMatchObject({ name: 'Polly Polls', isBot: true });
      for (const nobody of ['U0NOBODY', '100000000000000001', 'nobody', '']) {
        expect(await lookup(nobody)).toBeUndefined();
      }
    });

    test('when it cannot know', async () => {
      const { local, calls, tries } = ground;
      local.fault({ fault: 'server-error', count: Math.max(2, tries), match: calls.lookup });
      await expect(ground.platform.lookup(member('leila'))).rejects.toThrow();
      expect(await ground.platform.lookup(member('leila'))).toMatchObject({ name: 'Leila Moreau' });
    });
  });

  describe('hands on', () => {
    test('what a member does, once, with who and what tells it from others', async () => {
      asked.length = 0;
      ground.local.fault({ fault: 'deliver-twice', count: 1 });
      for (const handle of ['nadia', 'tom']) {
        const acted = await ground.local.act(handle, { do: 'command', text: '/helpers' });
        expect(acted).toMatchObject({ ok: true });
      }
      await vi.waitFor(() => expect(sees('tom')).toContain('Hello.'));
      expect(asked.map(({ by, request }) => ({ by, request }))).toEqual([
        { by: member('nadia'), request: { type: 'helpers' } },
        { by: member('tom'), request: { type: 'helpers' } },
      ]);
      expect(new Set(asked.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
    });

    test('and on a stop finishes what is in hand, and takes no more', async () => {
      let finish = (_: Answer) => {};
      answering = () =>
        new Promise((resolve) => {
          finish = resolve;
        });
      asked.length = 0;
      const acted = await ground.local.act('aiko', { do: 'command', text: '/helpers' });
      expect(acted).toMatchObject({ ok: true });
      await vi.waitFor(() => expect(asked).toHaveLength(1));
      const stopped = ground.platform.stop();
      expect(ground.platform.state()).toBe('stopped');
      const refused = ground.local.act('leila', { do: 'command', text: '/helpers' });
      finish(says('Just in time.'));
      await stopped;
      expect(sees('aiko')).toContain('Just in time.');
      expect(await refused).toMatchObject({ ok: false });
      expect(asked).toHaveLength(1);
      await ground.platform.stop();
    });
  });

  const communityOf = () => ({ platform: ground.platform.name, id: ground.community });
}

type WithoutKey = Effect extends infer E ? (E extends Effect ? Omit<E, 'key'> : never) : never;

const view = (text: string): View => ({
  summary: text,
  blocks: [{ node: 'text', content: [plain(text)] }],
});

const says = (text: string): Answer => ({
  reply: { reply: 'message', view: view(text) },
  waiting: [],
});
