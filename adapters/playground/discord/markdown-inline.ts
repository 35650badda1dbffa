import type { PaneInline } from '../pane.ts';

/** Who reads, and what the text may do. */
export interface Reader {
  /** BCP 47 and IANA. */
  locale: string;
  timeZone: string;
  now: Date;
  /** Links behind words; people can't write them everywhere, apps can. */
  maskedLinks: boolean;
  /** What a mention shows, without `@` or `#`. */
  userName(id: string): string;
  channelName(id: string): string;
  roleName(id: string): string;
}

type Style = Omit<PaneInline, 'text'>;
type Found = PaneInline[];
type Rule = {
  pattern: RegExp;
  make(match: RegExpExecArray, style: Style, reader: Reader): Found;
};

const wrap = (add: Style): Rule['make'] => {
  return (match, style, reader) => inlines(match[1] ?? '', reader, { ...style, ...add });
};
const linkTo = (url: string): string => url.trim();

/** What Discord understands within a line, in the order in which it tries. */
const RULES: Rule[] = [
  {
    pattern: /\\([^0-9A-Za-z\s])/y,
    make: (match, style) => [{ ...style, text: match[1]! }],
  },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    make: (match, style) => [{ ...style, text: match[2]!.trim(), code: true }],
  },
  {
    pattern: /<@!?(\d+)>/y,
    make: (match, style, reader) => [
      { ...style, text: `@${reader.userName(match[1]!)}`, mention: true },
    ],
  },
  {
    pattern: /<@&(\d+)>/y,
    make: (match, style, reader) => [
      { ...style, text: `@${reader.roleName(match[1]!)}`, mention: true },
    ],
  },
  {
    pattern: /<#(\d+)>/y,
    make: (match, style, reader) => [
      { ...style, text: `#${reader.channelName(match[1]!)}`, mention: true },
    ],
  },
  {
    pattern: /<\/([^:>]+):\d+>/y,
    make: (match, style) => [{ ...style, text: `/${match[1]}`, mention: true }],
  },
  {
    pattern: /@(everyone|here)\b/y,
    make: (match, style) => [{ ...style, text: match[0], mention: true }],
  },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
    make: (match, style, reader) => [
      { ...style, text: moment(Number(match[1]) * 1000, match[2] ?? 'f', reader) },
    ],
  },
  {
    pattern: /<a?(:\w+:)\d+>/y,
    make: (match, style) => [{ ...style, text: match[1]! }],
  },
  {
    pattern: /<((?:https?:\/\/|mailto:)[^\s>]+)>/y,
    make: (match, style) => [{ ...style, text: match[1]!, link: linkTo(match[1]!) }],
  },
  {
    pattern: /\[((?:\\[\s\S]|[^\\\]\n])+)\]\(<?((?:https?:\/\/|mailto:)[^\s)>]+)>?\)/y,
    make: (match, style, reader) =>
      reader.maskedLinks
        ? inlines(match[1]!, reader, { ...style, link: linkTo(match[2]!) })
        : [
            ...inlines(`[${match[1]}](`, { ...reader, maskedLinks: false }, style),
            { ...style, text: match[2]!, link: linkTo(match[2]!) },
            { ...style, text: ')' },
          ],
  },
  {
    pattern: /https?:\/\/[^\s<]+[^<.,:;"'\]\s)]/y,
    make: (match, style) => [{ ...style, text: match[0], link: style.link ?? match[0] }],
  },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, make: wrap({ strong: true }) },
  // Underline has no place in a pane: the words stay.
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, make: wrap({}) },
  { pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)(?<=\S)\*(?!\*)/y, make: wrap({ italic: true }) },
  { pattern: /(?<!\w)_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y, make: wrap({ italic: true }) },
  { pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, make: wrap({ strike: true }) },
  { pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, make: wrap({}) },
];

/** The text of one paragraph as runs of one style each. */
export function inlines(text: string, reader: Reader, style: Style = {}): PaneInline[] {
  const runs: PaneInline[] = [];
  let at = 0;
  while (at < text.length) {
    const hit = firstRule(text, at);
    if (hit) {
      for (const run of hit.rule.make(hit.match, style, reader)) add(runs, run);
      at += hit.match[0].length;
    } else {
      add(runs, { ...style, text: text[at]! });
      at += 1;
    }
  }
  return runs;
}

function firstRule(text: string, at: number): { rule: Rule; match: RegExpExecArray } | undefined {
  if (!/[\\`<@[h*_~|]/.test(text[at]!)) return undefined;
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  return undefined;
}

/** Adds a run to the one before it when they look the same. */
function add(runs: PaneInline[], run: PaneInline): void {
  const last = runs.at(-1);
  const look = ({ text: _, ...style }: PaneInline) => JSON.stringify(Object.entries(style).sort());
  if (last && !run.mention && look(last) === look(run)) last.text += run.text;
  else runs.push(run);
}

/** A timestamp in its style: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function moment(ms: number, style: string, reader: Reader): string {
  if (style === 'R') return ago(ms - reader.now.getTime(), reader.locale);
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    s: { dateStyle: 'short', timeStyle: 'short' },
    S: { dateStyle: 'short', timeStyle: 'medium' },
  };
  const { locale, timeZone } = reader;
  return new Intl.DateTimeFormat(locale, { ...styles[style], timeZone }).format(new Date(ms));
}

function ago(ms: number, locale: string): string {
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600_000],
    ['month', 2_629_800_000],
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(ms) >= length) ?? ['second', 1000];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return format.format(Math.round(ms / size), unit);
}
