import type { Inline } from '../../src/view.ts';
import { limits } from './limits.ts';
import { quoteMarkdown } from './markdown.ts';

/** What a text display takes of a message's bytes. */
export const bytesOf = (text: string): number => Buffer.byteLength(text) + 12;

/** Whether a text has room in a message of its own. */
const fitsAlone = (markdown: string): boolean =>
  markdown.length <= limits.text && bytesOf(markdown) <= limits.textBytes;

/** Lines as few texts as possible. */
export function joinLines(lines: string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && fitsAlone(`${last}\n${line}`)) {
      joined[joined.length - 1] = `${last}\n${line}`;
    } else joined.push(line);
  }
  return joined;
}

/** Content as texts that each fit a message; empty content gives none. */
export function fitting(content: Inline[], markdown: (content: Inline[]) => string): string[] {
  const whole = markdown(content);
  if (whole.trim() === '') return [];
  if (fitsAlone(whole)) return [whole];
  return halves(content).flatMap((half) => fitting(half, markdown));
}

function halves(content: Inline[]): Inline[][] {
  if (content.length > 1) {
    const middle = Math.ceil(content.length / 2);
    return [content.slice(0, middle), content.slice(middle)];
  }
  const [node] = content;
  if (node?.node === 'plain' || node?.node === 'strong') {
    const middle = splitPlace(node.text);
    return [
      [{ ...node, text: node.text.slice(0, middle) }],
      [{ ...node, text: node.text.slice(middle) }],
    ];
  }
  // An address longer than a message is no use as a link.
  if (node?.node === 'link') return [[{ node: 'plain', text: `${node.text} ${node.url}` }]];
  return [];
}

export function fitQuote(text: string, marks: [start: number, end: number][]): string[] {
  if (text === '') return [];
  const whole = quoteMarkdown(text, marks);
  if (fitsAlone(whole)) return [whole];
  const middle = splitPlace(text);
  const rest = marks.map(([start, end]): [number, number] => [
    Math.max(0, start - middle),
    Math.max(0, end - middle),
  ]);
  return [...fitQuote(text.slice(0, middle), marks), ...fitQuote(text.slice(middle), rest)];
}

/** Near the middle: after a line's end, else after a space, else between two characters as a reader sees them. */
function splitPlace(text: string): number {
  const middle = Math.floor(text.length / 2);
  const near = text.slice(Math.floor(middle / 2), middle + 1);
  const from = middle + 1 - near.length;
  for (const stop of ['\n', ' ']) {
    const at = near.lastIndexOf(stop);
    if (at >= 0 && from + at + 1 < text.length) return from + at + 1;
  }
  // A window around the middle is enough, and spares segmenting all of a long text.
  const window = text.slice(from);
  const whole = new Intl.Segmenter().segment(window).containing(middle - from)?.index ?? 0;
  if (whole > 0) return from + whole;
  // One giant cluster of combining marks: at least no surrogate pair is cut.
  return /[\udc00-\udfff]/.test(text[middle] ?? '') ? middle + 1 : Math.max(1, middle);
}
