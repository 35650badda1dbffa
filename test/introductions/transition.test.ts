import { describe, expect, it } from 'vitest';
import type { AskStateName } from '../../src/introductions/ask.ts';
import { type AskEventName, timersOf, transition } from '../../src/introductions/transition.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { before, card, events, leila, now, states, told } from './states.ts';

/** Where each state goes with each event that means something there; every other pair must change nothing. */
const leads: Record<keyof typeof states, Partial<Record<AskEventName, AskStateName>>> = {
  draft: { send: 'asked' },
  asked: {
    withdraw: 'withdrawn',
    introduce: 'with-target',
    talk: 'talked',
    'need-more': 'needs-info',
    'lend-name': 'name-lent',
    point: 'pointer',
    'not-now': 'snoozed',
    decline: 'declined',
    pass: 'declined',
    remind: 'asked',
    expire: 'expired',
    undelivered: 'undelivered',
    left: 'expired',
    'too-late': 'expired',
  },
  'asked, reminded': {
    withdraw: 'withdrawn',
    introduce: 'with-target',
    talk: 'talked',
    'need-more': 'needs-info',
    'lend-name': 'name-lent',
    point: 'pointer',
    'not-now': 'snoozed',
    decline: 'declined',
    pass: 'declined',
    expire: 'expired',
    undelivered: 'undelivered',
    left: 'expired',
    'too-late': 'expired',
  },
  'needs-info': {
    withdraw: 'withdrawn',
    'hold-info': 'needs-info',
    'give-info': 'asked',
    expire: 'expired',
    undelivered: 'undelivered',
    left: 'expired',
    'too-late': 'expired',
  },
  snoozed: { unsnooze: 'asked', withdraw: 'withdrawn', left: 'expired', 'too-late': 'expired' },
  'with a member': {
    withdraw: 'withdrawn',
    consent: 'introduced',
    refuse: 'declined',
    undelivered: 'undelivered',
    expire: 'expired',
    left: 'expired',
    'too-late': 'expired',
  },
  'with somebody outside': {
    withdraw: 'withdrawn',
    'note-sent': 'introduced',
    'note-dropped': 'declined',
    expire: 'expired',
    undelivered: 'undelivered',
    left: 'expired',
    'too-late': 'expired',
  },
  'with a firm': {
    withdraw: 'withdrawn',
    'note-sent': 'submitted',
    'note-dropped': 'declined',
    undelivered: 'undelivered',
    expire: 'expired',
    left: 'expired',
    'too-late': 'expired',
  },
  'undelivered to the helper': {
    seen: 'asked',
    withdraw: 'withdrawn',
    left: 'expired',
    'too-late': 'expired',
  },
  'undelivered to the seeker': {
    seen: 'needs-info',
    withdraw: 'withdrawn',
    left: 'expired',
    'too-late': 'expired',
  },
  'undelivered to the target': {
    seen: 'with-target',
    withdraw: 'withdrawn',
    left: 'expired',
    'too-late': 'expired',
  },
  introduced: {},
  talked: {},
  submitted: {},
  pointer: {},
  'name-lent': {},
  declined: {},
  expired: {},
  withdrawn: {},
};

describe('every state with every event', () => {
  for (const [name, state] of Object.entries(states)) {
    for (const event of Object.values(events)) {
      const expected = leads[name as keyof typeof states][event.event];
      it(`${name} + ${event.event} → ${expected ?? 'nothing'}`, () => {
        expect(transition(state, event, now, told)?.is).toBe(expected);
      });
    }
  }
});

describe('what a state carries', () => {
  it('a second reminder is never due', () => {
    const reminded = transition(states.asked, events.remind, now, told);
    expect(reminded).toEqual({ is: 'asked', at: before, reminded: true });
    expect(timersOf({ id: 'a', state: states['asked, reminded'] }, defaultPolicy)).toEqual([
      {
        name: 'ask:a:expire',
        at: new Date('2027-03-11T09:00:00Z'),
        wake: { wake: 'expire', ask: 'a' },
      },
    ]);
  });

  it('waits five days for the reminder and ten for the expiry', () => {
    const timers = timersOf({ id: 'a', state: states.asked }, defaultPolicy);
    expect(timers.map(({ name, at }) => [name, at.toISOString()])).toEqual([
      ['ask:a:remind', '2027-03-06T09:00:00.000Z'],
      ['ask:a:expire', '2027-03-11T09:00:00.000Z'],
    ]);
  });

  it('what could not be delivered neither expires nor is reminded of', () => {
    const undelivered = states['undelivered to the helper'];
    expect(timersOf({ id: 'a', state: undelivered }, defaultPolicy)).toEqual([]);
    expect(transition(undelivered, events.seen, now, told)).toEqual({
      is: 'asked',
      at: now,
      reminded: false,
      seen: true,
    });
  });

  it('keeps an answer that the review held back', () => {
    expect(transition(states['needs-info'], events['hold-info'], now, told)).toEqual({
      is: 'needs-info',
      at: before,
      card,
      reminded: true,
      question: 'Why?',
      unsent: 'Nights.',
    });
  });

  it('one reminder for an ask, also when it comes back to the helper', () => {
    const again = transition(states['needs-info'], events['give-info'], now, told);
    expect(again).toEqual({ is: 'asked', at: now, reminded: true, seen: true });
  });

  it('the target’s turn ends with the ask, but lasts three days', () => {
    const turn = (at: string) => ({
      id: 'a',
      state: { is: 'with-target', at: new Date(at), card, person: leila } as const,
    });
    const ends = (at: string) => timersOf(turn(at), defaultPolicy)[0]?.at.toISOString();
    expect(ends('2027-03-02T09:00:00Z')).toBe('2027-03-11T09:00:00.000Z');
    expect(ends('2027-03-10T09:00:00Z')).toBe('2027-03-13T09:00:00.000Z');
  });

  it('an end without a help says when the seeker is told', () => {
    const ends = [
      transition(states.asked, events.decline, now, told),
      transition(states['with a member'], events.refuse, now, told),
      transition(states.asked, events.expire, now, told),
      transition(states.snoozed, events.left, now, told),
    ];
    for (const state of ends) expect(state).toMatchObject({ told: told.toISOString() });
  });

  it('no end has a timer', () => {
    for (const name of ['introduced', 'talked', 'pointer', 'declined', 'expired'] as const) {
      expect(timersOf({ id: 'a', state: states[name] }, defaultPolicy)).toEqual([]);
    }
  });
});
