import type { AskState } from '../../src/introductions/ask.ts';
import type { AskEvent, AskEventName } from '../../src/introductions/transition.ts';

/** One of each state and one of each event of an ask, for tests and for the diagrams. */

export const before = new Date('2027-03-01T09:00:00Z');
export const now = new Date('2027-03-02T09:00:00Z');
export const told = new Date('2027-03-04T09:00:00Z');
export const later = new Date('2027-03-20T09:00:00Z');
export const card = before.toISOString();
export const leila = { who: 'member', user: 'leila' } as const;
export const northwind = { who: 'firm', name: 'Northwind' } as const;
export const dana = { who: 'outside', name: 'Dana' } as const;

export const states = {
  draft: { is: 'draft', at: before },
  asked: { is: 'asked', at: before, reminded: false },
  'asked, reminded': { is: 'asked', at: before, reminded: true },
  'needs-info': { is: 'needs-info', at: before, card, reminded: true, question: 'Why?' },
  snoozed: { is: 'snoozed', at: later, reminded: false },
  'with a member': { is: 'with-target', at: before, card, person: leila },
  'with somebody outside': { is: 'with-target', at: before, card, person: dana },
  'with a firm': { is: 'with-target', at: before, card, person: northwind },
  'undelivered to the helper': {
    is: 'undelivered',
    at: before,
    turn: { is: 'asked', reminded: false },
  },
  'undelivered to the seeker': {
    is: 'undelivered',
    at: before,
    turn: { is: 'needs-info', card, reminded: false, question: 'Why?' },
  },
  'undelivered to the target': {
    is: 'undelivered',
    at: before,
    turn: { is: 'with-target', card, person: leila },
  },
  introduced: { is: 'introduced', at: before },
  talked: { is: 'talked', at: before },
  submitted: { is: 'submitted', at: before },
  pointer: { is: 'pointer', at: before },
  'name-lent': { is: 'name-lent', at: before },
  declined: { is: 'declined', at: before, by: 'helper', told: card },
  expired: { is: 'expired', at: before, told: card },
  withdrawn: { is: 'withdrawn', at: before },
} satisfies Record<string, AskState>;

export const events: { [E in AskEventName]: Extract<AskEvent, { event: E }> } = {
  send: { event: 'send' },
  introduce: { event: 'introduce', person: leila },
  talk: { event: 'talk' },
  'need-more': { event: 'need-more', question: 'Which shift?' },
  'hold-info': { event: 'hold-info', unsent: 'Nights.' },
  'give-info': { event: 'give-info' },
  'lend-name': { event: 'lend-name' },
  point: { event: 'point' },
  'not-now': { event: 'not-now', until: later },
  decline: { event: 'decline' },
  pass: { event: 'pass' },
  consent: { event: 'consent' },
  refuse: { event: 'refuse' },
  'note-sent': { event: 'note-sent' },
  'note-dropped': { event: 'note-dropped' },
  remind: { event: 'remind' },
  unsnooze: { event: 'unsnooze' },
  expire: { event: 'expire' },
  undelivered: { event: 'undelivered' },
  seen: { event: 'seen' },
  withdraw: { event: 'withdraw' },
  left: { event: 'left' },
  'too-late': { event: 'too-late' },
};
