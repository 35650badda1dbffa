import type { types } from '@slack/bolt';
import type { Block, Inline } from '../../src/view.ts';
import { limits } from './limits.ts';
import { inlineElements } from './rich-text.ts';

type Table = Extract<Block, { node: 'table' }>;

/** Slack's own table; undefined when it can't hold this one. Only messages may have one, and only one. */
export function tableBlock(table: Table): types.TableBlock | undefined {
  const columns = columnsOf(table);
  if (columns === 0 || columns > limits.tableColumns) return undefined;
  if (table.rows.length + 1 > limits.tableRows) return undefined;
  const head = table.head.map((text): Inline[] => [{ node: 'strong', text }]);
  const block: types.TableBlock = {
    type: 'table',
    rows: [head, ...table.rows].map((row) =>
      Array.from({ length: columns }, (_, i) => cell(row[i] ?? [])),
    ),
    column_settings: Array.from({ length: columns }, () => ({ is_wrapped: true })),
  };
  return JSON.stringify(block).length > limits.richTextBlockSize ? undefined : block;
}

/** Slack refuses an empty cell, so that is a space. Rich text, because mentions stand in tables. */
const cell = (content: Inline[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: someElements(inlineElements(content)) }],
});

/**
 * The same as a list, a row a line, each value after its column's name: for views, which have no tables, and for a
 * message's further ones. Aligned text would look more like a table but can't hold mentions, and letters of different
 * widths (Arabic, emoji) break it.
 */
export function tableAsList(table: Table): Inline[][] {
  return table.rows.map((row) =>
    Array.from({ length: columnsOf(table) }, (_, i): Inline[] => {
      const name = table.head[i] ?? '';
      const before: Inline[] = i === 0 ? [] : [{ node: 'plain', text: ' · ' }];
      // The first column says whom the line is about.
      if (i > 0 && name) before.push({ node: 'plain', text: `${name}: ` });
      return [...before, ...(row[i] ?? [])];
    }).flat(),
  );
}

const columnsOf = ({ head, rows }: Table): number =>
  Math.max(head.length, ...rows.map((row) => row.length));

export const someElements = (elements: types.RichTextElement[]): types.RichTextElement[] =>
  elements.length > 0 ? elements : [{ type: 'text', text: ' ' }];
