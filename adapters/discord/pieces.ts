import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APISelectMenuComponent,
} from 'discord.js';
import { ButtonStyle, ComponentType } from 'discord.js';
import { withDirectionsClosed } from '../../src/directions.ts';
import type { Block, Button, Inline, Select, View } from '../../src/view.ts';
import { createCustomIds } from './custom-id.ts';
import { fitQuote, fitting, joinLines } from './fitting.ts';
import { limits, shorten } from './limits.ts';
import { inlineMarkdown, safeUrl } from './markdown.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type TextKind = 'heading' | 'text' | 'quote' | 'list' | 'context';
/** What messages are put together from; each has room in a message of its own. */
export type Piece =
  | { piece: 'text'; kind: TextKind; markdown: string }
  | { piece: 'divider' }
  | { piece: 'row'; row: Row };

/** A view as pieces, in order. */
export function piecesOf(given: View, community: string): Piece[] {
  const view = withDirectionsClosed(given);
  const idFor = createCustomIds(community);
  const pieces = view.blocks.flatMap((block) => blockPieces(block, idFor));
  const says = pieces.some((piece) => piece.piece === 'text');
  if (says) return pieces;
  const summary = fitting([{ node: 'plain', text: view.summary ?? '' }], inlineMarkdown);
  return [...texts('text', summary.length > 0 ? summary : ['\u200b']), ...pieces];
}

const texts = (kind: TextKind, parts: string[]): Piece[] =>
  parts.map((markdown) => ({ piece: 'text', kind, markdown }));

function blockPieces(block: Block, idFor: (request: { type: string }) => string): Piece[] {
  switch (block.node) {
    case 'heading':
      return texts('heading', fitting([{ node: 'plain', text: block.text }], headingMarkdown));
    case 'text':
      return texts('text', fitting(block.content, inlineMarkdown));
    case 'quote':
      return texts('quote', fitQuote(block.text, block.marks ?? []));
    case 'list':
      return texts('list', joinLines(block.items.flatMap((item) => fitting(item, itemMarkdown))));
    case 'table':
      return texts('list', tableLines(block.head, block.rows));
    case 'context':
      return texts('context', fitting(block.content, contextMarkdown));
    case 'divider':
      return [{ piece: 'divider' }];
    case 'buttons':
      return buttonPieces(block.buttons, idFor);
    case 'select':
      return selectPieces(block, idFor);
  }
}

const oneLine = (markdown: string): string => markdown.replace(/\s*\n\s*/g, ' ').trim();
const headingMarkdown = (content: Inline[]): string => {
  const words = oneLine(inlineMarkdown(content));
  return words && `### ${words}`;
};
const itemMarkdown = (content: Inline[]): string => {
  const words = inlineMarkdown(content).trim();
  // A line that goes on within an item is indented.
  return words && `- ${words.replace(/\n/g, '\n  ')}`;
};
const contextMarkdown = (content: Inline[]): string =>
  inlineMarkdown(content)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `-# ${line.trim()}`)
    .join('\n');

/**
 * A table as a list, its columns' names once above: columns that line up need a code block, which a narrow screen wraps, a
 * screen reader spells out, and in which no mention is alive.
 */
function tableLines(head: string[], rows: Inline[][][]): string[] {
  const names: Inline = { node: 'strong', text: head.filter((name) => name !== '').join(' · ') };
  const between: Inline = { node: 'plain', text: ' · ' };
  const lines = rows.map((row) => {
    const cells = row.filter((cell) => inlineMarkdown(cell).trim() !== '');
    return cells.flatMap((cell, i) => (i === 0 ? cell : [between, ...cell]));
  });
  return joinLines([
    ...fitting([names], (content) => oneLine(inlineMarkdown(content))),
    ...lines.flatMap((line) => fitting(line, itemMarkdown)),
  ]);
}

const styles = { agree: ButtonStyle.Primary, refuse: ButtonStyle.Danger } as const;

function buttonPieces(buttons: Button[], idFor: (request: { type: string }) => string): Piece[] {
  const pieces: Piece[] = [];
  const shown: APIButtonComponent[] = [];
  for (const { label, style, press } of buttons) {
    const words = shorten(label.trim() || '…', limits.buttonLabel);
    if (press.type !== 'open-link') {
      const look = style ? styles[style] : ButtonStyle.Secondary;
      shown.push({
        type: ComponentType.Button,
        style: look,
        label: words,
        custom_id: idFor(press),
      });
      continue;
    }
    const url = safeUrl(press.url);
    if (url && /^https?:/.test(url) && url.length <= limits.buttonUrl) {
      shown.push({ type: ComponentType.Button, style: ButtonStyle.Link, label: words, url });
    } else {
      const link: Inline = { node: 'link', url: press.url, text: label };
      pieces.push(...texts('text', fitting([link], inlineMarkdown)));
    }
  }
  for (let i = 0; i < shown.length; i += limits.buttonsPerRow) {
    pieces.push(row(shown.slice(i, i + limits.buttonsPerRow)));
  }
  return pieces;
}

function selectPieces(select: Select, idFor: (request: { type: string }) => string): Piece[] {
  const placeholder = shorten(select.placeholder, limits.selectPlaceholder);
  if (select.from.kind === 'members') {
    const custom_id = idFor(select.choose);
    return [row([{ type: ComponentType.UserSelect, custom_id, placeholder }])];
  }
  const options = [
    ...new Map(select.from.options.map((option) => [option.value, option])).values(),
  ];
  const pieces: Piece[] = [];
  for (let i = 0; i < options.length; i += limits.selectOptions) {
    const some = options.slice(i, i + limits.selectOptions).map(selectOption);
    const custom_id = idFor(select.choose);
    pieces.push(row([{ type: ComponentType.StringSelect, custom_id, placeholder, options: some }]));
  }
  return pieces;
}

/** Throws when the value is too long to come back: that is a bug. */
export function selectOption(option: { value: string; label: string }) {
  if (option.value === '' || option.value.length > limits.selectOption) {
    throw new Error(`a choice's value has ${option.value.length} characters`);
  }
  return { value: option.value, label: shorten(option.label.trim() || '…', limits.selectOption) };
}

const row = (components: APIButtonComponent[] | APISelectMenuComponent[]): Piece => ({
  piece: 'row',
  row: { type: ComponentType.ActionRow, components },
});
