import type { FormRequest } from './intent.ts';

/** Questions as data. At most five fields, so that it fits both platforms' modals. */
export interface Form {
  /** At most 24 characters (Slack's limit, the smaller one). */
  title: string;
  /** At most 24 characters. */
  submit: string;
  /** What sending it asks for; the answers arrive as `values`. */
  send: FormRequest;
  /** Context above the fields: plain text, one short paragraph. */
  intro?: string;
  fields: Field[];
}

export type Field = {
  id: string;
  /** At most 45 characters (Discord's limit, the smaller one). */
  label: string;
  /** At most 100 characters. */
  hint?: string;
  required: boolean;
  value?: string;
} & (
  | { kind: 'line' | 'paragraph'; maxLength: number; placeholder?: string }
  | { kind: 'choice'; options: { value: string; label: string }[] }
  /** A calendar date as `YYYY-MM-DD`; a line with that placeholder where the platform has no date picker. */
  | { kind: 'date' }
  | { kind: 'member' }
  | { kind: 'channel' }
);

/** Answers by field id. An empty or missing answer is absent. */
export type Values = Record<string, string>;

/** What is wrong with each answer, by field id; a plain sentence that says what to do. Empty: all is well. */
export type FieldErrors = Record<string, string>;
