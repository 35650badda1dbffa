import type { types } from '@slack/bolt';
import { withDirectionsClosed } from '../../src/directions.ts';
import type { Block, Inline, View } from '../../src/view.ts';
import { buttonElement, type Control, plainTextObject, selectElement } from './controls.ts';
import { limits } from './limits.ts';
import { escapeText, pieces, shortened, tidy } from './plain-text.ts';
import { inlineElements, mrkdwnOf, notificationOf, quoteElements } from './rich-text.ts';
import { someElements, tableAsList, tableBlock } from './table.ts';

/**
 * Views as Slack messages, modals and Home tabs.
 *
 * What a member wrote is never cut. A long quote becomes several quotes in a row. A view with more blocks than Slack takes
 * first loses its dividers, and its headings and small print become paragraphs of the text around them; if that is not
 * enough, all text goes into one stretch of rich text with all buttons and selects below it, in their order. Only text that
 * is too much for one message makes a second one: the buttons then stand in the last.
 */

export type SlackBlock = types.KnownBlock;

export interface SlackMessage {
  /** For notifications and screen readers, escaped. */
  text: string;
  blocks: SlackBlock[];
}

export interface RenderOptions {
  /** Slack's own table block where the view has a table; otherwise a list. */
  tables: 'native' | 'list';
}

/** One message, nearly always; more when the text is too long for one. Never none. */
export function renderMessages(
  given: View,
  { tables }: RenderOptions = { tables: 'native' },
): SlackMessage[] {
  const view = withDirectionsClosed(given);
  const blocks = laidOutWithin(limits.messageBlocks, view, tables === 'native');
  const text = topLevelText(view) || ' ';
  return spread(blocks).map((some) => ({ text, blocks: numbered(some) }));
}

function topLevelText({ summary, blocks }: View): string {
  if (summary !== undefined) return escapeText(shortened(summary, limits.messageText));
  for (const block of blocks) {
    const text =
      block.node === 'heading'
        ? notificationOf([{ node: 'plain', text: block.text }])
        : block.node === 'text'
          ? notificationOf(block.content)
          : '';
    if (text.trim()) return text;
  }
  return '';
}

export interface ModalOptions {
  title: string;
  close: string;
  callbackId: string;
  /** At most 3,000 characters. */
  metadata: string;
}

/** A view in a modal, to read and press; nothing to submit. */
export function renderModal(view: View, options: ModalOptions): types.ModalView {
  return {
    type: 'modal',
    callback_id: options.callbackId,
    private_metadata: options.metadata,
    title: plainTextObject(options.title, limits.viewTitle),
    close: plainTextObject(options.close, limits.viewButton),
    blocks: viewBlocks(view),
  };
}

/** A view as the app's Home tab. */
export const renderHome = (view: View): types.HomeView => ({
  type: 'home',
  blocks: viewBlocks(view),
});

/** Rich text that is to stand alone, as blocks: what is wrong above a form's fields. */
export const paragraphs = (texts: Inline[][]): SlackBlock[] =>
  texts.flatMap((content) => richText(sections(inlineElements(content))));

/** Whether a view has room in one Home tab. */
export const fitsHome = (view: View): boolean =>
  laidOutWithin(limits.viewBlocks, view, false).length <= limits.viewBlocks;

function viewBlocks(view: View): SlackBlock[] {
  const blocks = laidOutWithin(limits.viewBlocks, withDirectionsClosed(view), false);
  if (blocks.length > limits.viewBlocks) {
    throw new Error('a view with this much in it has no place in one Slack view');
  }
  return numbered(blocks);
}

/** The most natural layout that has at most `max` blocks, or the tightest. */
function laidOutWithin(max: number, view: View, native: boolean): SlackBlock[] {
  const natural = laidOut(view, 'natural', native);
  if (natural.length <= max) return natural;
  const merged = laidOut(view, 'merged', native);
  return merged.length <= max ? merged : laidOut(view, 'pooled', native);
}

type Layout = 'natural' | 'merged' | 'pooled';

function laidOut(view: View, layout: Layout, native: boolean): SlackBlock[] {
  const shown = shownBlocks(view, layout, native);
  const blocks = layout === 'natural' ? shown : merged(layout === 'pooled' ? pooled(shown) : shown);
  // Slack refuses a message whose blocks come out empty, and an empty modal puzzles.
  return blocks.length > 0
    ? blocks
    : richText(sections(inlineElements(paragraph(view.summary ?? ''))));
}

const paragraph = (text: string): Inline[] => [{ node: 'plain', text: text || ' ' }];

function shownBlocks(view: View, layout: Layout, native: boolean): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  const count = { controls: 0, tables: 0, agreed: false };
  const controls = (elements: Control[]) => {
    for (let at = 0; at < elements.length; at += limits.actionsElements) {
      blocks.push({ type: 'actions', elements: elements.slice(at, at + limits.actionsElements) });
    }
  };
  for (const block of view.blocks) {
    switch (block.node) {
      case 'buttons':
        controls(
          block.buttons.map((button) => {
            const element = buttonElement(button, count.controls++, count.agreed);
            count.agreed ||= element.style === 'primary';
            return element;
          }),
        );
        break;
      case 'select': {
        const element = selectElement(block, count.controls++);
        if (element) controls([element]);
        break;
      }
      case 'table': {
        const table =
          native && count.tables < limits.tablesPerMessage ? tableBlock(block) : undefined;
        if (table) {
          count.tables += 1;
          blocks.push(table);
        } else {
          blocks.push(...textBlocks({ node: 'list', items: tableAsList(block) }, layout));
        }
        break;
      }
      case 'divider':
        if (layout === 'natural') blocks.push({ type: 'divider' });
        break;
      default:
        blocks.push(...textBlocks(block, layout));
    }
  }
  return blocks;
}

