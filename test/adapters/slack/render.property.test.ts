import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../../adapters/playground/slack/block-checks.ts';
import { limits } from '../../../adapters/slack/limits.ts';
import { renderMessages, renderModal } from '../../../adapters/slack/render.ts';
import { withoutLooseControls } from '../../../src/directions.ts';
import type { Block, Inline } from '../../../src/view.ts';
import { live, liveInMrkdwn, nodes } from './reading.ts';

/** Member text that would like to be more than text. */
const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '<!channel>',
          '<!here>',
          '<!everyone>',
          '@here',
          '<@U02TOM0042>',
          '<#C04GENERAL1>',
          '<!subteam^S1>',
          '<https://evil.example|bank>',
          'https://evil.example',
          '<mailto:a@b.example>',
          '<!date^0^{date}|x>',
          '&lt;!channel&gt;',
          '&amp;',
          '*b*',
          '_i_',
          '~s~',
          '`c`',
          '```',
          '> q',
          ':tada:',
          '\n',
          ' ',
          '|',
          '>',
          '<',
          'مرحبا',
          '👩‍👩‍👧‍👦',
          '\u202E',
          '\u0000',
          'e\u0301',
          'word ',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 220 }).map((n) => '"quote"\n<!here> мир 👋 '.repeat(n)),
  },
);

const safe: Inline[] = [
  { node: 'mention', member: { platform: 'slack', community: 'T1', user: 'U0REAL0001' } },
  { node: 'link', url: 'https://goodword.example/', text: 'how it works' },
  { node: 'time', at: '2026-03-02T09:00:00Z', style: 'date-time' },
  { node: 'channel', channel: 'C0REAL0001' },
];
const ours = [
  'user:U0REAL0001',
  'link:https://goodword.example/',
  'date:1772442000',
  'channel:C0REAL0001',
];
const oursInMrkdwn = [
  /^<@U0REAL0001>$/,
  /^<https:\/\/goodword\.example\/\|[^<>|]*>$/,
  /^<!date\^1772442000\^[^<>|]*\|[^<>|]*>$/,
  /^<#C0REAL0001>$/,
];

const inline: fc.Arbitrary<Inline> = fc.oneof(
  nasty.map((text): Inline => ({ node: 'plain', text })),
  nasty.map((text): Inline => ({ node: 'strong', text })),
  nasty.map((text): Inline => ({ node: 'link', url: 'https://goodword.example/', text })),
  nasty.map(
    (user): Inline => ({
      node: 'mention',
      member: { platform: 'slack', community: 'T1', user: user.slice(0, 30) },
    }),
  ),
  nasty.map((url): Inline => ({ node: 'link', url: `javascript:${url}`, text: url })),
  fc.constantFrom(...safe),
);
const content = fc.array(inline, { maxLength: 5 });
const ask = '019b0000-0000-7000-8000-000000000001';

const block: fc.Arbitrary<Block> = fc.oneof(
  nasty.map((text): Block => ({ node: 'heading', text })),
  content.map((c): Block => ({ node: 'text', content: c })),
  fc
    .tuple(
      nasty,
      fc.array(fc.tuple(fc.integer({ min: -5, max: 400 }), fc.integer({ min: -5, max: 400 })), {
        maxLength: 4,
      }),
    )
    .map(([text, marks]): Block => ({ node: 'quote', text, marks })),
  fc.array(content, { maxLength: 4 }).map((items): Block => ({ node: 'list', items })),
  fc
    .tuple(
      fc.array(nasty, { maxLength: 4 }),
      fc.array(fc.array(content, { maxLength: 4 }), { maxLength: 5 }),
    )
    .map(([head, rows]): Block => ({ node: 'table', head, rows })),
  fc.constant<Block>({ node: 'divider' }),
  content.map((c): Block => ({ node: 'context', content: c })),
  fc.array(nasty, { minLength: 1, maxLength: 30 }).map(
    (labels): Block => ({
      node: 'buttons',
      buttons: labels.map((label) => ({
        label,
        style: 'agree',
        press: { type: 'introduce', ask },
      })),
    }),
  ),
  fc.array(nasty, { maxLength: 20 }).map(
    (labels): Block => ({
      node: 'select',
      placeholder: labels[0] ?? 'p',
      choose: { type: 'pick-helper', ask },
      from: { kind: 'options', options: labels.map((label, i) => ({ label, value: `v${i}` })) },
    }),
  ),
);
const view = fc.record({ summary: nasty, blocks: fc.array(block, { maxLength: 70 }) });
const modal = { title: 'Goodword', close: 'Close', callbackId: 'answer', metadata: '{}' };
const runs = { numRuns: 150 };

describe('any view', () => {
  it("is within Slack's limits, as messages", () => {
    fc.assert(
      fc.property(view, (given) => {
        for (const { text, blocks } of renderMessages(given)) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThan(40_000);
          expect(blockProblems(blocks)).toEqual([]);
          expect(blocks.length).toBeGreaterThan(0);
          expect(blocks.filter(({ type }) => type === 'table').length).toBeLessThanOrEqual(1);
          expect(blocks.length === 1 || JSON.stringify(blocks).length <= limits.messageSize).toBe(
            true,
          );
        }
      }),
      runs,
    );
  });

  it("is within Slack's limits, in a modal", () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(viewProblems(renderModal(given, modal), 'modal')).toEqual([]);
      }),
      runs,
    );
  });

  it('mentions and links only what the core meant', () => {
    fc.assert(
      fc.property(view, (given) => {
        for (const { text, blocks } of renderMessages(given)) {
          expect(liveInMrkdwn(text)).toEqual([]);
          for (const found of live(blocks)) {
            expect(
              ours.includes(found) || oursInMrkdwn.some((known) => known.test(found)),
              found,
            ).toBe(true);
          }
          for (const { node } of nodes(blocks)) {
            if (node.type === 'mrkdwn') expect(node.verbatim).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('loses nothing of a quote', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const messages = renderMessages({ summary: 's', blocks: [{ node: 'quote', text }] });
        const read = messages
          .flatMap(({ blocks }) => [...nodes(blocks)])
          .filter(({ node }) => node.type === 'rich_text_quote')
          .flatMap(({ node }) => node.elements as { text: string }[])
          .map((element) => element.text)
          .join('');
        // What can't be seen may become a space or a replacement character.
        const seen = (some: string) => some.replace(/[\p{Cc}\p{Cs}\uFFFD ]/gu, '');
        expect(seen(read)).toBe(seen(withoutLooseControls(text)));
        expect(read.length).toBe(text.length);
      }),
      runs,
    );
  });
});
