import type { Workspace } from '../workspace.ts';

/** What an API call was given: strings from a form, anything from JSON. */
export type Args = Record<string, unknown>;

/** The body of an answer. */
export type Result =
  | ({ ok: true } & Record<string, unknown>)
  | ({ ok: false; error: string } & Record<string, unknown>);

/** Carries out one API method for a caller whose token was good. */
export type Method = (workspace: Workspace, args: Args) => Result;

/** A refusal by one of Slack's error names, with its messages where Slack gives them. */
export const refuse = (error: string, messages?: string[]): Result => ({
  ok: false,
  error,
  ...(messages ? { response_metadata: { messages } } : {}),
});

/** Text, or a number as text. */
export const stringArg = (args: Args, name: string): string | undefined => {
  const value = args[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

/** True only when it says so, in JSON or in a form. */
export const flagArg = (args: Args, name: string): boolean =>
  args[name] === true || args[name] === 'true' || args[name] === '1';

/** A list given as an array or, as web-api sends `users`, as words between commas. */
export const listArg = (args: Args, name: string): string[] => {
  const value = args[name];
  const items = Array.isArray(value) ? value.map(String) : (stringArg(args, name) ?? '').split(',');
  return items.map((item) => item.trim()).filter(Boolean);
};

/** A structure: in a form it comes as a JSON string. `malformed` when that isn't JSON. */
export function structureArg(args: Args, name: string): { value: unknown } | 'malformed' {
  const value = args[name];
  if (typeof value !== 'string') return { value };
  if (value === '') return { value: undefined };
  try {
    return { value: JSON.parse(value) };
  } catch {
    return 'malformed';
  }
}
