import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/communities/settings.ts';
import type { AskState, SentAsk } from '../../src/introductions/ask.ts';
import { effectsOf, type Scene } from '../../src/introductions/effects.ts';
import { type AskEvent, transition } from '../../src/introductions/transition.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { View } from '../../src/view.ts';

const seeker = { platform: 'discord', community: 'G1', user: 'nadia' } as const;
const then = new Date('2027-03-01T09:00:00Z');
const now = new Date('2027-03-02T09:00:00Z');
const told = new Date('2027-03-04T15:00:00Z');
const leila = { who: 'member', user: 'leila' } as const;

const asked: SentAsk = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  seeker,
  helper: 'tom',
  target: leila,
  words: {
    purpose: 'opening',
    opening: 'Dispatcher at the port',
    note: 'I have run a night desk for six years.',
    declared: 'new',
    offer: 'A hand with your Finnish',
  },
  createdAt: then,
  state: { is: 'asked', at: then, reminded: false },
};

function effectsAfter(state: AskState, event: AskEvent, scene: Partial<Scene> = {}) {
  const next = transition(state, event, now, told);
  if (!next || next.is === 'draft') throw new Error('nothing happens');
  const ask: SentAsk = { ...asked, ...scene.ask, state: next };
  return effectsOf({
    before: state,
    event,
    now,
    settings: { ...defaultSettings, introductionsChannel: 'C1' },
    wordsOf: () => messagesFor(),
    card: { others: 0, asksAcquaintance: false },
    names: { seeker: 'Nadia', helper: 'Tom', target: 'Leila' },
    consentIsWelcome: true,
    ...scene,
    ask,
  });
}

/** Everything in it that somebody could read or press. */
const content = (view: View): string => JSON.stringify(view);
const card = then.toISOString();
const withTarget: AskState = { is: 'with-target', at: then, card, person: leila };

describe('who gets what', () => {
  it('the helper gets the card with all six answers, and the seeker nothing', () => {
    const [card, ...rest] = effectsAfter({ is: 'draft', at: then }, { event: 'send' });
    expect(rest).toEqual([]);
    expect(card).toMatchObject({ effect: 'dm', to: { user: 'tom' }, ask: asked.id });
    const text = content((card as { view: View }).view);
    for (const answer of [
      'I’ll introduce you',
      'I need to know more',
      'You may mention my name',
      'Here’s a pointer',
      'Not now',
      '"No"',
    ]) {
      expect(text).toContain(answer);
    }
  });

  it('a yes goes to the target for consent; the seeker learns nothing yet', () => {
    const effects = effectsAfter(asked.state, { event: 'introduce', person: leila });
    expect(effects.map((effect) => effect.effect)).toEqual(['revise', 'dm']);
    expect(effects[1]).toMatchObject({ to: { user: 'leila' } });
    expect(effects.some((effect) => 'to' in effect && effect.to.user === 'nadia')).toBe(false);
  });

  it('consent opens one conversation of three, with a message to each where none can be had', () => {
    const effects = effectsAfter(withTarget, { event: 'consent' });
    expect(effects.at(-1)).toMatchObject({
      effect: 'conversation',
      title: 'Nadia and Leila',
      channel: 'C1',
      members: [{ user: 'nadia' }, { user: 'tom' }, { user: 'leila' }],
      otherwise: [{ to: { user: 'nadia' } }, { to: { user: 'leila' } }, { to: { user: 'tom' } }],
    });
  });

  it('the reminder comes with the answers, once', () => {
    const [reminder, ...rest] = effectsAfter(asked.state, { event: 'remind' });
    expect(rest).toEqual([]);
    expect(content((reminder as { view: View }).view)).toContain('A gentle reminder');
    expect(content((reminder as { view: View }).view)).toContain('I’ll introduce you');
  });

  it('an answer to a question takes its button off, and so does an end, when it is told', () => {
    const before: AskState = {
      is: 'needs-info',
      at: then,
      card,
      reminded: false,
      question: 'Which shift?',
    };
    const question = `ask:${asked.id}:question:${then.getTime()}`;
    const [answered, ...more] = effectsAfter(before, { event: 'give-info' });
    expect(answered).toMatchObject({ effect: 'revise', of: question });
    expect(answered?.notBefore).toBeUndefined();
    expect(content((answered as { view: View }).view)).toMatch(/You answered .*Which shift\?/);
    expect(content((answered as { view: View }).view)).not.toContain('"buttons"');
    expect(more.map(({ effect }) => effect)).toEqual(['dm']);

    expect(effectsAfter(before, { event: 'hold-info', unsent: 'Nights.' })).toEqual([]);
    const [ended] = effectsAfter(before, { event: 'expire' });
    expect(ended).toMatchObject({ effect: 'revise', of: question, notBefore: told.toISOString() });
    expect(content((ended as { view: View }).view)).not.toContain('"buttons"');
  });

  it('an answer takes the buttons off the card and off the reminder', () => {
    const effects = effectsAfter({ is: 'asked', at: then, reminded: true }, { event: 'decline' });
    const revised = effects.filter((effect) => effect.effect === 'revise');
    expect(revised).toHaveLength(2);
    for (const { view } of revised) expect(content(view)).not.toContain('"buttons"');
  });
});

describe('whose no it was can’t be told', () => {
  const seekerReads = (effects: ReturnType<typeof effectsAfter>) =>
    effects.filter((effect) => effect.effect === 'dm' && effect.to.user === 'nadia');
  const ends: [string, AskState, AskEvent][] = [
    ['the helper’s no', asked.state, { event: 'decline' }],
    ['the target’s no', withTarget, { event: 'refuse' }],
    ['the helper’s silence', asked.state, { event: 'expire' }],
    ['the target’s silence', withTarget, { event: 'expire' }],
    [
      'a note that came to nothing',
      { is: 'with-target', at: then, card, person: { who: 'outside', name: 'Dana' } },
      { event: 'note-dropped' },
    ],
  ];
  const expected = seekerReads(effectsAfter(asked.state, { event: 'decline' }));

  it.each(ends)('%s reads the same, byte for byte', (_name, state, event) => {
    expect(JSON.stringify(seekerReads(effectsAfter(state, event)))).toBe(JSON.stringify(expected));
    expect(expected).toHaveLength(1);
  });

  it('and is told after a random delay', () => {
    expect(expected[0]?.notBefore).toBe(told.toISOString());
  });

  it('nothing that the helper sees changes before that either', () => {
    const helperSees = effectsAfter(withTarget, { event: 'refuse' }).filter(
      (effect) => effect.effect === 'revise' || ('to' in effect && effect.to.user === 'tom'),
    );
    const [card, consent, words] = helperSees;
    expect(card?.notBefore).toBe(told.toISOString());
    expect(words?.notBefore).toBe(told.toISOString());
    // The target's own message changes at once.
    expect(consent).toMatchObject({ of: expect.stringContaining(':consent:') });
    expect(consent?.notBefore).toBeUndefined();
  });

  it('never names the target', () => {
    expect(JSON.stringify(expected)).not.toContain('leila');
  });
});
