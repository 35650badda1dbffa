import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form } from '../../../src/form.ts';
import type { View } from '../../../src/view.ts';
import { type Connected, connectLocal, messagesOf, modalWords, view } from './local.ts';

const ask = '019b0000-0000-7000-8000-000000000001';

const form: Form = {
  title: 'Ask for an introduction',
  submit: 'Send',
  send: { type: 'send-ask', ask, helper: 'U0TOM', target: 'd' },
  intro: 'Tom reads this first.',
  fields: [
    { id: 'note', label: 'Your note', kind: 'paragraph', required: true, maxLength: 1500 },
    { id: 'offer', label: 'In return', kind: 'line', required: false, maxLength: 100 },
    { id: 'by', label: 'By when', kind: 'date', required: false },
  ],
};

let local: Connected;
beforeEach(async () => {
  local = await connectLocal();
});
afterEach(() => local.stop());

const userOf = (handle: string): string =>
  local.slack.personas.find((persona) => persona.handle === handle)?.user ?? '';

const has = (text: string) => (pane: Parameters<typeof messagesOf>[0]) =>
  messagesOf(pane).some((message) => message.includes(text));

describe('commands', () => {
  it('answers a command privately', async () => {
    local.reply(() => ({ reply: 'message', view: view('This is Goodword.') }));
    expect(await local.slack.act('nadia', { do: 'command', text: '/goodword' })).toMatchObject({
      ok: true,
    });
    const pane = await local.seen('nadia', has('This is Goodword.'));
    const [message] = pane.conversations.flatMap((each) => each.messages).slice(-1);
    expect(message?.private).toBe(true);
    expect(local.asked[0]).toMatchObject({
      request: { type: 'goodword' },
      by: { platform: 'slack', community: local.slack.teamId },
    });
    expect(messagesOf(local.slack.see('tom')).join()).not.toContain('Goodword');
  });

  it('shows afterwards what had waited', async () => {
    local.reply(() => ({
      reply: { reply: 'message', view: view('The board.') },
      waiting: [
        { key: 'a', view: view('Tom said yes.') },
        { key: 'b', view: view('Leila did, too.') },
      ],
    }));
    await local.slack.act('nadia', { do: 'command', text: '/helpers' });
    const pane = await local.seen('nadia', has('Leila did, too.'));
    const said = messagesOf(pane).join();
    expect(said.indexOf('The board.')).toBeLessThan(said.indexOf('Tom said yes.'));
    const user = userOf('nadia');
    await expect.poll(() => local.shown).toEqual([{ user, keys: ['a', 'b'] }]);
  });

  it('reports nothing as shown that was not', async () => {
    const impossible: View = {
      blocks: [
        {
          node: 'buttons',
          buttons: [{ label: 'No', press: { type: 'thank', helper: 'x'.repeat(3_000) } }],
        },
      ],
    };
    local.reply(() => ({
      reply: { reply: 'message', view: view('The board.') },
      waiting: [
        { key: 'a', view: view('Tom said yes.') },
        { key: 'b', view: impossible },
        { key: 'c', view: view('Leila did, too.') },
      ],
    }));
    await local.slack.act('nadia', { do: 'command', text: '/helpers' });
    const user = userOf('nadia');
    await expect.poll(() => local.shown).toEqual([{ user, keys: ['a', 'c'] }]);
    expect(messagesOf(local.slack.see('nadia')).join()).not.toContain('Something went wrong');
  });

  it('says a plain sentence with a code when the core fails', async () => {
    local.reply(() => {
      throw new Error('secret words');
    });
    await local.slack.act('nadia', { do: 'command', text: '/helpers' });
    const pane = await local.seen('nadia', has('Something went wrong on our side'));
    const code = /this code: (\w{8})/.exec(messagesOf(pane).join())?.[1];
    expect(local.logged.join()).toContain(code);
  });
});

