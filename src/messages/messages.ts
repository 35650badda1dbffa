import { IntlMessageFormat } from 'intl-messageformat';
import { isolated } from '../directions.ts';
import type { Inline } from '../view.ts';
import { en } from './en.ts';

export type MessageKey = keyof typeof en;
export type Catalogue = Record<MessageKey, string>;
type Placed = string | number | Date | Inline;

const catalogues = new Map<string, Catalogue>([['en', en]]);

export interface Messages {
  /** The catalogue's language, a BCP 47 tag. */
  locale: string;
  /** A sentence as plain text. */
  text(key: MessageKey, values?: Record<string, string | number | Date>): string;
  /** A sentence as view nodes; a mention or another node may stand for a placeholder. */
  rich(key: MessageKey, values?: Record<string, Placed>): Inline[];
}

const isNode = (part: Placed): part is Inline =>
  typeof part === 'object' && !(part instanceof Date);

/** Values may be members' words: those don't turn the sentence around them. */
function placed<T extends Placed>(values: Record<string, T> = {}): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isolatedValue(value) as T]),
  );
}

function isolatedValue(value: Placed): Placed {
  if (typeof value === 'string') return isolated(value);
  return isNode(value) && 'text' in value ? { ...value, text: isolated(value.text) } : value;
}

/** The words for a reader's locale; English where there is no catalogue for it. */
export function messagesFor(locale = 'en'): Messages {
  const language = locale.split('-')[0] ?? 'en';
  const known = catalogues.has(language) ? language : 'en';
  const catalogue = catalogues.get(known) ?? en;
  const format = (key: MessageKey) =>
    // Quotes and angle brackets are text here: members' words stand in messages, and there is no markup.
    new IntlMessageFormat(catalogue[key], known, undefined, { ignoreTag: true });
  return {
    locale: known,
    text: (key, values) => String(format(key).format(placed(values))),
    rich(key, values) {
      const formatted = format(key).format<Inline>(placed(values));
      const parts: (string | Inline)[] = Array.isArray(formatted) ? formatted : [formatted];
      return parts.map((part) => (isNode(part) ? part : { node: 'plain', text: part }));
    },
  };
}
