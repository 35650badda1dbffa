import type { PaneInline, PanePart } from '../pane.ts';
import { inlines, type Reader } from './markdown-inline.ts';

const HEADING = /^#{1,3} +(\S.*)$/;
const SMALL = /^-# +(\S.*)$/;
const ITEM = /^ *(?:[-*]|(\d{1,9})\.) +(\S.*)$/;
const QUOTED = /^> (.*)$/;

/** Discord's markdown as parts. Line breaks inside a paragraph stay as they are; empty lines part paragraphs. */
export function partsOf(text: string, reader: Reader): PanePart[] {
  const parts: PanePart[] = [];
  const lines = text.split('\n');
  let paragraph: string[] = [];
  const flush = () => {
    const words = paragraph.join('\n').trim();
    if (words) parts.push({ part: 'text', content: inlines(words, reader) });
    paragraph = [];
  };
  while (lines.length > 0) {
    const line = lines.shift()!;
    const heading = HEADING.exec(line);
    const small = SMALL.exec(line);
    const code = takeCode(line, lines);
    if (code !== undefined) {
      flush();
      parts.push({ part: 'code', text: code });
    } else if (line.startsWith('>>> ')) {
      flush();
      const rest = [line.slice(4), ...lines.splice(0)].join('\n');
      parts.push({ part: 'quote', content: inlines(rest, reader) });
    } else if (QUOTED.test(line)) {
      flush();
      const quoted = [line, ...takeWhile(lines, (next) => QUOTED.test(next) || next === '>')];
      const words = quoted.map((next) => QUOTED.exec(next)?.[1] ?? '').join('\n');
      parts.push({ part: 'quote', content: inlines(words, reader) });
    } else if (heading) {
      flush();
      const title = inlines(heading[1]!.replace(/ +#+ *$/, ''), reader);
      parts.push({ part: 'heading', text: plain(title) });
    } else if (small) {
      flush();
      parts.push({ part: 'context', content: inlines(small[1]!, reader) });
    } else if (ITEM.test(line)) {
      flush();
      const items = [line, ...takeWhile(lines, (next) => ITEM.test(next))];
      parts.push({ part: 'list', items: items.map((item) => itemOf(item, reader)) });
    } else if (line.trim() === '') flush();
    else paragraph.push(line);
  }
  flush();
  return parts;
}

/** The words alone. */
export const plain = (content: PaneInline[]): string => content.map(({ text }) => text).join('');

/** Numbered items keep their number: a pane's list has none of its own. */
function itemOf(line: string, reader: Reader): PaneInline[] {
  const [, number, words] = ITEM.exec(line)!;
  return inlines(number ? `${number}\\. ${words}` : words!, reader);
}

/** A fenced block that begins on this line; takes its lines. */
function takeCode(line: string, rest: string[]): string | undefined {
  if (!line.startsWith('```')) return undefined;
  const oneLine = /^```(.+?)```$/.exec(line);
  if (oneLine) return oneLine[1];
  const end = rest.findIndex((next) => next.trimEnd().endsWith('```'));
  if (end < 0) return undefined;
  const taken = rest.splice(0, end + 1);
  const last = taken.pop()!.trimEnd().slice(0, -3);
  const language = /^```[\w+-]*$/.test(line);
  return [...(language ? [] : [line.slice(3)]), ...taken, ...(last ? [last] : [])].join('\n');
}

function takeWhile(lines: string[], test: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !test(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}