describe('buttons', () => {
  const asked = view('Tom, would you?', [
    { node: 'text', content: [{ node: 'plain', text: 'Tom, would you?' }] },
    {
      node: 'buttons',
      buttons: [
        { label: 'Introduce', style: 'agree', press: { type: 'introduce', ask } },
        { label: 'Not now', press: { type: 'not-now', ask } },
        { label: 'Decline', style: 'refuse', press: { type: 'decline', ask } },
      ],
    },
    {
      node: 'select',
      placeholder: 'A helper',
      choose: { type: 'pick-helper', ask },
      from: { kind: 'members' },
    },
  ]);

  async function shown(): Promise<{
    message: string;
    button: (label: string) => string;
    select: string;
  }> {
    local.reply(() => ({ reply: 'message', view: asked }));
    await local.slack.act('tom', { do: 'command', text: '/helpers' });
    const pane = await local.seen('tom', has('Tom, would you?'));
    const message = pane.conversations.flatMap((each) => each.messages).at(-1);
    const parts = message?.parts ?? [];
    return {
      message: message?.id ?? '',
      button: (label) =>
        parts
          .flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
          .find((button) => button.label === label)?.id ?? '',
      select: parts.find((part) => part.part === 'select')?.id ?? '',
    };
  }

  it('replaces the pressed message', async () => {
    const { message, button } = await shown();
    local.reply(() => ({ reply: 'update', view: view('You said yes.') }));
    await local.slack.act('tom', { do: 'press', message, button: button('Introduce') });
    const pane = await local.seen('tom', has('You said yes.'));
    expect(messagesOf(pane).join()).not.toContain('would you?');
    expect(local.asked.at(-1)?.request).toEqual({ type: 'introduce', ask });
  });

  it('leaves the pressed message alone when the reply is a message', async () => {
    const { message, button } = await shown();
    local.reply(() => ({ reply: 'message', view: view('Somebody was faster.') }));
    await local.slack.act('tom', { do: 'press', message, button: button('Decline') });
    const pane = await local.seen('tom', has('Somebody was faster.'));
    expect(messagesOf(pane).join()).toContain('would you?');
  });

  it('takes a choice', async () => {
    const { message, select } = await shown();
    const aiko = local.slack.personas.find(({ handle }) => handle === 'aiko')?.user ?? '';
    local.reply(() => ({ reply: 'update', view: view('Aiko it is.') }));
    await local.slack.act('tom', { do: 'choose', message, select, value: aiko });
    await local.seen('tom', has('Aiko it is.'));
    expect(local.asked.at(-1)?.request).toEqual({ type: 'pick-helper', ask, choice: aiko });
  });

  it('opens a form', async () => {
    const { message, button } = await shown();
    local.reply(() => ({ reply: 'form', form }));
    await local.slack.act('tom', { do: 'press', message, button: button('Not now') });
    const pane = await local.seen('tom', ({ modal }) => modal !== undefined);
    expect(pane.modal).toMatchObject({
      title: 'Ask for an introduction',
      submit: 'Send',
      close: 'Cancel',
    });
  });
});

