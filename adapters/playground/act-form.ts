import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Act, Fault } from './pane.ts';

/** What arrives as JSON at the local page's interface, checked. A wrong one becomes a sentence that says what to do. */
export type Checked<T> = { value: T } | { error: string };

/** One example per act; they stand in the interface's own description too. */
export const actExamples: { [K in Act['do']]: Extract<Act, { do: K }> } = {
  command: { do: 'command', text: '/ask-intro @tom @leila' },
  suggest: { do: 'suggest', text: '/ask-intro @t' },
  press: { do: 'press', message: 'modal', button: 'the id of a button in the pane' },
  choose: {
    do: 'choose',
    message: 'a message id',
    select: 'a select id',
    value: 'an option value',
  },
  submit: { do: 'submit', values: { 'a field id': 'an answer' } },
  dismiss: { do: 'dismiss' },
  'message-action': { do: 'message-action', message: 'a message id', action: 'Check this ask' },
  say: { do: 'say', text: 'Thank you both', in: 'the id of a conversation in the pane' },
};

export const faultExamples: { [K in Fault['fault']]: Extract<Fault, { fault: K }> } = {
  'rate-limit': { fault: 'rate-limit', count: 1, retryAfter: 2 },
  'drop-answer': { fault: 'drop-answer', count: 1 },
  'server-error': { fault: 'server-error', count: 1 },
  dms: { fault: 'dms', handle: 'leila', closed: true },
  'deliver-twice': { fault: 'deliver-twice', count: 1 },
};

// Generous: the platforms' own limits are theirs to enforce and to word.
const text = z.string().max(40_000);
const id = z.string().min(1).max(2_000);

const act: z.ZodType<Act> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('command'), text, in: id.optional() }),
  z.strictObject({ do: z.literal('suggest'), text, in: id.optional() }),
  z.strictObject({ do: z.literal('press'), message: id, button: id }),
  z.strictObject({
    do: z.literal('choose'),
    message: id,
    select: id,
    value: z.string().max(2_000),
  }),
  z.strictObject({ do: z.literal('submit'), values: z.record(id, text) }),
  z.strictObject({ do: z.literal('dismiss') }),
  z.strictObject({ do: z.literal('message-action'), message: id, action: id }),
  z.strictObject({ do: z.literal('say'), text, in: id }),
]);

const count = z.int().min(1).max(1_000);
const match = z.string().min(1).max(200).optional();

const fault: z.ZodType<Fault> = z.discriminatedUnion('fault', [
  z.strictObject({
    fault: z.literal('rate-limit'),
    count,
    retryAfter: z.number().min(0).max(3_600),
    match,
  }),
  z.strictObject({ fault: z.literal('drop-answer'), count, match }),
  z.strictObject({ fault: z.literal('server-error'), count, match }),
  z.strictObject({ fault: z.literal('dms'), handle: id, closed: z.boolean() }),
  z.strictObject({ fault: z.literal('deliver-twice'), count }),
]);

export const checkAct = (json: unknown): Checked<Act> => check(json, act, 'do', actExamples);
export const checkFault = (json: unknown): Checked<Fault> =>
  check(json, fault, 'fault', faultExamples);

function check<T>(
  json: unknown,
  schema: z.ZodType<T>,
  tag: string,
  examples: Record<string, object>,
): Checked<T> {
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  const kinds = Object.keys(examples).join(', ');
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { error: `Send one JSON object with "${tag}" as one of: ${kinds}.` };
  }
  const kind = (json as Record<string, unknown>)[tag];
  const example = typeof kind === 'string' && Object.hasOwn(examples, kind) && examples[kind];
  if (!example) return { error: `"${tag}" must be one of: ${kinds}.` };
  const issue = result.error.issues[0];
  return { error: `${wrong(issue, json)} An example: ${JSON.stringify(example)}` };
}

function wrong(issue: z.core.$ZodIssue | undefined, json: unknown): string {
  if (issue?.code === 'unrecognized_keys') {
    return `"${issue.keys[0]}" is not known here; leave it out.`;
  }
  const path = issue?.path.map(String) ?? [];
  const given = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    json,
  );
  const name = path.join('.');
  if (given === undefined) return `"${name}" is missing.`;
  if (issue?.code === 'too_big') return `"${name}" is more than this takes (${issue.maximum}).`;
  if (issue?.code === 'too_small') return `"${name}" must be at least ${issue.minimum}.`;
  return `"${name}" is not what this takes.`;
}

/** Nobody needs more than this at once, and a slip of the finger can't be taken back. */
const farthest = Temporal.Duration.from({ days: 400 });

const forwardExample = 'Send {"forward": "PT1H"}, {"forward": "P1D"} or {"days": 1}.';

const amounts = z.strictObject({
  weeks: z.int().min(0).optional(),
  days: z.int().min(0).optional(),
  hours: z.int().min(0).optional(),
  minutes: z.int().min(0).optional(),
});

/** `{"forward": "P1D"}` (an ISO 8601 duration) or `{"days": 1}` as milliseconds; a day is 24 hours. */
export function checkForward(json: unknown, now: Date): Checked<number> {
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
  const iso = z.strictObject({ forward: z.string().max(60) }).safeParse(json);
  const counted = amounts.safeParse(json);
  const given = iso.success ? iso.data.forward : counted.success ? counted.data : undefined;
  if (given === undefined) return { error: `The time to move by is not clear. ${forwardExample}` };
  try {
    const duration = Temporal.Duration.from(given);
    const ms = Math.floor(duration.total({ unit: 'milliseconds', relativeTo: from }));
    if (ms <= 0) return { error: `The clock only moves forward. ${forwardExample}` };
    if (ms > farthest.total('milliseconds')) {
      return { error: 'That is more than 400 days at once. Please move it in smaller steps.' };
    }
    return { value: ms };
  } catch {
    return { error: `The time to move by is not clear. ${forwardExample}` };
  }
}
