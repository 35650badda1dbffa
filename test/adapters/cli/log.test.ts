import { describe, expect, test } from 'vitest';
import { createLog } from '../../../adapters/cli/log.ts';
import { createMask } from '../../../adapters/cli/mask.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []) {
  const lines: string[] = [];
  write(createLog({ level: 'debug', secrets, write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('secrets', () => {
  const table: [string, string, string][] = [
    ['a Slack bot token', 'bad xoxb-1-2-AbC', 'bad [secret]'],
    ['a Slack app token', 'bad "xapp-1-A-2-AbC"', 'bad "[secret]"'],
    ['a rotated Slack token', 'xoxe.xoxb-1-AbC!', '[secret]!'],
    [
      'a response URL',
      'https://hooks.slack.com/commands/T1/2/x',
      'https://hooks.slack.com/[secret]',
    ],
    [
      'a socket address',
      'wss://w.slack.com/link/?ticket=abc&app_id=d',
      'wss://w.slack.com/link/?ticket=[secret]&app_id=[secret]',
    ],
    [
      'a Discord token',
      'token MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0 no good',
      'token [secret] no good',
    ],
    [
      'an authorization header',
      'authorization: Bot abcdefghijklmnop',
      'authorization: Bot [secret]',
    ],
    [
      'an interaction route',
      'POST /interactions/123/aW50ZXJhY3Rpb24/callback',
      'POST /interactions/123/[secret]/callback',
    ],
    [
      'a webhook route',
      '/webhooks/123/tok/messages/@original',
      '/webhooks/123/[secret]/messages/@original',
    ],
    ['a connection string', 'postgres://me:p4ss@db:5432/x', 'postgres://me:[secret]@db:5432/x'],
    ['a password with an @', 'postgres://me:p@ss@db/x', 'postgres://me:[secret]@db/x'],
    ["a proxy's password", 'http://me:p4ss@proxy:3128/', 'http://me:[secret]@proxy:3128/'],
    [
      'no password',
      'http://127.0.0.1:8787/channels/1/messages/@original',
      'http://127.0.0.1:8787/channels/1/messages/@original',
    ],
    [
      'plain words',
      'Bot started at http://127.0.0.1:8787/',
      'Bot started at http://127.0.0.1:8787/',
    ],
  ];

  test.each(table)('%s', (_, text, masked) => {
    expect(createMask([])(text)).toBe(masked);
  });

  test('known ones, whatever they look like, and the password inside one', () => {
    const mask = createMask(['0123abcd', 'postgres://me:p%40ssword@db/x']);
    expect(mask('signing 0123abcd; password p@ssword or p%40ssword')).toBe(
      'signing [secret]; password [secret] or [secret]',
    );
  });

  test('inside errors, their causes and fields', () => {
    const error = new Error('An API error: xoxb-1-2-SECRET', {
      cause: new Error('postgres://me:SECRET@db/x failed'),
    });
    const text = logged((log) => log.error({ err: error, url: 'https://x/?token=SECRET' }, 'no'));
    expect(text).toContain('An API error: [secret]');
    expect(text).toContain('caused by Error: postgres://me:[secret]@db/x failed');
    expect(text).not.toContain('SECRET');
  });
});

describe("members' words", () => {
  test('under the keys that could hold them', () => {
    const words = 'WORDS';
    const text = logged((log) =>
      log.info(
        { text: words, body: { a: words }, more: { view: words, values: [words], kept: 1 } },
        'hi',
      ),
    );
    expect(text).not.toContain('WORDS');
    expect(text).toContain('more={"kept":1}');
  });

  test("in a database error's parameters", () => {
    const error = Object.assign(new Error('Failed query: insert into asks\nparams: WORDS,1'), {
      params: ['WORDS'],
      cause: Object.assign(new Error('invalid input syntax for type json: "WORDS"'), {
        code: '22P02',
        detail: 'Key (note)=(WORDS)',
      }),
    });
    const text = logged((log) => log.error({ err: error }, 'not answered'));
    expect(text).toContain('Failed query: insert into asks');
    expect(text).toContain('(22P02): invalid input syntax for type json: ');
    expect(text).not.toContain('WORDS');
  });

  test('in an error logged without a message of its own', () => {
    const error = new Error('Failed query: x\nparams: WORDS');
    expect(logged((log) => log.error(error))).not.toContain('WORDS');
    expect(logged((log) => log.error({ err: error }))).not.toContain('WORDS');
  });

  test('in text that was no JSON', () => {
    let error: unknown;
    try {
      JSON.parse('WORDS "and" more');
    } catch (caught) {
      error = caught;
    }
    expect(logged((log) => log.error({ err: error }, 'no'))).not.toContain('WORDS');
  });

  test("in a request's body that an error carries", () => {
    const error = Object.assign(new Error('Unknown Channel'), {
      code: 10003,
      requestBody: { json: { content: 'WORDS' } },
    });
    const text = logged((log) => log.warn({ err: error }, 'no'));
    expect(text).toContain('Error (10003): Unknown Channel');
    expect(text).not.toContain('WORDS');
  });
});

test('an entry is one readable line', () => {
  const text = logged((log) =>
    log.info(
      { request: 'ask-intro', ms: 12, why: 'two words', err: new Error('a\nb') },
      'answered',
    ),
  );
  expect(text).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z info answered request=ask-intro ms=12 why="two words" error="Error: a \| b \| at .*"\n$/,
  );
  expect(text.match(/\n/g)).toHaveLength(1);
});

test('below its level the log is silent', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', secrets: [], write: (line) => lines.push(line) });
  log.info('hello');
  log.child({ part: 'slack' }).warn('hello');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('warn hello part=slack');
});
