import type { Inline } from '../../src/view.ts';

/**
 * Discord's markdown. What members write is escaped so that it reads as typed and means nothing: no mention, heading, list,
 * masked link, timestamp or emoji comes alive. discord.js's `escapeMarkdown` leaves `<…>` forms, `-#` and `+` lists alive.
 */

const SNOWFLAKE = /^\d{1,20}$/;

/** Discord makes links of these by itself; inside one, a backslash would become part of the address. */
const URL_IN_TEXT = /https?:\/\/[\p{L}\p{N}\p{M}\-._~:/?#@!$&'()+,;=%]+/gu;

/** Any character that isn't a letter, digit or space may be escaped; the backslash doesn't show. */
const SPECIAL = /[\\*_~|`[\]<]/g;

/** Plain text as markdown that shows exactly it. Line ends become `\n`. `midLine`: something stands before it. */
export function escapeText(text: string, midLine = false): string {
  return linesOf(text)
    .map((line, i) => {
      const escaped = escapeLine(line);
      return closeDirections(midLine && i === 0 ? escaped : escapeStart(escaped));
    })
    .join('\n');
}

/** Half a surrogate pair is no character, and Discord refuses it. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n');

function escapeLine(line: string): string {
  let escaped = '';
  let at = 0;
  for (const match of line.matchAll(URL_IN_TEXT)) {
    const url = trimUrl(match[0]);
    // Shorter ones than this Discord doesn't take for an address.
    if (!/^https?:\/\/\S{2,}$/.test(url)) continue;
    escaped += escapeWords(line.slice(at, match.index));
    at = match.index + url.length;
    // What follows an address without a space would become part of it; angle brackets end it, and don't show.
    const endsClearly = /^(?:[.,:;!?')]*(?:\s|$))/.test(line.slice(at));
    escaped += endsClearly ? url : `<${url}>`;
  }
  escaped += escapeWords(line.slice(at));
  return escaped;
}

/** As Discord does: closing punctuation isn't part of an address, nor a bracket that it doesn't open. */
function trimUrl(url: string): string {
  let trimmed = url;
  for (;;) {
    const last = trimmed.at(-1) ?? '';
    const unopened = last === ')' && trimmed.split(')').length > trimmed.split('(').length;
    if (!unopened && !/[.,:;!?']/.test(last)) return trimmed;
    trimmed = trimmed.slice(0, -1);
  }
}

function escapeWords(words: string): string {
  return (
    words
      .replace(SPECIAL, '\\$&')
      // `@everyone` and `@here`, also when the word goes on in the next node.
      .replace(/@(?=everyone|here|$)/gi, '\\@')
      // `:smile:` becomes a picture in some clients.
      .replace(/:(?=[\w+~-]+:)/g, '\\:')
  );
}

/** Only at the start of a line there are headings, lists, quotes and small print. */
function escapeStart(line: string): string {
  return line.replace(/^(\s*)([#>+-])/, '$1\\$2').replace(/^(\s*\d*)([.)])/, '$1\\$2');
}

const OPENERS = '\u202a\u202b\u202d\u202e\u2066\u2067\u2068';
const EMBEDDINGS = '\u202a\u202b\u202d\u202e';

/** Direction overrides that a line opens are closed at its end, or they would turn our words around as well. */
function closeDirections(line: string): string {
  const open: string[] = [];
  for (const char of line) {
    if (OPENERS.includes(char)) open.push(EMBEDDINGS.includes(char) ? '\u202c' : '\u2069');
    else if (char === '\u202c' && open.at(-1) === char) open.pop();
    else if (char === '\u2069')
      open.splice(Math.max(0, open.lastIndexOf(char)), open.includes(char) ? Infinity : 0);
  }
  return line + open.reverse().join('');
}

/** Nodes as markdown on one or more lines. */
export function inlineMarkdown(content: Inline[]): string {
  return content.reduce((before, node) => before + inlineNode(node, before), '');
}

function inlineNode(node: Inline, before: string): string {
  switch (node.node) {
    case 'plain':
      // A number may be the start of a list item that the next node completes.
      return escapeText(node.text, !/(?:^|\n)[\s\d]*$/.test(before));
    case 'strong': {
      const words = escapeText(node.text, true);
      return words.trim() === '' ? words : `**${words}**`;
    }
    case 'mention':
      return SNOWFLAKE.test(node.member.user)
        ? `<@${node.member.user}>`
        : escapeText(`@${node.member.user}`);
    case 'channel':
      return SNOWFLAKE.test(node.channel) ? `<#${node.channel}>` : escapeText(`#${node.channel}`);
    case 'link':
      return link(node.url, node.text);
    case 'time':
      return time(node.at, node.style);
  }
}

/** An address that can stand between `<` and `>`; undefined when it isn't one that may be opened. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined;
  return href.replace(/[<>()\s\\|`*]/g, (char) =>
    encodeURIComponent(char).replace(/[()*]/g, percent),
  );
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

function link(url: string, text: string): string {
  const address = safeUrl(url);
  if (!address) return escapeText(text === '' || text === url ? url : `${text} (${url})`);
  const words = escapeText(text).replace(/\s+/g, ' ').trim();
  // Words that look like another address would fake a link; then the true one is shown, as Discord itself insists.
  const looksLikeAddress = /\w\.\w{2,}|:\/\//.test(text);
  if (words === '' || looksLikeAddress) {
    return address.startsWith('mailto:') ? escapeText(address.slice(7)) : `<${address}>`;
  }
  if (address.startsWith('mailto:')) return `${words} ${escapeText(`(${address.slice(7)})`)}`;
  return `[${words}](<${address}>)`;
}

function time(at: string, style: 'date' | 'date-time'): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  if (Number.isNaN(seconds)) return escapeText(at);
  return `<t:${seconds}:${style === 'date' ? 'D' : 'f'}>`;
}

/**
 * What a member wrote, each line led by `> `, the marked ranges bold and underlined. `marks` are UTF-16 ranges of `text`
 * in any order; they may overlap.
 */
export function quoteMarkdown(text: string, marks: [start: number, end: number][] = []): string {
  const runs = markedRuns(text, marks);
  const lines: string[] = [''];
  for (const run of runs) {
    linesOf(run.text).forEach((part, i) => {
      if (i > 0) lines.push('');
      const words = escapeText(part);
      lines[lines.length - 1] += run.marked && words.trim() !== '' ? `__**${words}**__` : words;
    });
  }
  // Discord trims the end of a text, and a quote mark without its space would show as such.
  return lines.map((line) => `> ${line === '' ? '\u200b' : line}`).join('\n');
}

function markedRuns(text: string, marks: [start: number, end: number][]) {
  const marked = new Uint8Array(text.length);
  for (const [start, end] of marks) {
    marked.fill(
      1,
      Math.max(0, wholeCharacter(text, start)),
      Math.max(0, wholeCharacter(text, end)),
    );
  }
  const runs: { text: string; marked: boolean }[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    const ends = at === text.length || marked[at] !== marked[from];
    // A line end of two characters stays in one run.
    if (!ends || (text[at - 1] === '\r' && text[at] === '\n')) continue;
    runs.push({ text: text.slice(from, at), marked: marked[from] === 1 });
    from = at;
  }
  return runs;
}

/** The same place, or one earlier when it would cut a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
