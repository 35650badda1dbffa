import { describe, expect, it } from 'vitest';
import {
  actExamples,
  checkAct,
  checkFault,
  checkForward,
  faultExamples,
} from '../../adapters/playground/act-form.ts';

describe('an act', () => {
  it.each(Object.values(actExamples))('takes its own example of $do', (example) => {
    expect(checkAct(example)).toEqual({ value: example });
  });

  it.each([
    [undefined, 'Send one JSON object with "do" as one of: command, suggest, press'],
    [[], 'Send one JSON object'],
    ['say', 'Send one JSON object'],
    [{}, '"do" must be one of: command'],
    [{ do: 'toString' }, '"do" must be one of: command'],
    [{ do: 'command' }, '"text" is missing. An example: {"do":"command","text":"/ask-intro'],
    [{ do: 'press', message: 'm' }, '"button" is missing.'],
    [{ do: 'press', message: '', button: 'b' }, '"message" must be at least 1.'],
    [{ do: 'say', text: 3, in: 'general' }, '"text" is not what this takes.'],
    [{ do: 'say', text: 'x'.repeat(40_001), in: 'general' }, '"text" is more than this takes'],
    [{ do: 'submit', values: { note: 1 } }, '"values.note" is not what this takes.'],
    [{ do: 'dismiss', now: true }, '"now" is not known here; leave it out.'],
  ])('says what is wrong with %j', (json, sentence) => {
    expect(checkAct(json)).toEqual({ error: expect.stringContaining(sentence) });
  });
});

describe('a fault', () => {
  it.each(Object.values(faultExamples))('takes its own example of $fault', (example) => {
    expect(checkFault(example)).toEqual({ value: example });
  });

  it.each([
    [{ fault: 'flood' }, '"fault" must be one of: rate-limit, drop-answer'],
    [{ fault: 'drop-answer', count: 0 }, '"count" must be at least 1.'],
    [{ fault: 'drop-answer', count: 1.5 }, '"count" is not what this takes.'],
    [{ fault: 'dms', handle: 'leila' }, '"closed" is missing.'],
  ])('says what is wrong with %j', (json, sentence) => {
    expect(checkFault(json)).toEqual({ error: expect.stringContaining(sentence) });
  });
});

describe('a move of the clock', () => {
  const now = new Date('2026-03-28T12:00:00Z');
  const hour = 3_600_000;

  it.each([
    [{ forward: 'PT1H' }, hour],
    [{ forward: 'P1D' }, 24 * hour],
    [{ forward: 'P5D' }, 120 * hour],
    [{ forward: 'P1W' }, 168 * hour],
    [{ forward: 'P1DT30M' }, 24.5 * hour],
    // 28 March to 28 April.
    [{ forward: 'P1M' }, 31 * 24 * hour],
    [{ days: 1 }, 24 * hour],
    [{ weeks: 1, hours: 2 }, 170 * hour],
    [{ days: 400 }, 400 * 24 * hour],
  ])('reads %j', (json, ms) => {
    expect(checkForward(json, now)).toEqual({ value: ms });
  });

  it.each([
    [undefined, 'is not clear'],
    [{}, 'is not clear'],
    [{ forward: 'tomorrow' }, 'is not clear'],
    [{ forward: 1 }, 'is not clear'],
    [{ days: 'one' }, 'is not clear'],
    [{ days: -1 }, 'is not clear'],
    [{ forward: '-P1D' }, 'only moves forward'],
    [{ days: 0 }, 'only moves forward'],
    [{ days: 401 }, 'more than 400 days'],
    [{ forward: 'P999999999Y' }, /not clear|more than 400 days/],
  ])('refuses %j', (json, sentence) => {
    const checked = checkForward(json, now);
    expect('error' in checked && checked.error).toMatch(sentence);
  });
});
