import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalSlack, type LocalSlack } from '../../../adapters/playground/slack/server.ts';
import { testClock } from './bolt-app.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await createLocalSlack({ clock: testClock() });
});
afterAll(() => slack.stop());

async function call(method: string, args: object) {
  const response = await fetch(`${slack.url}/api/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${slack.botToken}`,
    },
    body: JSON.stringify(args),
  });
  return (await response.json()) as {
    ok: boolean;
    error?: string;
    response_metadata?: { messages: string[] };
  };
}

const words = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: words(length) });
const section = (length: number) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: words(length) },
});
const button = (more: object = {}) => ({ type: 'button', text: plain(3), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (more: object = {}) => ({ text: plain(3), value: 'v', ...more });
const select = (more: object) => actions({ type: 'static_select', action_id: 's', ...more });
const many = <T>(count: number, item: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => item(i));

const refusedBlocks: [string, object[], string][] = [
  [
    'too many blocks',
    many(51, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'an unknown type',
    [{ type: 'carousel' }],
    'unsupported type: carousel [json-pointer:/blocks/0/type]',
  ],
  ['no type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'a long section',
    [section(3_001)],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty section',
    [section(0)],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section of nothing',
    [{ type: 'section' }],
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    'a long header',
    [{ type: 'header', text: plain(151) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'emoji in mrkdwn',
    [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'a long button',
    [actions(button({ text: plain(76) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a long value',
    [actions(button({ value: words(2_001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a long action id',
    [actions(button({ action_id: words(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'a made-up style',
    [actions(button({ style: 'loud' }))],
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  ['no elements', [actions()], 'no fewer than 1 items required [json-pointer:/blocks/0/elements]'],
  [
    '26 elements',
    [actions(...many(26, () => button()))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '11 context elements',
    [{ type: 'context', elements: many(11, () => plain(1)) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'the same action twice',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    '`action_id` "a" already exists for another element',
  ],
  [
    'the same block twice',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    '`block_id` "b" already exists for another block',
  ],
  [
    '101 options',
    [select({ options: many(101, (i) => option({ value: `${i}` })) })],
    'no more than 100 items allowed',
  ],
  [
    'a long option',
    [select({ options: [option({ text: plain(76) })] })],
    'must be less than 76 characters',
  ],
  [
    'a long option value',
    [select({ options: [option({ value: words(151) })] })],
    'must be less than 151 characters',
  ],
  ['no options', [select({})], 'must define either `options` or `option_groups`'],
  [
    'a strange initial option',
    [select({ options: [option()], initial_option: option({ value: 'w' }) })],
    '`initial_option` must exactly match',
  ],
  ['an input', [{ type: 'input', label: plain(1), element: {} }], 'unsupported type: input'],
  [
    'a strange rich text',
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'shout' }] }],
      },
    ],
    'unsupported type: shout',
  ],
];

test.each(refusedBlocks)('a message with %s is refused', async (_name, blocks, problem) => {
  const answer = await call('chat.postMessage', { channel: 'C0WINS', text: 'x', blocks });
  expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
  expect(answer.response_metadata?.messages.join('\n')).toContain(`[ERROR] ${problem}`);
});

test('a message right at the limits is posted', async () => {
  const blocks = [
    section(3_000),
    { type: 'header', text: plain(150) },
    actions(button({ text: plain(75), value: words(2_000), action_id: words(255) })),
    select({ options: many(100, (i) => option({ value: `${i}`, text: plain(75) })) }),
    ...many(46, () => ({ type: 'divider' })),
  ];
  expect(await call('chat.postMessage', { channel: 'C0WINS', text: 'x', blocks })).toMatchObject({
    ok: true,
  });
  const long = { channel: 'C0WINS', text: words(40_001) };
  expect(await call('chat.postMessage', long)).toMatchObject({ error: 'msg_too_long' });
  const nonsense = { channel: 'C0WINS', text: 'x', blocks: '[{' };
  expect(await call('chat.postMessage', nonsense)).toMatchObject({
    error: 'invalid_blocks_format',
  });
});

describe('views', () => {
  const input = (element: object, more: object = {}) => ({
    type: 'input',
    label: plain(3),
    element: { type: 'plain_text_input', ...element },
    ...more,
  });
  const view = (more: object) => ({
    type: 'modal',
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    blocks: [input({})],
    ...more,
  });
  const refusedViews: [string, object, string][] = [
    [
      'a long title',
      { title: plain(25) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'a long submit',
      { submit: plain(25) },
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a long close',
      { close: plain(25) },
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    ['no title', { title: undefined }, 'missing required field: title [json-pointer:/view]'],
    [
      'inputs and no submit',
      { submit: undefined },
      '`submit` is required when an `input` block is within `blocks`',
    ],
    [
      '101 blocks',
      { blocks: many(101, () => ({ type: 'divider' })) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'long metadata',
      { private_metadata: words(3_001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'an endless input',
      { blocks: [input({ max_length: 3_001 })] },
      'must be less than or equal to 3000 [json-pointer:/view/blocks/0/element/max_length]',
    ],
    [
      'more in it than fits',
      { blocks: [input({ max_length: 2, initial_value: 'xxx' })] },
      'must be less than 3 characters [json-pointer:/view/blocks/0/element/initial_value]',
    ],
    [
      'an unknown property',
      { blocks: [input({}, { required: true })] },
      'invalid additional property: required [json-pointer:/view/blocks/0]',
    ],
    [
      'a button as input',
      { blocks: [{ type: 'input', label: plain(3), element: button() }] },
      'unsupported type: button',
    ],
    [
      'a wrong date',
      { blocks: [input({ type: 'datepicker', initial_date: 'May' })] },
      'must be in the format of YYYY-MM-DD',
    ],
    [
      'the type of a home tab',
      { type: 'home' },
      'unsupported type: home [json-pointer:/view/type]',
    ],
  ];

  async function trigger(): Promise<string> {
    // Nobody is connected: the command fails, its trigger is good all the same.
    await slack.act('nadia', { do: 'command', text: '/goodword' });
    const { triggers } = slack.snapshot() as { triggers: { id: string }[] };
    return triggers.at(-1)?.id ?? '';
  }

  test.each(refusedViews)('a view with %s is refused', async (_name, more, problem) => {
    const answer = await call('views.open', { trigger_id: await trigger(), view: view(more) });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(answer.response_metadata?.messages.join('\n')).toContain(`[ERROR] ${problem}`);
  });

  test('a view right at the limits is opened', async () => {
    const answer = await call('views.open', {
      trigger_id: await trigger(),
      view: view({
        private_metadata: words(3_000),
        blocks: [input({ max_length: 3_000 }), ...many(99, () => ({ type: 'divider' }))],
      }),
    });
    expect(answer).toMatchObject({ ok: true });
  });
});
