import { ComponentType, MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../adapters/discord/limits.ts';
import { escapeText, inlineMarkdown, quoteMarkdown } from '../../../adapters/discord/markdown.ts';
import { type MessageBody, renderView } from '../../../adapters/discord/render.ts';
import { withoutLooseControls } from '../../../src/directions.ts';
import type { Block, Inline, View } from '../../../src/view.ts';
import { ask, community, person, views } from './views.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('golden renderings', () => {
  it.each(Object.entries(views))('%s', async (name, view) => {
    const rendered = {
      components: renderView(view, { community, as: 'components' }),
      content: renderView(view, { community, as: 'content' }),
    };
    await expect(json(rendered)).toMatchFileSnapshot(`golden/${name}.golden.json`);
  });
});

describe('escaping', () => {
  it.each([
    ['a name_with_lines', 'a name\\_with\\_lines'],
    ['see https://example.com/a_b?c=1.', 'see https://example.com/a_b?c=1.'],
    ['**https://example.com**', '\\*\\*<https://example.com>\\*\\*'],
    ['(https://en.wikipedia.org/wiki/A_(b))', '(https://en.wikipedia.org/wiki/A_(b))'],
    ['https://ar.wikipedia.org/wiki/حرب_ب', 'https://ar.wikipedia.org/wiki/حرب_ب'],
    ['1. first', '1\\. first'],
    ['2027 was', '2027 was'],
    ['  - item', '  \\- item'],
    ['a - b', 'a - b'],
    ['me@example.com', 'me@example.com'],
    ['hi @everyone', 'hi \\@everyone'],
    ['10:30', '10:30'],
    [':smile:', '\\:smile:'],
    ['a\r\nb\u2028# c', 'a\nb\n\\# c'],
    ['half \ud83d', 'half \ufffd'],
    ['\u202eabc', '\u202eabc\u202c'],
  ])('%j', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  it('knows what starts a line', () => {
    const nodes: Inline[] = [
      { node: 'mention', member: person('123') },
      { node: 'plain', text: '. Fine\n# no' },
      { node: 'plain', text: '\n1' },
      { node: 'plain', text: '. no' },
    ];
    expect(inlineMarkdown(nodes)).toBe('<@123>. Fine\n\\# no\n1\\. no');
  });

  it('makes no mention out of two nodes', () => {
    const nodes: Inline[] = [
      { node: 'plain', text: '@' },
      { node: 'plain', text: 'everyone' },
    ];
    expect(inlineMarkdown(nodes)).toBe('\\@everyone');
  });

  it('marks whole characters in each line', () => {
    expect(quoteMarkdown('ab\ncd', [[1, 4]])).toBe('> a__**b**__\n> __**c**__d');
    expect(quoteMarkdown('👋a', [[1, 3]])).toBe('> __**👋a**__');
  });
});

// What a client would show: an escaped character is just itself, and nothing else of it counts.
const ESCAPED = /\\[^0-9A-Za-z\s]/g;
const live = (markdown: string): string =>
  markdown
    .replace(ESCAPED, '\ue000')
    // Addresses are links as typed; in them, nothing else is alive.
    .replace(/https?:\/\/[^\s<]+[^<.,:;"'\]\s]/g, '\ue001');

const ALIVE: [what: string, pattern: RegExp][] = [
  ['mention', /<(?:@|#|t:|a?:|id:|\/)|@(?:everyone|here)/],
  ['heading', /^\s*(?:>\s)*\s*#{1,3}/m],
  ['small print', /^\s*(?:>\s)*\s*-#/m],
  ['list', /^\s*(?:>\s)*\s*(?:[-*+]|\d+[.)])\s/m],
  ['masked link', /\[[^\]]*\]\s*\(/],
  ['code', /`/],
  ['spoiler', /\|\|/],
  ['emphasis', /[*_~]/],
  ['quote', /^>>>|^> *>/m],
];

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '# ',
            '-# ',
            '- ',
            '1. ',
            '> ',
            '>>> ',
            '\n',
            '\r\n',
            '\u2028',
            ' ',
            '\\',
            '`',
            '```',
          ],
          ...['**', '__', '~~', '||', '<', '>', '@', 'everyone', 'here', '<@1>', '<#1>', '<@&1>'],
          ...['<t:0>', '<:a:1>', '[', ']', '(', ')', '](', 'https://x.example/', ':', 'smile', '_'],
          ...['http://', '\u202e', '\u2067', '👩🏽‍💻', '漢', 'a', '1', '.', '+', '*'],
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

// Backslashes don't show, nor do the angle brackets that end an address.
const UNSHOWN = /\\([^0-9A-Za-z\s])|<(https?:[^>\s]*)>/g;

describe('what members write', () => {
  it('stays dead as text', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 3 }), (texts) => {
        const shown = live(inlineMarkdown(texts.map((text) => ({ node: 'plain', text }))));
        for (const [what, pattern] of ALIVE) expect(pattern.test(shown), what).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('stays dead as a quote', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const markdown = quoteMarkdown(text);
        const lines = markdown.split('\n');
        for (const line of lines) expect(line.startsWith('> ')).toBe(true);
        for (const [what, pattern] of ALIVE) expect(pattern.test(live(markdown)), what).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('reads as typed', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = escapeText(text)
          .replace(UNSHOWN, '$1$2')
          .replace(/[\u202c\u2069]/g, '');
        const typed = text
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
          .replace(/[\u202c\u2069]/g, '');
        expect(shown).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ node: fc.constant('plain' as const), text: nasty }),
  fc.record({ node: fc.constant('strong' as const), text: nasty }),
  fc.record({ node: fc.constant('mention' as const), member: fc.constant(person('123')) }),
  fc.record({ node: fc.constant('channel' as const), channel: fc.constantFrom('123', 'no <#1>') }),
  fc.record({
    node: fc.constant('link' as const),
    url: fc.oneof(fc.webUrl(), nasty, fc.constant(`https://x.example/${'y'.repeat(5000)}`)),
    text: nasty,
  }),
  fc.record({
    node: fc.constant('time' as const),
    at: fc.constantFrom('2027-01-31T08:00:00.000Z', 'someday'),
    style: fc.constantFrom('date' as const, 'date-time' as const),
  }),
);
const content = fc.array(inline, { maxLength: 6 });
const long = fc.tuple(nasty, fc.integer({ min: 1, max: 200 })).map(([text, n]) => text.repeat(n));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ node: fc.constant('heading' as const), text: fc.oneof(nasty, long) }),
  fc.record({ node: fc.constant('text' as const), content }),
  fc.record({
    node: fc.constant('quote' as const),
    text: fc.oneof(nasty, long),
    marks: fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { maxLength: 3 }),
  }),
  fc.record({ node: fc.constant('list' as const), items: fc.array(content, { maxLength: 50 }) }),
  fc.record({
    node: fc.constant('table' as const),
    head: fc.array(nasty, { maxLength: 3 }),
    rows: fc.array(fc.array(content, { maxLength: 3 }), { maxLength: 10 }),
  }),
  fc.constant({ node: 'divider' as const }),
  fc.record({ node: fc.constant('context' as const), content }),
  fc.record({
    node: fc.constant('buttons' as const),
    buttons: fc.array(
      fc.record({
        label: fc.oneof(nasty, long),
        press: fc.oneof(
          fc.constant({ type: 'introduce' as const, ask }),
          fc.record({ type: fc.constant('open-link' as const), url: fc.oneof(fc.webUrl(), nasty) }),
        ),
      }),
      { maxLength: 12 },
    ),
  }),
  fc.record({
    node: fc.constant('select' as const),
    placeholder: fc.oneof(nasty, long),
    choose: fc.constant({ type: 'pick-helper' as const, ask }),
    from: fc.oneof(
      fc.constant({ kind: 'members' as const }),
      fc.record({
        kind: fc.constant('options' as const),
        options: fc.array(
          fc.record({ value: fc.string({ minLength: 1, maxLength: 40 }), label: nasty }),
          { maxLength: 60 },
        ),
      }),
    ),
  }),
);
const anyView: fc.Arbitrary<View> = fc.record({
  summary: fc.oneof(nasty, long),
  blocks: fc.array(block, { maxLength: 12 }),
});

function expectWithinLimits(message: MessageBody): void {
  const isV2 = (message.flags & MessageFlags.IsComponentsV2) !== 0;
  const ids: string[] = [];
  let count = 0;
  let text = 0;
  let bytes = 0;
  for (const component of message.components) {
    count += 1;
    if (component.type === ComponentType.TextDisplay) {
      expect(component.content.trim()).not.toBe('');
      text += component.content.length;
      bytes += Buffer.byteLength(component.content) + 12;
    }
    if (component.type !== ComponentType.ActionRow) continue;
    count += component.components.length;
    expect(component.components.length).toBeGreaterThan(0);
    expect(component.components.length).toBeLessThanOrEqual(limits.buttonsPerRow);
    for (const inner of component.components) {
      if ('custom_id' in inner) ids.push(inner.custom_id);
      if ('label' in inner) expect(inner.label?.length).toBeLessThanOrEqual(limits.buttonLabel);
      if ('url' in inner) expect(inner.url.length).toBeLessThanOrEqual(limits.buttonUrl);
      if (inner.type === ComponentType.StringSelect) {
        expect(inner.options.length).toBeGreaterThan(0);
        expect(inner.options.length).toBeLessThanOrEqual(limits.selectOptions);
      }
    }
  }
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(limits.customId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(message.allowed_mentions.parse).toEqual([]);
  if (isV2) {
    expect(message.content).toBeUndefined();
    expect(message.components.length).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(limits.components);
    expect(text).toBeLessThanOrEqual(limits.text);
    expect(bytes).toBeLessThanOrEqual(limits.textBytes);
  } else {
    expect(message.content?.trim()).not.toBe('');
    expect(message.content?.length).toBeLessThanOrEqual(limits.content);
    expect(message.components.length).toBeLessThanOrEqual(limits.legacyRows);
  }
}

describe('any view', () => {
  it.each(['components', 'content'] as const)('as %s keeps the limits', (as) => {
    fc.assert(
      fc.property(anyView, (view) => {
        for (const message of renderView(view, { community, as })) expectWithinLimits(message);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps all of a long quote', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, long), (text) => {
        const view: View = { summary: 's', blocks: [{ node: 'quote', text }] };
        const shown = renderView(view, { community, as: 'components' })
          .flatMap((message) => message.components)
          .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
          .join('\n')
          .replace(/^> /gm, '')
          .replace(UNSHOWN, '$1$2')
          .replace(/[\s\u200b\u202c\u2069\u0085]/g, '');
        const typed = withoutLooseControls(text)
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .replace(/[\s\u200b\u202c\u2069\u0085]/g, '');
        expect(shown).toBe(typed === '' ? (text === '' ? 's' : '') : typed);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses a choice that could not come back', () => {
    const view: View = {
      summary: 's',
      blocks: [
        {
          node: 'select',
          placeholder: 'p',
          choose: { type: 'pick-helper', ask },
          from: { kind: 'options', options: [{ value: 'v'.repeat(101), label: 'l' }] },
        },
      ],
    };
    expect(() => renderView(view, { community, as: 'components' })).toThrow('101 characters');
  });
});
