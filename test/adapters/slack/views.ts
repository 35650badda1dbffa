import type { MemberId } from '../../../src/member.ts';
import type { View } from '../../../src/view.ts';

/** Views as the core sends them, and some that nobody should send, for golden outputs. */

const ask = '019b0000-0000-7000-8000-000000000001';
const nadia: MemberId = { platform: 'slack', community: 'T019H7K2Q', user: 'U01NADIA42' };
const plain = (text: string) => ({ node: 'plain' as const, text });

const hostile =
  'Hi <!channel> @here <@U02TOM0042> <https://evil.example|your bank> & <b> *bold* _it_ ~no~ `code`\n> quote\n``` :tada: https://evil.example \u202Egnp.exe\u0000\uD800';

const long = 'Я уже десять лет строю данные. '.repeat(130).trim();

export const views: Record<string, View> = {
  'helper-asked': {
    summary: 'Nadia asks you for an introduction to Leila',
    blocks: [
      { node: 'heading', text: 'An Introduction to Leila?' },
      {
        node: 'text',
        content: [
          { node: 'mention', member: nadia },
          plain(' would like to meet '),
          { node: 'strong', text: 'Leila' },
          plain('.'),
        ],
      },
      {
        node: 'quote',
        text: 'You know retail banking well.\nMay I ask Leila two questions? 👋🏽',
        marks: [[4, 8]],
      },
      {
        node: 'list',
        items: [
          [plain('Head of data')],
          [plain('See '), { node: 'link', url: 'https://acme.example/jobs', text: 'the opening' }],
        ],
      },
      { node: 'divider' },
      {
        node: 'context',
        content: [
          plain('Asked on '),
          { node: 'time', at: '2026-03-02T09:00:00Z', style: 'date' },
          plain('. Two others were asked.'),
        ],
      },
      {
        node: 'buttons',
        buttons: [
          { label: "I'll Introduce You", style: 'agree', press: { type: 'introduce', ask } },
          { label: 'Not Now', press: { type: 'not-now', ask } },
          { label: 'No', style: 'refuse', press: { type: 'decline', ask } },
          {
            label: 'How This Works',
            press: { type: 'open-link', url: 'https://goodword.example/how' },
          },
        ],
      },
    ],
  },
  board: {
    summary: 'Who helped this week',
    blocks: [
      {
        node: 'table',
        head: ['Helper', 'Thanks', 'Since'],
        rows: [
          [
            [{ node: 'mention', member: nadia }],
            [plain('3')],
            [{ node: 'time', at: '2026-02-01T00:00:00Z', style: 'date-time' }],
          ],
          [[plain('Tom')], [], [plain('new')]],
        ],
      },
      { node: 'text', content: [plain('In '), { node: 'channel', channel: 'C04GENERAL1' }] },
    ],
  },
  choosing: {
    summary: 'Whom do you ask?',
    blocks: [
      {
        node: 'select',
        placeholder: 'A member',
        choose: { type: 'pick-helper', ask },
        from: { kind: 'members' },
      },
      {
        node: 'select',
        placeholder: 'Or one of these',
        choose: { type: 'pick-helper', ask },
        from: { kind: 'options', options: [{ value: 'U02TOM0042', label: 'Tom Okafor' }] },
      },
      {
        node: 'select',
        placeholder: 'Nobody',
        choose: { type: 'pick-helper', ask },
        from: { kind: 'options', options: [] },
      },
    ],
  },
  hostile: {
    summary: hostile,
    blocks: [
      { node: 'heading', text: hostile.slice(0, 100) },
      { node: 'text', content: [plain(hostile)] },
      {
        node: 'quote',
        text: hostile,
        marks: [
          [3, 13],
          [-5, 2],
          [500, 900],
        ],
      },
      { node: 'list', items: [[plain(hostile)], []] },
      { node: 'table', head: [hostile], rows: [[[plain(hostile)]]] },
      { node: 'context', content: [plain(hostile)] },
      { node: 'context', content: [plain('<!here> & '), { node: 'mention', member: nadia }] },
      { node: 'text', content: [{ node: 'mention', member: { ...nadia, user: '!channel' } }] },
      { node: 'text', content: [{ node: 'link', url: 'javascript:alert(1)', text: 'harmless' }] },
      { node: 'text', content: [{ node: 'channel', channel: 'C1> <!here' }] },
    ],
  },
  'right-to-left': {
    summary: 'طلب تعارف',
    blocks: [
      { node: 'heading', text: 'طلب تعارف' },
      { node: 'quote', text: 'مرحبا توم، هل يمكنك أن تعرّفني على ليلى؟ شكرًا 🙏', marks: [[0, 5]] },
    ],
  },
  'long-note': {
    summary: 'A long note',
    blocks: [{ node: 'quote', text: long, marks: [[2990, 3010]] }],
  },
};
