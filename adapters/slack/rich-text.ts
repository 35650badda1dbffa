import type { types } from '@slack/bolt';
import type { Inline } from '../../src/view.ts';
import { limits } from './limits.ts';
import { escapeText, pieces, shortened, tidy } from './plain-text.ts';

/**
 * Neutral nodes as elements of rich text. There a text element is only ever text: Slack looks for no mention, link,
 * emoji or formatting in it.
 */

type RichTextElement = types.RichTextElement;
type Style = NonNullable<types.RichTextText['style']>;

const USER = /^[UW][A-Z0-9]{2,}$/;
const CHANNEL = /^[CGD][A-Z0-9]{2,}$/;

export function textElements(text: string, style?: Style): types.RichTextText[] {
  return pieces(tidy(text), limits.richText).map((piece) => ({
    type: 'text',
    text: piece,
    ...(style ? { style } : {}),
  }));
}

/** `style` is what the surroundings want (a table's head is bold). */
export const inlineElements = (content: Inline[], style?: Style): RichTextElement[] =>
  content.flatMap((part) => inlineElement(part, style));

function inlineElement(part: Inline, style?: Style): RichTextElement[] {
  const styled = style ? { style } : {};
  switch (part.node) {
    case 'plain':
      return textElements(part.text, style);
    case 'strong':
      return textElements(part.text, { ...style, bold: true });
    case 'mention':
      return isUser(part.member.user)
        ? [{ type: 'user', user_id: part.member.user, ...styled }]
        : textElements(`@${part.member.user}`, style);
    case 'channel':
      return CHANNEL.test(part.channel)
        ? [{ type: 'channel', channel_id: part.channel, ...styled }]
        : textElements(`#${part.channel}`, style);
    case 'link':
      // The words may be a member's: too long for a link, they stand before it.
      if (!isWebLink(part.url)) return textElements(part.text, style);
      return part.text.length > limits.richText
        ? [...textElements(`${part.text} `, style), { type: 'link', url: part.url, ...styled }]
        : [{ type: 'link', url: part.url, text: tidy(part.text) || part.url, ...styled }];
    case 'time': {
      const timestamp = secondsOf(part.at);
      if (timestamp === undefined) return textElements(part.at, style);
      const format = dateFormat(part.style);
      return [{ type: 'date', timestamp, format, fallback: dateFallback(part), ...styled }];
    }
  }
}

/** What a member wrote, with the marked ranges in bold. Ranges may be out of order, overlap or reach too far. */
export function quoteElements(text: string, marks: [number, number][] = []): types.RichTextText[] {
  const bold = new Uint8Array(text.length);
  for (const [start, end] of marks) bold.fill(1, Math.max(0, start), Math.max(0, end));
  const elements: types.RichTextText[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && (bold[at] === bold[from] || splitsPair(text, at))) continue;
    elements.push(...textElements(text.slice(from, at), bold[from] ? { bold: true } : undefined));
    from = at;
  }
  return elements;
}

const splitsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/**
 * The same as `mrkdwn`, for the one block that can't hold rich text (context); undefined when its plain text holds a
 * character that mrkdwn would take for formatting, since there is no way to escape those.
 */
export function mrkdwnOf(content: Inline[]): string | undefined {
  const parts: string[] = [];
  for (const part of content) {
    switch (part.node) {
      case 'plain':
      case 'strong': {
        const text = tidy(part.text);
        // A colon before a space begins no emoji and no address.
        if (/[*_~`:]|^\s*>|\n\s*>/.test(text.replace(/:(?=\s|$)/g, ''))) return undefined;
        if (part.node === 'strong' && text !== text.trim()) return undefined;
        parts.push(part.node === 'strong' && text ? `*${escapeText(text)}*` : escapeText(text));
        break;
      }
      case 'mention':
        if (!isUser(part.member.user)) return undefined;
        parts.push(`<@${part.member.user}>`);
        break;
      case 'channel':
        if (!CHANNEL.test(part.channel)) return undefined;
        parts.push(`<#${part.channel}>`);
        break;
      case 'link':
        if (!isWebLink(part.url) || /[|<>\s]/.test(part.url) || /[|\n]/.test(part.text))
          return undefined;
        parts.push(`<${escapeText(part.url)}|${escapeText(tidy(part.text))}>`);
        break;
      case 'time': {
        const seconds = secondsOf(part.at);
        if (seconds === undefined) return undefined;
        parts.push(`<!date^${seconds}^${dateFormat(part.style)}|${dateFallback(part)}>`);
        break;
      }
    }
  }
  return parts.join('');
}

/**
 * Content as a message's top-level text, which notifications show: mentions and dates alive, the rest escaped and without
 * formatting. An ellipsis for what is too much.
 */
export function notificationOf(content: Inline[]): string {
  let text = '';
  let room: number = limits.messageText;
  for (const part of content) {
    const words = 'text' in part ? part.text : '';
    const whole = words ? tidy(words) : (mrkdwnOf([part]) ?? shownId(part));
    if (whole.length > room) return text + (words ? escapeText(shortened(words, room)) : '…');
    text += words ? escapeText(whole) : whole;
    room -= whole.length;
  }
  return text;
}

/** A mention that isn't one of Slack's, or a moment that isn't one, as the words that stand for it. */
function shownId(part: Inline): string {
  switch (part.node) {
    case 'mention':
      return escapeText(`@${part.member.user}`);
    case 'channel':
      return escapeText(`#${part.channel}`);
    case 'time':
      return escapeText(part.at);
    default:
      return '';
  }
}

/** A Slack user id; anything else must not reach a mention. */
export const isUser = (user: string): boolean => USER.test(user);

export function isWebLink(url: string): boolean {
  if (url.length > limits.buttonUrl || !URL.canParse(url)) return false;
  return ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}

type Time = Extract<Inline, { node: 'time' }>;

function secondsOf(at: string): number | undefined {
  const ms = Date.parse(at);
  return Number.isNaN(ms) || ms < 0 ? undefined : Math.floor(ms / 1000);
}

const dateFormat = (style: Time['style']): string =>
  style === 'date' ? '{date_short_pretty}' : '{date_short_pretty} {time}';

function dateFallback({ at, style }: Time): string {
  const iso = new Date(at).toISOString();
  return style === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