describe('forms', () => {
  async function opened() {
    local.reply(() => ({ reply: 'form', form }));
    const tom = local.slack.personas.find(({ handle }) => handle === 'tom');
    const leila = local.slack.personas.find(({ handle }) => handle === 'leila');
    await local.slack.act('nadia', {
      do: 'command',
      text: `/ask-intro @${tom?.handle} @${leila?.handle}`,
    });
    const pane = await local.seen('nadia', ({ modal }) => modal?.submit !== undefined);
    const [note, offer, by] = pane.modal?.fields.map(({ id }) => id) ?? [];
    return { note: note ?? '', offer: offer ?? '', by: by ?? '' };
  }

  it('says all that is wrong at once, and the core is not asked', async () => {
    const { note, by } = await opened();
    const before = local.asked.length;
    await local.slack.act('nadia', {
      do: 'submit',
      values: { [note]: '\u200b', [by]: '2020-01-01' },
    });
    const pane = await local.seen(
      'nadia',
      ({ modal }) => modal?.fields.some((f) => f.error) ?? false,
    );
    expect(pane.modal?.fields.map(({ error }) => error)).toEqual([
      'Please fill this in.',
      undefined,
      'Please give a date from tomorrow on.',
    ]);
    expect(local.asked).toHaveLength(before);
  });

  it('answers in the modal, with buttons that work', async () => {
    const { note } = await opened();
    const verdict = view('One thing first.', [
      { node: 'text', content: [{ node: 'plain', text: 'One thing first.' }] },
      {
        node: 'buttons',
        buttons: [{ label: 'Send It As It Is', press: { type: 'send-as-is', ask } }],
      },
    ]);
    local.reply(() => ({ reply: 'message', view: verdict }));
    await local.slack.act('nadia', { do: 'submit', values: { [note]: 'Hello <!channel> & all' } });
    const pane = await local.seen('nadia', (p) => modalWords(p).includes('One thing first.'));
    expect(pane.modal).toMatchObject({ title: 'Goodword', close: 'Close' });
    expect(local.asked.at(-1)?.request).toMatchObject({
      type: 'send-ask',
      values: { note: 'Hello <!channel> & all' },
    });

    const button = pane.modal?.parts.flatMap((part) =>
      part.part === 'buttons' ? part.buttons : [],
    )[0];
    local.reply(() => ({ reply: 'update', view: view('It is on its way.') }));
    await local.slack.act('nadia', { do: 'press', message: 'modal', button: button?.id ?? '' });
    await local.seen('nadia', (p) => modalWords(p).includes('It is on its way.'));
  });

  it('puts a line on top of a modal whose button was pressed', async () => {
    const { note } = await opened();
    const verdict = view('Verdict.', [
      { node: 'text', content: [{ node: 'plain', text: 'Verdict.' }] },
      { node: 'buttons', buttons: [{ label: 'Discard', press: { type: 'discard', ask } }] },
    ]);
    local.reply(() => ({ reply: 'update', view: verdict }));
    await local.slack.act('nadia', { do: 'submit', values: { [note]: 'Hello' } });
    const pane = await local.seen('nadia', (p) => modalWords(p).includes('Verdict.'));
    const button = pane.modal?.parts.flatMap((part) =>
      part.part === 'buttons' ? part.buttons : [],
    )[0];
    local.reply(() => ({ reply: 'message', view: view('Too late.') }));
    await local.slack.act('nadia', { do: 'press', message: 'modal', button: button?.id ?? '' });
    await local.seen('nadia', (p) => modalWords(p).includes('Too late.'));
    await local.slack.act('nadia', { do: 'dismiss' });
    await local.seen('nadia', (p) => modalWords(p).includes('Verdict.'));
  });

  it('offers the form again, filled in, when the core finds something wrong', async () => {
    const { note } = await opened();
    const again: Form = {
      ...form,
      fields: form.fields.map((field) =>
        field.id === 'note' ? { ...field, value: 'Hello' } : field,
      ),
    };
    local.reply(() => ({ reply: 'errors', errors: { note: 'Say a little more.' }, form: again }));
    await local.slack.act('nadia', { do: 'submit', values: { [note]: 'Hello' } });
    const pane = await local.seen('nadia', (p) => modalWords(p).includes('Say a little more.'));
    expect(pane.modal?.fields[0]).toMatchObject({ label: 'Your note', value: 'Hello' });

    local.reply(() => ({ reply: 'message', view: view('Sent.') }));
    const id = pane.modal?.fields[0]?.id ?? '';
    await local.slack.act('nadia', { do: 'submit', values: { [id]: 'Hello, and more' } });
    await local.seen('nadia', (p) => modalWords(p).includes('Sent.'));
    const keys = local.asked.slice(-2).map(({ dedupeKey }) => dedupeKey);
    expect(new Set(keys).size).toBe(2);
  });

  it('comes by DM when the modal was closed meanwhile', async () => {
    const { note } = await opened();
    local.reply(async () => {
      await local.slack.act('nadia', { do: 'dismiss' });
      return { reply: 'message', view: view('Here is what I found.') };
    });
    await local.slack.act('nadia', { do: 'submit', values: { [note]: 'Hello' } });
    const pane = await local.seen('nadia', has('Here is what I found.'));
    const dm = pane.conversations.find(({ kind }) => kind === 'app-dm');
    expect(messagesOf({ ...pane, conversations: dm ? [dm] : [] })).toContain(
      'Here is what I found.',
    );
  });

  it('asks the core once when Slack delivers a sending twice', async () => {
    const { note } = await opened();
    const before = local.asked.length;
    local.slack.fault({ fault: 'deliver-twice', count: 1 });
    local.reply(() => ({ reply: 'message', view: view('Sent.') }));
    await local.slack.act('nadia', { do: 'submit', values: { [note]: 'Hello' } });
    await local.seen('nadia', (p) => modalWords(p).includes('Sent.'));
    expect(local.asked).toHaveLength(before + 1);
  });
});

