import { describe, expect, it } from 'vitest';
import { renderMessages, renderModal, type SlackBlock } from '../../../adapters/slack/render.ts';
import type { View } from '../../../src/view.ts';
import { quoted } from './reading.ts';
import { views } from './views.ts';

const golden = (value: unknown, name: string) =>
  expect(`${JSON.stringify(value, null, 2)}\n`).toMatchFileSnapshot(
    `./rendered/${name}.golden.json`,
  );

const modal = { title: 'Goodword', close: 'Close', callbackId: 'answer', metadata: '{}' };

describe('a view', () => {
  it.each(Object.entries(views))('%s, as messages', (name, view) =>
    golden(renderMessages(view), `${name}.message`),
  );
  it.each(Object.entries(views))('%s, in a modal', (name, view) =>
    golden(renderModal(view, modal), `${name}.modal`),
  );
});

const types = (blocks: SlackBlock[]) => blocks.map(({ type }) => type);
const plain = (text: string) => ({ node: 'plain' as const, text });
const ask = '019b0000-0000-7000-8000-000000000001';

describe('what members wrote', () => {
  it.each([1_500, 4_000, 30_000])('is whole at %i characters', (length) => {
    const text = 'Łukasz 👩‍👩‍👧‍👦 wrote "this"\n'
      .repeat(length / 20)
      .slice(0, length)
      .trimEnd();
    const messages = renderMessages({ summary: 'x', blocks: [{ node: 'quote', text }] });
    expect(quoted(messages.flatMap(({ blocks }) => blocks))).toBe(text);
    expect(messages.length).toBe(length > 10_000 ? messages.length : 1);
    const inModal = renderModal({ summary: 'x', blocks: [{ node: 'quote', text }] }, modal);
    expect(quoted(inModal.blocks as SlackBlock[])).toBe(text);
  });
});

describe('a view with too many blocks for a message', () => {
  const lines = (count: number): View['blocks'] =>
    Array.from({ length: count }, (_, i) => [
      { node: 'heading' as const, text: `Heading ${i}` },
      { node: 'text' as const, content: [plain(`line ${i}`)] },
      { node: 'divider' as const },
    ]).flat();

  it('loses dividers and keeps all words', () => {
    const [message, ...more] = renderMessages({ summary: 's', blocks: lines(30) });
    expect(more).toEqual([]);
    expect(types(message?.blocks ?? []).every((type) => type === 'rich_text')).toBe(true);
    expect(JSON.stringify(message)).toContain('Heading 29');
  });

  it('keeps its buttons below the text, in their order', () => {
    const blocks = lines(60).map((block, i): View['blocks'][number] =>
      i % 3 === 2
        ? { node: 'buttons', buttons: [{ label: `B${i}`, press: { type: 'decline', ask } }] }
        : block,
    );
    const messages = renderMessages({ summary: 's', blocks });
    const elements = messages
      .flatMap((message) => message.blocks)
      .flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(elements).toHaveLength(60);
    for (const message of messages) expect(message.blocks.length).toBeLessThanOrEqual(50);
  });
});

it('has one primary button at most', () => {
  const agree = {
    label: 'Yes',
    style: 'agree' as const,
    press: { type: 'introduce' as const, ask },
  };
  const [message] = renderMessages({
    summary: 's',
    blocks: [
      { node: 'buttons', buttons: [agree, agree] },
      { node: 'buttons', buttons: [agree] },
    ],
  });
  expect(JSON.stringify(message).match(/primary/g)).toHaveLength(1);
});

it('says its summary when it has no blocks', () => {
  expect(renderMessages({ summary: 'Only this', blocks: [] })[0]?.blocks).toHaveLength(1);
});

describe('the text for notifications', () => {
  const textOf = (view: View) => renderMessages(view)[0]?.text;
  const tom = { platform: 'slack', community: 'T1', user: 'U0TOM' } as const;

  it('is the summary, escaped', () => {
    expect(textOf({ summary: 'a <!here> & b', blocks: [] })).toBe('a &lt;!here&gt; &amp; b');
  });

  it('is the first words where there is no summary', () => {
    const text: View['blocks'][number] = {
      node: 'text',
      content: [
        { node: 'mention', member: tom },
        plain(' said *yes* to <@U0EVIL> & '),
        { node: 'strong', text: 'you' },
        plain(' by '),
        { node: 'time', at: '2026-03-02T09:00:00Z', style: 'date' },
        { node: 'mention', member: { ...tom, user: 'a>b' } },
      ],
    };
    expect(textOf({ blocks: [{ node: 'divider' }, text] })).toBe(
      '<@U0TOM> said *yes* to &lt;@U0EVIL&gt; &amp; you by <!date^1772442000^{date_short_pretty}|2026-03-02>@a&gt;b',
    );
    const heading = { node: 'heading', text: 'An ask & more' } as const;
    expect(textOf({ blocks: [{ node: 'quote', text: 'not this' }, heading, text] })).toBe(
      'An ask &amp; more',
    );
    expect(textOf({ blocks: [{ node: 'quote', text: 'not this' }] })).toBe(' ');
    expect(renderMessages({ blocks: [] })[0]?.blocks).toHaveLength(1);
  });

  it('is cut between its parts, never within a mention', () => {
    const content = [
      plain('x'.repeat(2_995)),
      { node: 'mention' as const, member: tom },
      plain('more'),
    ];
    expect(textOf({ blocks: [{ node: 'text', content }] })).toBe(`${'x'.repeat(2_995)}…`);
    const long = [{ node: 'mention' as const, member: tom }, plain('<'.repeat(4_000))];
    expect(textOf({ blocks: [{ node: 'text', content: long }] })).toMatch(
      /^<@U0TOM>(&lt;){2991}…$/,
    );
  });
});

it('puts options in groups when there are more than a menu holds', () => {
  const options = Array.from({ length: 130 }, (_, i) => ({ value: `v${i}`, label: `Label ${i}` }));
  const [message] = renderMessages({
    summary: 's',
    blocks: [
      {
        node: 'select',
        placeholder: 'p',
        choose: { type: 'pick-helper', ask },
        from: { kind: 'options', options },
      },
    ],
  });
  const [block] = message?.blocks ?? [];
  expect(block).toMatchObject({
    elements: [{ option_groups: [{ options: { length: 100 } }, { options: { length: 30 } }] }],
  });
});
