import { expect, it } from 'vitest';
import { partsOf } from '../../../adapters/playground/discord/markdown.ts';
import type { Reader } from '../../../adapters/playground/discord/markdown-inline.ts';
import type { PaneInline, PanePart } from '../../../adapters/playground/pane.ts';

const reader: Reader = {
  locale: 'en-GB',
  timeZone: 'Europe/Helsinki',
  now: new Date('2026-03-02T09:00:00Z'),
  maskedLinks: true,
  userName: (id) => (id === '1' ? 'Nadia Haddad' : 'unknown-user'),
  channelName: () => 'wins',
  roleName: () => 'Organisers',
};
const at = Date.parse('2026-03-05T14:30:00Z') / 1000;
const line = (...content: PaneInline[]): PanePart[] => [{ part: 'text', content }];

it.each<[string, PanePart[]]>([
  [
    '**bold** *italic* _too_',
    line(
      { text: 'bold', strong: true },
      { text: ' ' },
      { text: 'italic', italic: true },
      { text: ' ' },
      { text: 'too', italic: true },
    ),
  ],
  ['***both***', line({ text: 'both', strong: true, italic: true })],
  [
    '~~no~~ `a*b*`',
    line({ text: 'no', strike: true }, { text: ' ' }, { text: 'a*b*', code: true }),
  ],
  ['__**marked**__', line({ text: 'marked', strong: true })],
  [
    'snake_case_name and 2*3*4',
    line({ text: 'snake_case_name and 2' }, { text: '3', italic: true }, { text: '4' }),
  ],
  ['\\*not italic\\* \\# \\<@1\\>', line({ text: '*not italic* # <@1>' })],
  ['**half', line({ text: '**half' })],
  [
    '<@1> in <#5>',
    line(
      { text: '@Nadia Haddad', mention: true },
      { text: ' in ' },
      { text: '#wins', mention: true },
    ),
  ],
  ['<@7>', line({ text: '@unknown-user', mention: true })],
  ['[profile](https://example.org/n)', line({ text: 'profile', link: 'https://example.org/n' })],
  [
    '[profile](<https://example.org/n>)!',
    line({ text: 'profile', link: 'https://example.org/n' }, { text: '!' }),
  ],
  ['[x](javascript:alert)', line({ text: '[x](javascript:alert)' })],
  [
    'See https://example.org/a, or <https://example.org/b>.',
    line(
      { text: 'See ' },
      { text: 'https://example.org/a', link: 'https://example.org/a' },
      { text: ', or ' },
      { text: 'https://example.org/b', link: 'https://example.org/b' },
      { text: '.' },
    ),
  ],
  [`<t:${at}:D>`, line({ text: '5 March 2026' })],
  [`<t:${at}:t>`, line({ text: '16:30' })],
  [`<t:${at}:R>`, line({ text: 'in 3 days' })],
  [
    '# One\n## Two\n### **Three**\n#none',
    [
      { part: 'heading', text: 'One' },
      { part: 'heading', text: 'Two' },
      { part: 'heading', text: 'Three' },
      ...line({ text: '#none' }),
    ],
  ],
  [
    '-# small *print*',
    [{ part: 'context', content: [{ text: 'small ' }, { text: 'print', italic: true }] }],
  ],
  [
    '> one\n> two\nthree',
    [{ part: 'quote', content: [{ text: 'one\ntwo' }] }, ...line({ text: 'three' })],
  ],
  ['>>> one\n\ntwo', [{ part: 'quote', content: [{ text: 'one\n\ntwo' }] }]],
  [
    '- one\n* two\n1. three',
    [{ part: 'list', items: [[{ text: 'one' }], [{ text: 'two' }], [{ text: '1. three' }]] }],
  ],
  ['\\- one\n1\\. two', line({ text: '- one\n1. two' })],
  ['```ts\nlet a = 1;\n```', [{ part: 'code', text: 'let a = 1;' }]],
  ['one\ntwo\n\nthree', [...line({ text: 'one\ntwo' }), ...line({ text: 'three' })]],
])('shows %o', (text, parts) => {
  expect(partsOf(text, reader)).toEqual(parts);
});

it('takes no links behind words from people', () => {
  expect(partsOf('[bank](https://example.org)', { ...reader, maskedLinks: false })).toEqual(
    line(
      { text: '[bank](' },
      { text: 'https://example.org', link: 'https://example.org' },
      { text: ')' },
    ),
  );
});
