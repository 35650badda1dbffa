import { describe, expect, it } from 'vitest';
import { answering, CHECKED_LENGTH, messageActions } from '../../src/commands.ts';
import type { Form } from '../../src/form.ts';
import { handle } from '../../src/handle.ts';
import type { Request } from '../../src/intent.ts';
import { checking } from '../../src/messages/en/checking.ts';
import type { Deps } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { textOf } from '../town.ts';

const nadia = { platform: 'slack', community: 'T1', user: 'U1' } as const;
const names = new Map([
  ['U2', 'Tom Okafor'],
  ['U22', 'Leila Moreau'],
]);

/** Nothing is stored: there is nothing to store it in. */
const deps: Deps = {
  database: {
    transaction: () => Promise.reject(new Error('no database')),
    nextDue: () => Promise.reject(new Error('no database')),
  },
  clock: { now: () => new Date('2027-03-01T10:00:00Z') },
  ids: { next: () => 'none', random: () => 0.5 },
  directory: {
    async lookup({ user }) {
      const name = names.get(user);
      if (user === 'U3') throw new Error('the platform is away');
      return name === undefined ? undefined : { name, isBot: false, isAdmin: false };
    },
  },
};

async function asked(request: Request) {
  const { reply, waiting } = await handle({ request, by: nadia, dedupeKey: 'k' }, deps);
  expect(waiting).toEqual([]);
  return reply;
}

async function viewed(request: Request): Promise<View> {
  const reply = await asked(request);
  if (reply.reply !== 'message') throw new Error(`a ${reply.reply} instead of a message`);
  return reply.view;
}

async function formOf(request: Request): Promise<Form> {
  const reply = await asked(request);
  if (reply.reply !== 'form') throw new Error(`a ${reply.reply} instead of a form`);
  return reply.form;
}

const fishing = 'We met on Monday. Who else do you know at the port?';
const forCousin = 'My cousin is looking for work. Could you hire him?';
const fine = 'I would love to hear how you moved from the yard to planning.';
const swedish = 'Vem mer känner du i hamnen?';
const private_ = checking['check.private'];

describe('a text', () => {
  it('that is held back: the reason, the ways out, the words marked, and better ones', async () => {
    const view = await viewed({ type: 'check-ask', text: fishing });
    expect(view.summary).toBe(checking['check.block-heading']);
    const read = textOf(view);
    expect(read).toContain('whom somebody knows is built on trust');
    expect(read).toContain('Ask for a twenty-minute talk about their own work.');
    expect(read).toContain(private_);
    const [own, better] = view.blocks.filter((block) => block.node === 'quote');
    expect(own?.text).toBe(fishing);
    expect(own?.marks?.map(([start, end]) => fishing.slice(start, end)).join()).toMatch(
      /who else/i,
    );
    expect(better?.text).toContain('We met on Monday.');
    expect(better?.text).not.toMatch(/who else/i);
  });

  it.each([
    [fishing, 'Between people who know each other well, it could go out, and be kinder still.'],
    [forCousin, undefined],
    [fine, undefined],
  ])('“%s”, were they to know each other well: %s', async (text, line) => {
    const read = textOf(await viewed({ type: 'check-ask', text }));
    if (line) expect(read).toContain(line);
    else expect(read).not.toContain('if you two hadn’t met');
  });

  it('that is fine: said warmly, with the words to copy', async () => {
    const view = await viewed({ type: 'check-ask', text: fine });
    expect(textOf(view)).toBe(`${checking['check.pass']}\n${fine}\n${private_}`);
  });

  it('in a language that the review doesn’t read: said plainly, and no verdict', async () => {
    const view = await viewed({ type: 'check-ask', text: swedish });
    expect(textOf(view)).toBe(`${checking['check.unread']}\n${swedish}\n${private_}`);
  });

  it('longer than an ask: the limit, and the words', async () => {
    const text = 'x'.repeat(CHECKED_LENGTH + 1);
    const read = textOf(await viewed({ type: 'check-ask', text }));
    expect(read).toContain('room for 1,500 characters, and this has 1,501');
    expect(read).toContain(text);
    const emoji = '🙂'.repeat(CHECKED_LENGTH);
    expect(textOf(await viewed({ type: 'check-ask', text: emoji }))).not.toContain('room for');
  });

  it('with people in it: by name where the platform knows them', async () => {
    const text = 'May I write to @U2 and @U22, and is @U3 or @U4 or @U5 there? a@U2';
    const view = await viewed({ type: 'check-ask', text, mentions: ['U2', 'U22', 'U3', 'U4'] });
    expect(textOf(view)).toContain(
      'May I write to @Tom Okafor and @Leila Moreau, and is @U3 or @U4 or @U5 there?',
    );
  });
});

