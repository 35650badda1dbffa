import type { types } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { PanePart } from '../../../adapters/playground/pane.ts';
import { mrkdwnParts } from '../../../adapters/playground/slack/mrkdwn.ts';
import type { Reader } from '../../../adapters/playground/slack/reader.ts';
import { blockParts } from '../../../adapters/playground/slack/rendering.ts';
import { createWorkspace } from '../../../adapters/playground/slack/workspace.ts';
import { testClock } from './bolt-app.ts';

const reader: Reader = {
  workspace: createWorkspace(testClock(), () => {}),
  timeZone: 'Europe/Helsinki',
};
const line = (...content: object[]): object[] => [{ part: 'text', content }];

test.each<[string, object[]]>([
  ['plain', line({ text: 'plain' })],
  [
    '*a* _b_ ~c~ `d`',
    line(
      { text: 'a', strong: true },
      { text: ' ' },
      { text: 'b', italic: true },
      { text: ' ' },
      { text: 'c', strike: true },
      { text: ' ' },
      { text: 'd', code: true },
    ),
  ],
  ['*a _b_*', line({ text: 'a ', strong: true }, { text: 'b', strong: true, italic: true })],
  ['2*3*4 snake_case_name * not *', line({ text: '2*3*4 snake_case_name * not *' })],
  ['a &lt;b&gt; &amp;lt;', line({ text: 'a <b> &lt;' })],
  [
    '<@U0TOM> in <#C0WINS>',
    line(
      { text: '@Tom Okafor', mention: true },
      { text: ' in ' },
      { text: '#wins', mention: true },
    ),
  ],
  [
    '<!channel> <!here|here>',
    line({ text: '@channel', mention: true }, { text: ' ' }, { text: '@here', mention: true }),
  ],
  [
    '<https://x.example/?a=1&amp;b=2|the site>',
    line({ text: 'the site', link: 'https://x.example/?a=1&b=2' }),
  ],
  ['<mailto:a@b.example>', line({ text: 'a@b.example', link: 'mailto:a@b.example' })],
  ['<javascript:alert(1)|press>', line({ text: 'press' })],
  ['<!date^1772442000^{date_short} at {time}|soon>', line({ text: 'Mar 2, 2026 at 11:00 AM' })],
  [':tada: :unknown_one:', line({ text: '🎉 :unknown_one:' })],
  ['`*code*`', line({ text: '*code*', code: true })],
])('mrkdwn %s', (text, parts) => {
  expect(mrkdwnParts(reader, text)).toEqual(parts);
});

test('quotes, bullets and code are parts of their own', () => {
  const text = 'Look:\n&gt; one\n&gt; *two*\n• first\n• second\n```\nif (a &lt; b)\n```\nend';
  expect(mrkdwnParts(reader, text)).toEqual([
    { part: 'text', content: [{ text: 'Look:' }] },
    { part: 'quote', content: [{ text: 'one\n' }, { text: 'two', strong: true }] },
    { part: 'list', items: [[{ text: 'first' }], [{ text: 'second' }]] },
    { part: 'code', text: 'if (a < b)' },
    { part: 'text', content: [{ text: 'end' }] },
  ]);
});

test('rich text shows what members wrote as it is', () => {
  const rich: types.RichTextBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: '*not bold* <@U0TOM> ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'user', user_id: 'U0LEILA' },
          { type: 'emoji', name: 'wave' },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item' }] }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
    ],
  };
  expect(blockParts(reader, [rich])).toEqual<PanePart[]>([
    {
      part: 'text',
      content: [
        { text: '*not bold* <@U0TOM> ' },
        { text: 'bold', strong: true },
        { text: '@Leila Moreau', mention: true },
        { text: '👋' },
      ],
    },
    { part: 'quote', content: [{ text: 'quoted' }] },
    { part: 'list', items: [[{ text: 'item' }]] },
    { part: 'code', text: 'code' },
  ]);
});

test('plain text is not interpreted, and a table keeps its columns', () => {
  expect(
    blockParts(reader, [
      { type: 'section', text: { type: 'plain_text', text: '*as is* &amp; <@U0TOM>' } },
      { type: 'divider' },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '_small_' }] },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Who' },
            { type: 'raw_text', text: 'Credits' },
          ],
          [
            { type: 'raw_text', text: 'Tom Okafor' },
            { type: 'raw_text', text: '2' },
          ],
        ],
      },
    ]),
  ).toEqual([
    { part: 'text', content: [{ text: '*as is* &amp; <@U0TOM>' }] },
    { part: 'divider' },
    { part: 'context', content: [{ text: 'small', italic: true }] },
    { part: 'code', text: 'Who         Credits\nTom Okafor  2' },
  ]);
});
