import type { types } from '@slack/bolt';
import type { PaneButton, PaneInline, PanePart } from '../pane.ts';
import { offeredBy } from './fields.ts';
import { inlines, mrkdwnParts, unescapeText } from './mrkdwn.ts';
import {
  channelMention,
  drawEmoji,
  emojiNamed,
  isSafe,
  linkTo,
  memberMention,
  momentText,
  type Reader,
} from './reader.ts';
import type { Block } from './state.ts';

type Element = types.ActionsBlock['elements'][number];

/** How a button or select is named in a pane: its block and its action. */
export const elementId = (block: { block_id?: string }, element: { action_id?: string }): string =>
  `${block.block_id}/${element.action_id}`;

const plain = (text: types.PlainTextElement): string =>
  text.emoji === false ? text.text : drawEmoji(text.text);

const textParts = (reader: Reader, text: types.TextObject): PanePart[] =>
  text.type === 'mrkdwn'
    ? mrkdwnParts(reader, text.text)
    : [{ part: 'text', content: [{ text: plain(text) }] }];

const textInlines = (reader: Reader, text: types.TextObject): PaneInline[] =>
  text.type === 'mrkdwn' ? inlines(reader, text.text) : [{ text: plain(text) }];

/** What a message or view shows, block by block. Inputs are left out: a modal shows them as fields. */
export function blockParts(reader: Reader, blocks: Block[]): PanePart[] {
  return blocks.flatMap((block) => parts(reader, block));
}

function parts(reader: Reader, block: Block): PanePart[] {
  switch (block.type) {
    case 'header':
      return [{ part: 'heading', text: plain(block.text) }];
    case 'divider':
      return [{ part: 'divider' }];
    case 'section':
      return [
        ...(block.text ? textParts(reader, block.text) : []),
        ...(block.fields ?? []).flatMap((field) => textParts(reader, field)),
        ...(block.accessory ? controls(reader, block, [block.accessory]) : []),
      ];
    case 'context':
      return [{ part: 'context', content: contextInlines(reader, block) }];
    case 'actions':
      return controls(reader, block, block.elements);
    case 'image':
      return [{ part: 'text', content: [{ text: block.alt_text, italic: true }] }];
    case 'rich_text':
      return block.elements.flatMap((element) => richPart(reader, element));
    case 'table':
      return [{ part: 'code', text: tableText(reader, block) }];
    default:
      return [];
  }
}

function contextInlines(reader: Reader, block: types.ContextBlock): PaneInline[] {
  return block.elements.flatMap((element, i) => [
    ...(i > 0 ? [{ text: ' ' }] : []),
    ...(element.type === 'image'
      ? [{ text: element.alt_text, italic: true }]
      : textInlines(reader, element)),
  ]);
}

/** Buttons that stand together are one part; each select is its own. */
function controls(
  reader: Reader,
  block: { block_id?: string },
  elements: (Element | types.ImageElement)[],
): PanePart[] {
  const found: PanePart[] = [];
  for (const element of elements) {
    if (element.type === 'button') {
      const last = found.at(-1);
      if (last?.part === 'buttons') last.buttons.push(paneButton(block, element));
      else found.push({ part: 'buttons', buttons: [paneButton(block, element)] });
    } else if (element.type === 'image') {
      found.push({ part: 'text', content: [{ text: element.alt_text, italic: true }] });
    } else {
      const choosable = element as { type: string; action_id?: string };
      found.push({
        part: 'select',
        id: elementId(block, choosable),
        placeholder:
          'placeholder' in element && element.placeholder ? plain(element.placeholder) : '',
        options: offeredBy(reader.workspace, choosable) ?? [],
      });
    }
  }
  return found;
}

function paneButton(block: { block_id?: string }, button: types.Button): PaneButton {
  return {
    id: elementId(block, button),
    label: plain(button.text),
    style: button.style ?? 'default',
    ...(button.url && isSafe(button.url) ? { url: button.url } : {}),
  };
}

function richPart(reader: Reader, element: types.RichTextBlockElement): PanePart {
  switch (element.type) {
    case 'rich_text_section':
      return { part: 'text', content: richInlines(reader, element.elements) };
    case 'rich_text_quote':
      return { part: 'quote', content: richInlines(reader, element.elements) };
    case 'rich_text_list':
      return {
        part: 'list',
        items: element.elements.map((item) => richInlines(reader, item.elements)),
      };
    case 'rich_text_preformatted': {
      const text = richInlines(reader, element.elements).map((piece) => piece.text);
      return { part: 'code', text: text.join('') };
    }
  }
}

const richInlines = (reader: Reader, elements: types.RichTextElement[]): PaneInline[] =>
  elements.map((element) => richInline(reader, element));

function richInline(reader: Reader, element: types.RichTextElement): PaneInline {
  const { bold, italic, strike, code } = element.style ?? {};
  const style = {
    ...(bold ? { strong: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(strike ? { strike: true } : {}),
    ...(code ? { code: true } : {}),
  };
  switch (element.type) {
    case 'text':
      return { text: element.text, ...style };
    case 'user':
      return { ...memberMention(element.user_id), ...style };
    case 'channel':
      return { ...channelMention(reader, element.channel_id), ...style };
    case 'link':
      return { ...linkTo(element.url, element.text ?? element.url), ...style };
    case 'emoji':
      return { text: emojiNamed(element.name), ...style };
    case 'broadcast':
      return { text: `@${element.range}`, mention: true, ...style };
    case 'date': {
      const text = momentText(reader, element.timestamp, element.format);
      return { ...(element.url ? linkTo(element.url, text) : { text }), ...style };
    }
    default:
      return { text: '' };
  }
}

/** A table as aligned columns. */
function tableText(reader: Reader, table: types.TableBlock): string {
  const rows = table.rows.map((row) =>
    row.map((cell) =>
      cell.type === 'rich_text'
        ? cell.elements
            .flatMap((element) => richPart(reader, element))
            .map((part) => ('content' in part ? part.content.map((p) => p.text).join('') : ''))
            .join(' ')
        : unescapeText(cell.text),
    ),
  );
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