type TextBlock = Extract<Block, { node: 'heading' | 'text' | 'quote' | 'list' | 'context' }>;

function textBlocks(block: TextBlock, layout: Layout): SlackBlock[] {
  switch (block.node) {
    case 'heading': {
      const text = tidy(block.text).trim();
      if (!text) return [];
      if (layout === 'natural' && text.length <= limits.header && !text.includes('\n')) {
        return [{ type: 'header', text: plainTextObject(text, limits.header) }];
      }
      return richText(sections(inlineElements([{ node: 'strong', text }])));
    }
    case 'text':
      return richText(sections(inlineElements(block.content)));
    case 'quote':
      return richText(quotes(quoteElements(block.text, block.marks)));
    case 'list':
      return richText(lists(block.items));
    case 'context': {
      const text = layout === 'natural' ? mrkdwnOf(block.content) : undefined;
      // `verbatim` keeps Slack from making links of what looks like one.
      if (text?.trim() && text.length <= limits.contextText) {
        return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }];
      }
      return richText(sections(inlineElements(block.content)));
    }
  }
}

type RichTextPart = types.RichTextBlockElement;

const sections = (elements: types.RichTextElement[]): RichTextPart[] =>
  packed(elements).map((some) => ({ type: 'rich_text_section', elements: some }));

const quotes = (elements: types.RichTextElement[]): RichTextPart[] =>
  packed(elements).map((some) => ({ type: 'rich_text_quote', elements: some }));

const lists = (items: Inline[][]): RichTextPart[] =>
  items
    .flatMap((item) => packed(someElements(inlineElements(item))))
    .map((elements) => ({
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements }],
    }));

/** Elements in groups that each fit into one rich_text block. */
function packed(elements: types.RichTextElement[]): types.RichTextElement[][] {
  const groups: types.RichTextElement[][] = [];
  let room = 0;
  for (const element of elements) {
    const size = JSON.stringify(element).length + 1;
    if (groups.length === 0 || size > room) {
      groups.push([]);
      room = limits.richTextBlockSize - 100;
    }
    groups.at(-1)?.push(element);
    room -= size;
  }
  return groups;
}

/** Parts as blocks of bounded size; neighbouring bullet points become one list. */
function richText(parts: RichTextPart[]): types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = [];
  let room = 0;
  for (const part of parts) {
    const size = JSON.stringify(part).length + 1;
    const block = blocks.at(-1);
    if (!block || size > room) {
      blocks.push({ type: 'rich_text', elements: [part] });
      room = limits.richTextBlockSize - size - 100;
      continue;
    }
    const last = block.elements.at(-1);
    if (last?.type === 'rich_text_list' && part.type === 'rich_text_list') {
      last.elements.push(...part.elements);
    } else {
      block.elements.push(part);
    }
    room -= size;
  }
  return blocks;
}

/** Neighbouring text in as few blocks as their size allows. */
function merged(blocks: SlackBlock[]): SlackBlock[] {
  const result: SlackBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last?.type === 'rich_text' && block.type === 'rich_text') {
      last.elements.push(...block.elements);
    } else {
      result.push(block);
    }
  }
  return result.flatMap((block): SlackBlock[] =>
    block.type === 'rich_text' ? richText(block.elements) : [block],
  );
}

/** All text first, then all controls, as few blocks of them as can be. */
function pooled(blocks: SlackBlock[]): SlackBlock[] {
  const texts: SlackBlock[] = blocks.filter((block) => block.type !== 'actions');
  const controls = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  for (let at = 0; at < controls.length; at += limits.actionsElements) {
    texts.push({ type: 'actions', elements: controls.slice(at, at + limits.actionsElements) });
  }
  return texts;
}

/** Blocks over as many messages as their size asks for. */
function spread(blocks: SlackBlock[]): SlackBlock[][] {
  const messages: SlackBlock[][] = [[]];
  let room: number = limits.messageSize;
  for (const block of blocks) {
    // A block_id is still to come.
    const size = JSON.stringify(block).length + 20;
    const last = messages.at(-1) ?? [];
    if (last.length === limits.messageBlocks || (size > room && last.length > 0)) {
      messages.push([]);
      room = limits.messageSize;
    }
    messages.at(-1)?.push(block);
    room -= size;
  }
  return messages;
}

/** Block ids unique in their message. */
const numbered = (blocks: SlackBlock[]): SlackBlock[] =>
  blocks.map((block, i) => ({ ...block, block_id: `b${i}` }));

/** A plain-text paragraph for a view, in as many blocks as its length asks for. */
export const plainSections = (text: string): SlackBlock[] =>
  pieces(tidy(text), limits.contextText).map((piece) => ({
    type: 'section',
    text: { type: 'plain_text', text: piece, emoji: true },
  }));
