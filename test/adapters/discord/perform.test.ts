import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Dm } from '../../../src/effect.ts';
import { button, createTown, type Town, view } from './local.ts';
import { ask } from './views.ts';

let town: Town;
beforeEach(async () => {
  town = await createTown();
});
afterEach(() => town.stop());

const SEND = 'POST /channels/:id/messages';
const dm = (handle = 'tom', text = 'Hello Tom.'): Dm & { key: string } => ({
  effect: 'dm',
  key: 'k',
  to: town.member(handle),
  view: view(text),
});
const conversation = (channel = 'introductions'): Conversation & { key: string } => {
  const id = town.local.channelIds[channel];
  return {
    effect: 'conversation',
    key: 'c',
    title: 'Nadia and Leila',
    members: [town.member('nadia'), town.member('leila')],
    view: view('Nadia, meet Leila.'),
    otherwise: [],
    ...(id ? { channel: id } : {}),
  };
};

describe('a DM', () => {
  it('arrives', async () => {
    const outcome = await town.platform.perform(town.claim(dm()));
    expect(outcome).toMatchObject({ outcome: 'sent' });
    expect(town.dm('tom').map(({ text }) => text)).toEqual(['Hello Tom.']);
  });

  it('arrives once when the answer gets lost', async () => {
    town.local.fault({ fault: 'drop-answer', count: 1, match: SEND });
    expect(await town.platform.perform(town.claim(dm()))).toMatchObject({ outcome: 'sent' });
    expect(town.dm('tom')).toHaveLength(1);
  });

  it('arrives once when no answer comes at all, and it is tried later', async () => {
    town.local.fault({ fault: 'drop-answer', count: 3, match: SEND });
    const claimed = town.claim(dm());
    expect(await town.platform.perform(claimed)).toMatchObject({ outcome: 'later' });
    expect(await town.platform.perform({ ...claimed, tries: 1 })).toMatchObject({
      outcome: 'sent',
    });
    expect(town.dm('tom')).toHaveLength(1);
  });

  it('arrives once when the process died after sending', async () => {
    const claimed = town.claim(dm());
    await town.platform.perform(claimed);
    const again = { ...claimed, tries: 1, unansweredSince: new Date(Date.now() - 30_000) };
    expect(await town.platform.perform(again)).toMatchObject({ outcome: 'sent' });
    expect(town.dm('tom')).toHaveLength(1);
  });

  it('is never sent again when nobody can know any more', async () => {
    const claimed = town.claim(dm(), { unansweredSince: new Date(Date.now() - 300_000) });
    expect(await town.platform.perform(claimed)).toMatchObject({ outcome: 'ambiguous' });
    expect(town.dm('tom')).toEqual([]);
  });

  it('waits when Discord says so', async () => {
    town.local.fault({ fault: 'rate-limit', count: 1, retryAfter: 7, match: SEND });
    const outcome = await town.platform.perform(town.claim(dm()));
    expect(outcome).toMatchObject({ outcome: 'later' });
    expect(outcome.outcome === 'later' && outcome.afterMs).toBeGreaterThanOrEqual(7_000);
    expect(town.dm('tom')).toEqual([]);
  });

  it('waits when Discord is down', async () => {
    town.local.fault({ fault: 'server-error', count: 3, match: SEND });
    expect(await town.platform.perform(town.claim(dm()))).toMatchObject({ outcome: 'later' });
  });

  it('is closed where DMs are closed, and where somebody left', async () => {
    town.local.fault({ fault: 'dms', handle: 'tom', closed: true });
    expect(await town.platform.perform(town.claim(dm()))).toEqual({ outcome: 'closed' });
    town.local.setMember('aiko', false);
    expect(await town.platform.perform(town.claim(dm('aiko')))).toEqual({ outcome: 'closed' });
  });

  it('goes on in a second message, once, when it is long', async () => {
    const effect = {
      ...dm(),
      view: view('Long:', { node: 'quote' as const, text: '* '.repeat(2000) }),
    };
    const claimed = town.claim(effect);
    await town.platform.perform(claimed);
    const messages = town.dm('tom').length;
    expect(messages).toBeGreaterThan(1);
    await town.platform.perform({ ...claimed, tries: 1, unansweredSince: new Date() });
    expect(town.dm('tom')).toHaveLength(messages);
  });
});

describe('a post', () => {
  it('is for all to see', async () => {
    const channel = town.local.channelIds.wins ?? '';
    const community = { platform: 'discord' as const, id: town.local.guildId };
    const effect = { effect: 'post' as const, key: 'p', community, channel, view: view('Board') };
    expect(await town.platform.perform(town.claim(effect))).toMatchObject({ outcome: 'sent' });
    expect(town.channel('aiko', 'wins').map(({ text }) => text)).toEqual(['Board']);
  });

  it('is refused where there is no such channel', async () => {
    const community = { platform: 'discord' as const, id: town.local.guildId };
    for (const channel of ['1180000000000009999', 'wins', '../users/@me']) {
      const effect = { effect: 'post' as const, key: 'p', community, channel, view: view('Board') };
      expect(await town.platform.perform(town.claim(effect))).toMatchObject({
        outcome: 'refused',
      });
    }
  });
});