it('logs no words of members and no tokens', async () => {
  local.reply(() => ({ reply: 'message', view: view('Private words.') }));
  await local.slack.act('nadia', { do: 'command', text: '/ask-intro whispered words' });
  await local.seen('nadia', has('Private words.'));
  const log = local.logged.join('\n');
  expect(log).not.toMatch(/whispered|Private words|xoxb|xapp|response_url|hooks/);
});

describe('around it', () => {
  it('fills the Home tab', async () => {
    local.reply(() => ({ reply: 'message', view: view('Welcome home.') }));
    const user = local.slack.personas.find(({ handle }) => handle === 'nadia')?.user;
    await local.slack.sendEvent({ type: 'app_home_opened', user, channel: 'D1', tab: 'home' });
    await expect.poll(() => JSON.stringify(local.slack.snapshot())).toContain('Welcome home.');
    expect(local.asked.at(-1)?.request).toEqual({ type: 'goodword' });
  });

  it('shows on the Home tab what waited, as much as has room, and reports only that', async () => {
    const long: View = {
      blocks: Array.from({ length: 99 }, (_, i) => ({
        node: 'quote' as const,
        text: `${i} ${'"'.repeat(2_900)}`,
      })),
    };
    local.reply(() => ({
      reply: { reply: 'message', view: view('Welcome home.') },
      waiting: [
        { key: 'a', view: view('Tom said yes.') },
        { key: 'too long', view: long },
        { key: 'b', view: view('Leila did, too.') },
      ],
    }));
    const user = userOf('nadia');
    await local.slack.sendEvent({ type: 'app_home_opened', user, channel: 'D1', tab: 'home' });
    await expect.poll(() => local.shown).toEqual([{ user, keys: ['a', 'b'] }]);
    const home = JSON.stringify(local.slack.snapshot());
    for (const words of ['Welcome home.', 'Tom said yes.', 'Leila did, too.']) {
      expect(home).toContain(words);
    }
  });

  it('sends effects to people, and knows closed DMs', async () => {
    const user = local.slack.personas.find(({ handle }) => handle === 'leila')?.user ?? '';
    const to = { platform: 'slack' as const, community: local.slack.teamId, user };
    const claimed = {
      id: ask,
      community: { platform: 'slack' as const, id: local.slack.teamId },
      effect: { effect: 'dm' as const, key: 'k', to, view: view('Hello, Leila.') },
      worker: 'w',
      tries: 0,
    };
    const sent = await local.platform.perform(claimed);
    expect(sent.outcome).toBe('sent');
    await local.seen('leila', has('Hello, Leila.'));
    const revise = {
      effect: 'revise' as const,
      key: 'r',
      of: 'k',
      community: claimed.community,
      view: view('Settled.'),
    };
    const revises = sent.outcome === 'sent' ? sent.ref : '';
    await local.platform.perform({ ...claimed, effect: revise, revises });
    const pane = await local.seen('leila', has('Settled.'));
    expect(messagesOf(pane).join()).not.toContain('Hello, Leila.');
    local.slack.fault({ fault: 'dms', handle: 'leila', closed: true });
    expect(await local.platform.perform(claimed)).toEqual({ outcome: 'closed' });
    expect(await local.platform.lookup(to)).toMatchObject({ name: expect.stringMatching(/Leila/) });
  });
});
