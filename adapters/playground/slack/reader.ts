import type { PaneInline } from '../pane.ts';
import { app, residentById } from './state.ts';
import { conversationById, type Workspace } from './workspace.ts';

/** Who reads: names and times are shown for them. */
export interface Reader {
  workspace: Workspace;
  timeZone: string;
}

/** The name that stands under a picture. */
export function nameOf(user: string): string {
  if (user === app.user) return app.name;
  return residentById(user)?.name ?? 'unknown member';
}

/** A member's name, highlighted. */
export const memberMention = (user: string): PaneInline => ({
  text: `@${nameOf(user)}`,
  mention: true,
});

/** A channel's name, highlighted. */
export const channelMention = (reader: Reader, channel: string): PaneInline => ({
  text: `#${conversationById(reader.workspace, channel)?.name ?? 'unknown channel'}`,
  mention: true,
});

/** Only what a browser may open safely; anything else stays plain words. */
export const linkTo = (url: string, text: string): PaneInline =>
  isSafe(url) ? { text, link: url } : { text };

/** Whether a browser may be sent there: http, https or mail. */
export const isSafe = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

const dateStyles: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day_divider_pretty: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Slack's date tokens in the reader's own time zone: `{date_short} at {time}`. */
export function momentText(reader: Reader, seconds: number, format: string): string {
  return format.replace(/\{(\w+?)(_pretty)?\}/g, (token, name: string, pretty?: string) => {
    const style = dateStyles[`${name}${pretty ?? ''}`] ?? dateStyles[name];
    if (!style) return token;
    return new Intl.DateTimeFormat('en-US', { ...style, timeZone: reader.timeZone }).format(
      new Date(seconds * 1000),
    );
  });
}

/** The shortcodes that are drawn; others stay as typed, as unknown ones do on Slack. */
const emoji: Record<string, string> = {
  wave: '👋',
  tada: '🎉',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  star: '⭐',
  heart: '❤️',
  pray: '🙏',
  clap: '👏',
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  smile: '😄',
  slightly_smiling_face: '🙂',
  blush: '😊',
  rocket: '🚀',
  bulb: '💡',
  eyes: '👀',
  handshake: '🤝',
  trophy: '🏆',
  first_place_medal: '🥇',
  second_place_medal: '🥈',
  third_place_medal: '🥉',
  hourglass: '⌛',
  calendar: '📅',
  speech_balloon: '💬',
  bell: '🔔',
  seedling: '🌱',
  sparkles: '✨',
  point_right: '👉',
};

/** Text with its known shortcodes drawn. */
export const drawEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji[name] ?? whole);

/** One emoji by its shortcode, without the colons. */
export const emojiNamed = (name: string): string => emoji[name] ?? `:${name}:`;