describe('a revision', () => {
  it('changes what was sent, from short to long and back', async () => {
    const first = await town.platform.perform(town.claim(dm()));
    let revises = first.outcome === 'sent' ? first.ref : '';
    const community = { platform: 'discord' as const, id: town.local.guildId };
    const long = view('Now long.', { node: 'quote', text: '* '.repeat(2500) });
    for (const [shown, text] of [
      [view('Changed.'), 'Changed.'],
      [long, 'Now long.'],
      [view('Short again.'), 'Short again.'],
    ] as const) {
      const effect = { effect: 'revise' as const, key: 'r', of: 'k', community, view: shown };
      const outcome = await town.platform.perform(town.claim(effect, { revises }));
      expect(outcome).toMatchObject({ outcome: 'sent' });
      revises = outcome.outcome === 'sent' ? outcome.ref : '';
      expect(town.dm('tom')[0]?.text).toContain(text);
    }
    expect(town.dm('tom')).toHaveLength(1);
  });

  it('is refused without a message', async () => {
    const community = { platform: 'discord' as const, id: town.local.guildId };
    const effect = { effect: 'revise' as const, key: 'r', of: 'k', community, view: view('x') };
    expect(await town.platform.perform(town.claim(effect))).toMatchObject({ outcome: 'refused' });
    const gone = JSON.stringify({ channel: town.local.channelIds.wins, message: '1' });
    expect(await town.platform.perform(town.claim(effect, { revises: gone }))).toMatchObject({
      outcome: 'refused',
    });
  });
});

describe('a conversation', () => {
  it('is a private thread of those whom it names', async () => {
    const outcome = await town.platform.perform(town.claim(conversation()));
    expect(outcome).toMatchObject({ outcome: 'sent' });
    for (const handle of ['nadia', 'leila']) {
      const [thread, ...others] = town.threads(handle);
      expect(others).toEqual([]);
      expect(thread?.name).toMatch(/^Nadia and Leila · \w{6}$/);
      expect(thread?.messages.map(({ text }) => text)).toContain('Nadia, meet Leila.');
    }
    expect(town.threads('aiko')).toEqual([]);
  });

  it('has buttons that know their server', async () => {
    const effect = conversation();
    effect.view.blocks.push({
      node: 'buttons',
      buttons: [{ label: 'Say', press: { type: 'introduce', ask } }],
    });
    await town.platform.perform(town.claim(effect));
    expect(button(town.threads('nadia')[0]?.messages.at(-1), 'Say')).toBeTruthy();
  });

  it.each([
    ['the making of the thread', 'POST /channels/:id/threads'],
    ['the adding of a member', 'PUT /channels/:id/thread-members'],
    ['the first message', SEND],
  ])('opens once when the answer to %s is lost', async (_, match) => {
    const claimed = town.claim(conversation());
    town.local.fault({ fault: 'drop-answer', count: 3, match });
    let outcome = await town.platform.perform(claimed);
    for (let tries = 1; outcome.outcome === 'later' && tries < 6; tries++) {
      outcome = await town.platform.perform({ ...claimed, tries });
    }
    expect(outcome).toMatchObject({ outcome: 'sent' });
    const [thread, ...others] = town.threads('leila');
    expect(others).toEqual([]);
    expect(thread?.messages.filter(({ from }) => from.app).length).toBe(1);
  });

  it('is found again long after a crash', async () => {
    const claimed = town.claim(conversation());
    await town.platform.perform(claimed);
    const unansweredSince = new Date(Date.now() - 600_000);
    expect(await town.platform.perform({ ...claimed, tries: 1, unansweredSince })).toMatchObject({
      outcome: 'sent',
    });
    expect(town.threads('nadia')).toHaveLength(1);
    expect(town.threads('nadia')[0]?.messages.filter(({ from }) => from.app).length).toBe(1);
  });

  it('is refused, and leaves nothing behind, where somebody can’t join', async () => {
    const refused = { outcome: 'refused' };
    expect(await town.platform.perform(town.claim(conversation('nowhere')))).toMatchObject(refused);
    town.local.setVisible('introductions', 'leila', false);
    expect(await town.platform.perform(town.claim(conversation()))).toMatchObject(refused);
    town.local.setVisible('introductions', 'leila', true);
    town.local.setVisible('introductions', 'bot', false);
    expect(await town.platform.perform(town.claim(conversation()))).toMatchObject(refused);
    town.local.setVisible('introductions', 'bot', true);
    town.local.setMember('leila', false);
    expect(await town.platform.perform(town.claim(conversation()))).toMatchObject(refused);
    expect(town.threads('nadia')).toEqual([]);
  });
});

describe('looking somebody up', () => {
  it('knows names, bots, admins and who left', async () => {
    const { lookup } = town.platform;
    expect(await lookup(town.member('tom'))).toEqual({
      name: 'Tom Okafor',
      isBot: false,
      isAdmin: false,
    });
    expect(await lookup(town.member('jonas'))).toMatchObject({ isAdmin: true });
    expect(await lookup(town.member('polly'))).toMatchObject({ isBot: true });
    town.local.setMember('aiko', false);
    expect(await lookup(town.member('aiko'))).toBeUndefined();
    expect(await lookup({ ...town.member('tom'), user: '../roles' })).toBeUndefined();
  });

  it('rejects when Discord can’t say', async () => {
    town.local.fault({ fault: 'server-error', count: 3, match: 'GET /guilds' });
    await expect(town.platform.lookup(town.member('tom'))).rejects.toThrow('server error');
  });
});
