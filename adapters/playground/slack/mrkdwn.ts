import type { PaneInline, PanePart } from '../pane.ts';
import {
  channelMention,
  drawEmoji,
  linkTo,
  memberMention,
  momentText,
  type Reader,
} from './reader.ts';

type Style = Pick<PaneInline, 'strong' | 'italic' | 'strike' | 'code'>;

const styles: Record<string, Style> = {
  '*': { strong: true },
  _: { italic: true },
  '~': { strike: true },
};

/** Slack escapes three characters and no others. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Text so that nothing in it means anything to Slack. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What stands in angle brackets: a mention, a channel, a date, a link. */
function bracketed(reader: Reader, inside: string): PaneInline {
  const [target = '', ...rest] = inside.split('|');
  const label = rest.join('|');
  if (target.startsWith('@')) return memberMention(target.slice(1));
  if (target.startsWith('#')) return channelMention(reader, target.slice(1));
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) {
    const text = momentText(reader, Number(date[1]), date[2] ?? '');
    return date[3] ? linkTo(date[3], text) : { text };
  }
  if (target.startsWith('!')) {
    const name = label || target.slice(1).split('^')[0] || '';
    return { text: `@${name.replace(/^@/, '')}`, mention: true };
  }
  const url = unescapeText(target);
  return linkTo(url, drawEmoji(unescapeText(label || url.replace(/^mailto:/, ''))));
}

const isWordy = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where emphasis that opens at `from` ends: on the same line, at the end of a word. -1 when it doesn't. */
function closing(text: string, from: number): number {
  const mark = text[from];
  if (isWordy(text[from - 1]) || /\s|^$/.test(text[from + 1] ?? '')) return -1;
  for (let i = from + 2; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === mark && !/\s/.test(text[i - 1] ?? '') && !isWordy(text[i + 1])) return i;
  }
  return -1;
}

/** One run of mrkdwn as inline pieces: `*bold*`, `_italic_`, `~strike~`, code, links, mentions, emoji. */
export function inlines(reader: Reader, text: string, style: Style = {}): PaneInline[] {
  const found: PaneInline[] = [];
  let words = '';
  const flush = (): void => {
    if (words) found.push({ text: drawEmoji(unescapeText(words)), ...style });
    words = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === '<') {
      const end = text.indexOf('>', i);
      if (end > i + 1) {
        flush();
        found.push({ ...bracketed(reader, text.slice(i + 1, end)), ...style });
        i = end;
        continue;
      }
    }
    if (character === '`') {
      const end = text.indexOf('`', i + 1);
      if (end > i + 1 && !text.slice(i, end).includes('\n')) {
        flush();
        found.push({ text: unescapeText(text.slice(i + 1, end)), ...style, code: true });
        i = end;
        continue;
      }
    }
    const emphasis = styles[character];
    const end = emphasis ? closing(text, i) : -1;
    if (emphasis && end > 0) {
      flush();
      found.push(...inlines(reader, text.slice(i + 1, end), { ...style, ...emphasis }));
      i = end;
      continue;
    }
    words += character;
  }
  flush();
  return found;
}

const QUOTE = /^(&gt;|>) ?/;
const BULLET = /^\s*[•◦] /;

/** A whole mrkdwn text: paragraphs, quotes, bulleted lines and blocks of code. */
export function mrkdwnParts(reader: Reader, text: string): PanePart[] {
  const parts: PanePart[] = [];
  text.split('```').forEach((piece, i) => {
    if (i % 2 === 1) {
      parts.push({ part: 'code', text: unescapeText(piece.replace(/^\n|\n$/g, '')) });
      return;
    }
    for (const { kind, lines } of runs(piece)) {
      if (kind === 'list') {
        const items = lines.map((line) => inlines(reader, line.replace(BULLET, '')));
        parts.push({ part: 'list', items });
      } else if (kind === 'quote') {
        const quoted = lines.map((line) => line.replace(QUOTE, '')).join('\n');
        parts.push({ part: 'quote', content: inlines(reader, quoted) });
      } else {
        const words = lines.join('\n').replace(/^\n+|\n+$/g, '');
        if (words.trim()) parts.push({ part: 'text', content: inlines(reader, words) });
      }
    }
  });
  return parts;
}

/** Neighbouring lines of the same kind. */
function runs(text: string): { kind: 'text' | 'quote' | 'list'; lines: string[] }[] {
  const found: { kind: 'text' | 'quote' | 'list'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = QUOTE.test(line) ? 'quote' : BULLET.test(line) ? 'list' : 'text';
    const last = found.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else found.push({ kind, lines: [line] });
  }
  return found;
}

/** Mrkdwn as the plain words that a notification shows. */
export const plainWords = (reader: Reader, text: string): string =>
  inlines(reader, text)
    .map((piece) => piece.text)
    .join('');
