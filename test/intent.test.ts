import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRequest, encodeRequest, type Request, requestSchema } from '../src/intent.ts';

const ask = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a request that rides in a button', () => {
  it.each<[string, Request, { choice?: string; values?: Record<string, string> }]>([
    ['a press', { type: 'introduce', ask }, {}],
    ['a press without arguments', { type: 'stop-nudges' }, {}],
    ['a choice', { type: 'pick-helper', ask, choice: 'U123' }, { choice: 'U123' }],
    ['a fixed choice', { type: 'board', period: 'last-week' }, {}],
    ['a command without what was said with it', { type: 'thank', helper: 'U1' }, {}],
    [
      'a form',
      { type: 'send-ask', ask, helper: 'U1', target: 'm:U2', values: { note: 'Hello' } },
      { values: { note: 'Hello' } },
    ],
  ])('comes back as it was: %s', (_name, request, given) => {
    expect(decodeRequest(encodeRequest(request), given)).toEqual(request);
  });

  it('leaves room for a Discord server’s id in the hundred characters of a custom_id', () => {
    const longest = encodeRequest({
      type: 'send-ask',
      ask,
      helper: '1234567890123456789',
      target: 'm:1234567890123456789',
    } as Request);
    expect(longest.length).toBeLessThanOrEqual(79);
  });

  it('comes back for any ask', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const request: Request = { type: 'consent', ask: id };
        expect(decodeRequest(encodeRequest(request))).toEqual(request);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['an unknown action', 'sing~a'],
    ['too few parts', 'introduce'],
    ['too many parts', `introduce~${ask}~b`],
    ['an ask that is none', 'introduce~42'],
    ['a packed id with a wrong digit', 'introduce~uAAAAAAAAAAAAAAAAAAAAA!'],
    ['a choice that was not made', `pick-helper~${ask}`],
    ['a value out of its list', 'board~decade'],
  ])('is nothing when it is %s', (_name, code) => {
    expect(decodeRequest(code)).toBeUndefined();
  });

  it('never throws, whatever the platform hands back', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        const request = decodeRequest(code);
        if (request) expect(requestSchema.safeParse(request).success).toBe(true);
      }),
    );
  });

  it('refuses to carry what would not come back', () => {
    const request: Request = { type: 'send-thanks', helper: 'U1~U2', help: '-', values: {} };
    expect(() => encodeRequest(request)).toThrow('cannot carry');
  });
});
