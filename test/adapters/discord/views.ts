import type { MemberId } from '../../../src/member.ts';
import { mention, plain, type View } from '../../../src/view.ts';

export const community = '1180000000000000001';
export const ask = '0198c0de-7abc-7def-8123-456789abcdef';
export const person = (user: string): MemberId => ({ platform: 'discord', community, user });
export const nadia = person('1180000000000000101');
export const tom = person('1180000000000000102');

/** Views worth looking at, each with a golden rendering beside. */
export const views: Record<string, View> = {
  'helper-dm': {
    summary: 'Nadia asks you for an introduction to Leila.',
    blocks: [
      { node: 'heading', text: 'An introduction?' },
      {
        node: 'text',
        content: [mention(nadia), plain(' would like to meet '), mention(tom), plain('.')],
      },
      {
        node: 'quote',
        text: 'Leila moved from support to platform work.\n\nI’m on the same way, and would love 20 minutes.',
        marks: [[0, 5]],
      },
      { node: 'divider' },
      {
        node: 'context',
        content: [
          plain('This ask waits until '),
          { node: 'time', at: '2027-01-31T08:00:00.000Z', style: 'date' },
          plain('. No answer means no.'),
        ],
      },
      {
        node: 'buttons',
        buttons: [
          { label: 'I’ll introduce you', style: 'agree', press: { type: 'introduce', ask } },
          { label: 'I need to know more', press: { type: 'need-more', ask } },
          { label: 'You may mention my name', press: { type: 'lend-name', ask } },
          { label: 'Here’s a pointer', press: { type: 'point', ask } },
          { label: 'Not now', press: { type: 'not-now', ask } },
          { label: 'No', style: 'refuse', press: { type: 'decline', ask } },
        ],
      },
    ],
  },
  hostile: {
    summary: 'Hostile words',
    blocks: [
      { node: 'heading', text: '# Fine\n@everyone' },
      {
        node: 'text',
        content: [
          plain('From '),
          { node: 'strong', text: 'Eve** @here <@&1>' },
          plain(': '),
          { node: 'link', url: 'javascript:alert(1)', text: 'click' },
          plain(' '),
          { node: 'link', url: 'https://evil.example/)](x', text: 'https://bank.example' },
          plain(' '),
          { node: 'link', url: 'https://good.example/a_(b)', text: 'the posting' },
        ],
      },
      {
        node: 'quote',
        text: [
          '@everyone <@1180000000000000102> <@&1180000000000000001> <#1180000000000000020>',
          '# Heading',
          '   ## Another',
          '-# small print',
          '- a list',
          '1. a list',
          '> a quote',
          '>>> to the end',
          '```js',
          'code',
          '```',
          '||spoiler|| ~~gone~~ **bold** __line__ *it* _it_ `code`',
          '[the bank](https://evil.example) [x]( https://evil.example )',
          '<https://evil.example> <t:0:R> <:emoji:1180000000000000001> </helpers:1> <id:guide>',
          ':smile: 10:30:00 \\* \\\\',
          'https://example.com/a_b_c?d=*e*, (https://example.com/f_(g)).',
          'eve@everyone.example',
        ].join('\n'),
      },
    ],
  },
  'right-to-left': {
    summary: 'طلب تعريف',
    blocks: [
      {
        node: 'text',
        content: [plain('\u202eevil'), plain(' says: '), { node: 'strong', text: 'مرحبا' }],
      },
      { node: 'quote', text: 'أودّ أن أتحدث مع ليلى.\n\u2067unclosed', marks: [[0, 5]] },
    ],
  },
  'long-note': {
    summary: 'A long note',
    blocks: [
      { node: 'text', content: [plain('Please look it over:')] },
      { node: 'quote', text: '* '.repeat(750) },
      { node: 'quote', text: '漢'.repeat(1500) },
      { node: 'quote', text: '\n'.repeat(1500) },
      {
        node: 'buttons',
        buttons: [
          { label: 'Send as it is', press: { type: 'send-as-is', ask } },
          { label: 'Discard', press: { type: 'discard', ask } },
        ],
      },
    ],
  },
  emoji: {
    summary: 'Emoji',
    blocks: [
      { node: 'quote', text: '👩🏽‍💻 and 🇫🇮, half a \ud83d one', marks: [[1, 9]] },
      { node: 'list', items: [[plain('👋')], [plain('two\nlines')], []] },
    ],
  },
  board: {
    summary: 'Who helped this week',
    blocks: [
      { node: 'heading', text: 'Helpers this week' },
      {
        node: 'table',
        head: ['Helper', 'Thanks'],
        rows: [
          [[mention(tom)], [plain('3')]],
          [[mention(nadia)], [plain('1')]],
        ],
      },
      {
        node: 'buttons',
        buttons: [
          { label: 'This week', press: { type: 'board', period: 'week' } },
          { label: 'This week', press: { type: 'board', period: 'week' } },
        ],
      },
    ],
  },
  draft: {
    summary: 'Choose helper and target.',
    blocks: [
      { node: 'text', content: [plain('First, choose somebody you know.')] },
      {
        node: 'select',
        placeholder: 'Whom do you ask?',
        choose: { type: 'pick-helper', ask },
        from: { kind: 'members' },
      },
      { node: 'text', content: [plain('Then choose whom you would like to meet.')] },
      {
        node: 'select',
        placeholder: 'Your contacts',
        choose: { type: 'pick-target', ask },
        from: {
          kind: 'options',
          options: Array.from({ length: 30 }, (_, i) => ({ value: `${i}`, label: `Person ${i}` })),
        },
      },
    ],
  },
  'summary-only': { summary: 'Just a sentence with <@1>.', blocks: [] },
};