describe('the form', () => {
  it('opens where no text is given: the words, and how well they know each other', async () => {
    expect(answering({ type: 'check-ask' })).toBe('form');
    expect(answering({ type: 'check-ask', text: fine })).toBe('message');
    const { fields, send } = await formOf({ type: 'check-ask' });
    expect(send).toEqual({ type: 'send-check' });
    expect(fields).toMatchObject([
      { id: 'text', kind: 'paragraph', required: true, maxLength: CHECKED_LENGTH },
      {
        id: 'declared',
        required: false,
        options: [{ value: 'cold' }, { value: 'new' }, { value: 'established' }],
      },
    ]);
  });

  it.each([
    ['cold', 'check.block-heading'],
    ['new', 'check.block-heading'],
    ['established', 'check.coach-heading'],
  ] as const)('goes by what is said there: %s', async (declared, heading) => {
    const view = await viewed({ type: 'send-check', values: { text: fishing, declared } });
    expect(view.summary).toBe(checking[heading]);
    expect(textOf(view)).not.toContain('if you two hadn’t met');
  });

  it('left open, or with an answer out of its list, is no worse than the command', async () => {
    const view = await viewed({ type: 'send-check', values: { text: fishing } });
    expect(view).toEqual(await viewed({ type: 'check-ask', text: fishing }));
    const odd = await asked({ type: 'send-check', values: { text: fine, declared: 'twins' } });
    expect(odd).toMatchObject({ reply: 'errors', errors: { declared: expect.any(String) } });
  });

  it('comes back with what was typed when something is wrong', async () => {
    const text = 'y'.repeat(CHECKED_LENGTH + 1);
    const reply = await asked({ type: 'send-check', values: { text, declared: 'new' } });
    expect(reply).toMatchObject({ reply: 'errors', errors: { text: expect.any(String) } });
    expect(reply.reply === 'errors' && reply.form.fields.map(({ value }) => value)).toEqual([
      text,
      'new',
    ]);
    expect(await asked({ type: 'send-check', values: {} })).toMatchObject({ reply: 'errors' });
  });
});

describe('a message', () => {
  const message = (text: string, author: string | undefined = nadia.user): Request => ({
    type: 'check-message',
    text,
    ...(author ? { author } : {}),
  });

  it('of one’s own is reviewed like a text', async () => {
    const view = await viewed(message(fishing));
    expect(view).toEqual(await viewed({ type: 'check-ask', text: fishing }));
  });

  it.each([['U2'], ['']])('of somebody else (“%s”) isn’t looked at', async (author) => {
    const read = textOf(await viewed(message(fishing, author)));
    expect(read).toBe(checking['check.not-yours']);
  });

  it.each([[''], [' \n\u200b']])('without words (%j): said', async (text) => {
    expect(textOf(await viewed(message(text)))).toBe(checking['check.no-text']);
  });

  it('longer than an ask: the limit; the words still stand where they were', async () => {
    const read = textOf(await viewed(message('z'.repeat(20_000))));
    expect(read).toContain('this has 20,000');
    expect(read).not.toContain('zzz');
  });
});

it('actions fit both platforms’ menus', () => {
  for (const { id, name, description } of messageActions) {
    expect(id).toMatch(/^[a-z-]{1,255}$/);
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});
