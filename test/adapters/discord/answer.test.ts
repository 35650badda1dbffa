import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/effect.ts';
import type { Form } from '../../../src/form.ts';
import type { View } from '../../../src/view.ts';
import { button, createTown, says, type Town, view } from './local.ts';
import { ask } from './views.ts';

let town: Town;
beforeEach(async () => {
  town = await createTown();
});
afterEach(() => town.stop());

const introduce = {
  node: 'buttons' as const,
  buttons: [{ label: 'Yes', press: { type: 'introduce' as const, ask } }],
};
const thanks = (helper: string): Form => ({
  title: 'Say thank you',
  submit: 'Send',
  send: { type: 'send-thanks', helper, help: '-' },
  intro: 'They read it at once.',
  fields: [
    { id: 'words', label: 'Your words', required: true, kind: 'paragraph', maxLength: 500 },
    { id: 'when', label: 'When', required: false, kind: 'date' },
  ],
});

const general = (handle: string) => town.channel(handle, 'general');
async function dmWithButton(): Promise<void> {
  const to = town.member('tom');
  const outcome = await town.platform.perform(
    town.claim({ effect: 'dm', key: 'k', to, view: view('Would you?', introduce) }),
  );
  expect(outcome.outcome).toBe('sent');
}

describe('commands', () => {
  it('are registered when it starts, and written only when they changed', async () => {
    expect(town.local.see('nadia').commands.map(({ name }) => name)).toContain('ask-intro');
    const registered = town.lines.filter((line) => line.includes('commands registered'));
    expect(registered).toHaveLength(1);
  });

  it('are answered privately, after an acknowledgement', async () => {
    expect(await town.local.act('nadia', { do: 'command', text: '/helpers' })).toMatchObject({
      ok: true,
    });
    await town.until(() => expect(general('nadia').at(-1)).toMatchObject({ waiting: false }));
    expect(general('nadia').at(-1)).toMatchObject({ private: true, text: 'Hello.' });
    expect(general('tom')).toEqual([]);
    expect(town.intents).toMatchObject([
      { request: { type: 'helpers' }, by: town.member('nadia'), locale: 'en-US' },
    ]);
  });

  it('may be answered with nothing', async () => {
    town.script.answer = async () => ({ reply: { reply: 'nothing' }, waiting: [] });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia')).toEqual([]));
  });

  it('shows what waited, after the answer', async () => {
    const waiting = [{ key: 'a', view: view('Before.') }];
    town.script.answer = async () => ({ ...says('Now.'), waiting });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia')).toHaveLength(2));
    const { user } = town.member('nadia');
    await town.until(() => expect(town.shown).toEqual([{ user, keys: ['a'] }]));
    expect(general('nadia').map(({ text }) => text)).toEqual(['Now.', 'Before.']);
    expect(general('nadia').every((message) => message.private)).toBe(true);
  });

  it('reports nothing as shown that was not', async () => {
    const press = { type: 'thank', helper: 'x'.repeat(200) } as const;
    const impossible: View = { blocks: [{ node: 'buttons', buttons: [{ label: 'No', press }] }] };
    const waiting = [
      { key: 'a', view: view('Before.') },
      { key: 'b', view: impossible },
      { key: 'c', view: view('Long before.') },
    ];
    town.script.answer = async () => ({ ...says('Now.'), waiting });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    const { user } = town.member('nadia');
    await town.until(() => expect(town.shown).toEqual([{ user, keys: ['a', 'c'] }]));
    const texts = general('nadia').map(({ text }) => text);
    expect(texts).toEqual(['Now.', 'Before.', 'Long before.']);
  });

  it('apologises with a code when something is broken', async () => {
    town.script.answer = () => Promise.reject(new Error('broken'));
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia').at(-1)?.waiting).toBe(false));
    expect(general('nadia').at(-1)?.text).toMatch(/organiser this code: \d+/);
    expect(general('nadia').at(-1)?.text).not.toContain('broken');
  });

  it('is asked once when Discord delivers twice', async () => {
    town.local.fault({ fault: 'deliver-twice', count: 1 });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia').at(-1)?.text).toBe('Hello.'));
    expect(town.intents).toHaveLength(1);
  });

  it('name whom they mention among other words', async () => {
    const text = '/ask-intro target:a colleague of @Leila Haddad';
    const leila = town.local.personas.find(({ handle }) => handle === 'leila');
    await town.local.act('nadia', {
      do: 'command',
      text: text.replace('Leila Haddad', leila?.name ?? ''),
    });
    await town.until(() => expect(town.intents).toHaveLength(1));
    expect(town.intents[0]?.request).toEqual({
      type: 'ask-intro',
      target: { text: `a colleague of ${leila?.name}` },
    });
  });

  it('survives an acknowledgement whose answer got lost', async () => {
    town.local.fault({ fault: 'drop-answer', count: 1, match: '/callback' });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia').at(-1)?.text).toBe('Hello.'));
    expect(town.intents).toHaveLength(1);
  });

  it('waits out a short rate limit', async () => {
    town.local.fault({ fault: 'rate-limit', count: 1, retryAfter: 0.2, match: '@original' });
    await town.local.act('nadia', { do: 'command', text: '/helpers' });
    await town.until(() => expect(general('nadia').at(-1)?.text).toBe('Hello.'));
  });
});

