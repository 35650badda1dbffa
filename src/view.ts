import type { Request } from './intent.ts';
import type { MemberId } from './member.ts';

/**
 * What members read, as neutral data. The core builds views; each platform's `render` turns them into its own markup,
 * escapes user text and enforces its limits. Text nodes are always plain text: no markup in them means anything.
 */
export interface View {
  /**
   * The point in one plain sentence, for notifications and screen readers. Absent: the first text says it.
   */
  summary?: string;
  blocks: Block[];
}

export type Block =
  | { node: 'heading'; text: string }
  | { node: 'text'; content: Inline[] }
  /** What a member wrote, word for word. Never shortened, never interpreted. `marks` are UTF-16 ranges to point at. */
  | { node: 'quote'; text: string; marks?: [start: number, end: number][] }
  | { node: 'list'; items: Inline[][] }
  | { node: 'table'; head: string[]; rows: Inline[][][] }
  | { node: 'divider' }
  /** Small print: context below the message. */
  | { node: 'context'; content: Inline[] }
  | { node: 'buttons'; buttons: Button[] }
  | Select;

export type Inline =
  | { node: 'plain'; text: string }
  | { node: 'strong'; text: string }
  | { node: 'mention'; member: MemberId }
  | { node: 'channel'; channel: string }
  | { node: 'link'; url: string; text: string }
  /** A moment, shown in the reader's own time zone where the platform can. `at` is ISO 8601 UTC. */
  | { node: 'time'; at: string; style: 'date' | 'date-time' };

export interface Button {
  label: string;
  /** `agree` is the one primary button a message may have, only on the agreeing choice. */
  style?: 'agree' | 'refuse';
  /** What pressing asks for. A link button has `url` instead and asks nothing. */
  press: Request | { type: 'open-link'; url: string };
}

/** One choice out of many. The chosen value arrives as `choice` of the request. */
export type Select = {
  node: 'select';
  placeholder: string;
  choose: SelectRequest;
  from: { kind: 'members' } | { kind: 'options'; options: { value: string; label: string }[] };
};

/** A request that a choice completes. */
export type SelectRequest =
  Extract<Request, { choice: string }> extends infer R
    ? R extends { choice: string }
      ? Omit<R, 'choice'>
      : never
    : never;

export const plain = (text: string): Inline => ({ node: 'plain', text });
export const mention = (member: MemberId): Inline => ({ node: 'mention', member });