describe('completions', () => {
  it('are offered while typing', async () => {
    town.script.suggest = async ({ text }) => [
      { label: `Leila (${text})`, value: `<@${town.member('leila').user}>` },
      { label: 'too long to come back', value: 'v'.repeat(101) },
    ];
    const acted = await town.local.act('nadia', { do: 'suggest', text: '/ask-intro target:Le' });
    expect(acted).toMatchObject({
      ok: true,
      suggestions: [
        {
          label: 'Leila (Le)',
          value: `/ask-intro target:<@${town.member('leila').user}>`,
        },
      ],
    });
  });

  it('are none when the core fails', async () => {
    town.script.suggest = () => Promise.reject(new Error('broken'));
    const acted = await town.local.act('nadia', { do: 'suggest', text: '/ask-intro target:Le' });
    expect(acted).toMatchObject({ ok: true, suggestions: [] });
  });
});

describe('forms', () => {
  beforeEach(() => {
    town.script.answer = async ({ request }) =>
      request.type === 'thank'
        ? { reply: { reply: 'form', form: thanks(request.helper ?? '') }, waiting: [] }
        : says('Sent.');
  });
  const open = () => town.local.act('nadia', { do: 'command', text: '/thank helper:@Tom Okafor' });

  it('open at once, and their answers come back', async () => {
    expect(await open()).toMatchObject({ ok: true });
    expect(town.local.see('nadia').modal).toMatchObject({
      title: 'Say thank you',
      fields: [
        { label: 'Your words', kind: 'paragraph', required: true },
        { label: 'When (optional)', placeholder: 'YYYY-MM-DD', required: false },
      ],
    });
    await town.local.act('nadia', { do: 'submit', values: { words: 'Thank you, Tom.' } });
    await town.until(() => expect(general('nadia').at(-1)?.text).toBe('Sent.'));
    expect(town.intents.at(-1)?.request).toEqual({
      type: 'send-thanks',
      helper: town.member('tom').user,
      help: '-',
      values: { words: 'Thank you, Tom.' },
    });
  });

  it('say what is wrong, keep what was typed, and open again', async () => {
    const tom = town.member('tom').user;
    const filled = thanks(tom);
    town.script.answer = async ({ request }) => {
      if (request.type === 'thank') {
        return { reply: { reply: 'form', form: thanks(tom) }, waiting: [] };
      }
      const fields = filled.fields.map((field) =>
        field.id === 'words' ? { ...field, value: 'Thanks _a lot_.' } : field,
      );
      const form = { ...filled, fields };
      const errors = { when: 'Please give a date like 2027-01-31.' };
      return { reply: { reply: 'errors', errors, form }, waiting: [] };
    };
    await open();
    await town.local.act('nadia', { do: 'submit', values: { words: 'Thanks.', when: 'soon' } });
    await town.until(() => expect(general('nadia').at(-1)?.text).toContain('When: Please give'));
    expect(general('nadia').at(-1)?.text).toContain('Thanks _a lot_.');
    const last = general('nadia').at(-1);
    await town.local.act('nadia', {
      do: 'press',
      message: last?.id ?? '',
      button: button(last, 'Edit'),
    });
    expect(town.local.see('nadia').modal?.title).toBe('Say thank you');
  });

  it('may turn out to be a message', async () => {
    town.script.answer = async () => says('All your helpers are thanked.');
    await open();
    expect(general('nadia').at(-1)).toMatchObject({
      private: true,
      text: 'All your helpers are thanked.',
    });
  });
});

describe('buttons', () => {
  it('in a DM know their server, and their message changes', async () => {
    await dmWithButton();
    town.script.answer = async () => ({
      reply: { reply: 'update', view: view('You said yes.') },
      waiting: [],
    });
    const message = town.dm('tom').at(-1);
    await town.local.act('tom', {
      do: 'press',
      message: message?.id ?? '',
      button: button(message, 'Yes'),
    });
    await town.until(() => expect(town.dm('tom').at(-1)?.text).toBe('You said yes.'));
    expect(town.dm('tom')).toHaveLength(1);
    expect(town.dm('tom')[0]?.parts.some(({ part }) => part === 'buttons')).toBe(false);
    expect(town.intents[0]).toMatchObject({
      request: { type: 'introduce', ask },
      by: town.member('tom'),
    });
  });

  it('turn a text message into components when the new view needs it', async () => {
    await dmWithButton();
    const long = view('Long.', { node: 'quote', text: 'word '.repeat(600) }, introduce);
    town.script.answer = async () => ({ reply: { reply: 'update', view: long }, waiting: [] });
    const message = town.dm('tom').at(-1);
    await town.local.act('tom', {
      do: 'press',
      message: message?.id ?? '',
      button: button(message, 'Yes'),
    });
    await town.until(() => expect(town.dm('tom')[0]?.text).toContain('word word'));
    expect(button(town.dm('tom')[0], 'Yes')).toBeTruthy();
  });

  it('leave their message alone when the answer is another one', async () => {
    await dmWithButton();
    town.script.answer = async () => says('That ask is closed.');
    const message = town.dm('tom').at(-1);
    await town.local.act('tom', {
      do: 'press',
      message: message?.id ?? '',
      button: button(message, 'Yes'),
    });
    await town.until(() => expect(town.dm('tom')).toHaveLength(2));
    expect(town.dm('tom').map(({ text }) => text)).toEqual([
      expect.stringContaining('Would you?'),
      'That ask is closed.',
    ]);
  });
});

describe('a form that a message opened', () => {
  const question: Form = {
    title: 'Your question',
    submit: 'Send',
    send: { type: 'send-question', ask },
    fields: [
      { id: 'question', label: 'Question', required: true, kind: 'paragraph', maxLength: 500 },
    ],
  };
  const needMore = {
    node: 'buttons' as const,
    buttons: [{ label: 'I need to know more', press: { type: 'need-more' as const, ask } }],
  };
  const press = async (message = town.dm('tom').at(-1), label = 'I need to know more') => {
    const id = message?.id ?? '';
    return town.local.act('tom', { do: 'press', message: id, button: button(message, label) });
  };
  const submit = () => town.local.act('tom', { do: 'submit', values: { question: 'Which port?' } });

  beforeEach(async () => {
    const card = view('Would you?', needMore);
    const to = town.member('tom');
    await town.platform.perform(town.claim({ effect: 'dm', key: 'k', to, view: card }));
  });

  function replies(reply: Reply): void {
    town.script.answer = async ({ request }) =>
      request.type === 'need-more'
        ? { reply: { reply: 'form', form: question }, waiting: [] }
        : { reply, waiting: [] };
  }

  it('changes that message, and says nothing beside', async () => {
    replies({ reply: 'update', view: view('You asked: Which port?') });
    await press();
    expect(await submit()).toMatchObject({ ok: true });
    await town.until(() => expect(town.dm('tom')[0]?.text).toBe('You asked: Which port?'));
    expect(town.dm('tom')).toHaveLength(1);
    expect(town.local.see('tom').modal).toBeUndefined();
  });

  it('leaves it alone when the answer is another one', async () => {
    replies({ reply: 'message', view: view('Somebody was faster.') });
    await press();
    await submit();
    await town.until(() => expect(town.dm('tom')).toHaveLength(2));
    expect(town.dm('tom')[0]?.text).toContain('Would you?');
    expect(town.dm('tom')[1]).toMatchObject({ private: true, text: 'Somebody was faster.' });
  });

  it('says beside it what is wrong, and the form that opens from there changes that', async () => {
    const errors = { question: 'Please fill this in.' };
    replies({ reply: 'errors', form: question, errors });
    await press();
    await submit();
    await town.until(() => expect(town.dm('tom')).toHaveLength(2));
    expect(town.dm('tom')[0]?.text).toContain('Would you?');
    replies({ reply: 'update', view: view('You asked: Which port?') });
    await press(town.dm('tom')[1], 'Edit');
    await submit();
    await town.until(() => expect(town.dm('tom')[1]?.text).toBe('You asked: Which port?'));
    expect(town.dm('tom')).toHaveLength(2);
  });

  it('delivered twice leaves nothing waiting', async () => {
    replies({ reply: 'nothing' });
    await press();
    await submit();
    await town.until(() => expect(town.intents).toHaveLength(2));
    expect(town.dm('tom')).toMatchObject([{ waiting: false }]);
  });

  it('is answered privately when that is how it is answered', async () => {
    const errorless = { ...question, send: { type: 'send-info' as const, ask } };
    town.script.answer = async ({ request }) =>
      request.type === 'need-more'
        ? { reply: { reply: 'form', form: errorless }, waiting: [] }
        : says('Sent.');
    await press();
    await submit();
    await town.until(() => expect(town.dm('tom')[1]).toMatchObject({ text: 'Sent.' }));
    expect(town.dm('tom')[0]?.text).toContain('Would you?');
  });
});

describe('the log', () => {
  it('holds no token and nothing that a member wrote', async () => {
    town.script.answer = () => Promise.reject(new Error('broken'));
    await town.local.act('nadia', {
      do: 'command',
      text: '/ask-intro target:my dear secret friend',
    });
    await town.until(() => expect(general('nadia').at(-1)?.waiting).toBe(false));
    const log = town.lines.join('');
    expect(log).toContain('an interaction failed');
    expect(log).not.toContain('secret');
    expect(log).not.toContain(town.local.token);
  });
});
