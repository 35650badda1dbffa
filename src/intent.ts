import { z } from 'zod';
import type { MemberId } from './member.ts';

/**
 * Everything that a member can ask for. A request is what a command, a button, a select or a form stands for; an intent is
 * a request with who asked. Buttons and forms carry their request, so nothing needs to be remembered between a message
 * and its press, and a restart changes nothing.
 */

const ask = z.uuid();
const help = z.uuid();
const user = z.string().min(1).max(40);
const text = z.string().max(4000);
/** Members who stand in a text as `@` and their id, for their names to be put there. */
const mentions = z.array(user).optional();
const values = z.record(z.string().max(40), z.string().max(4000));

/**
 * Whom a command's `target` names: a member by mention, or the words as typed, whatever their length: whoever typed too much is
 * told so.
 */
const spokenTarget = z.union([z.object({ user }), z.object({ text: z.string() })]);

/**
 * Whom a form is about, short enough to ride in a button: `d` is "as the stored draft says", `h` the helper themselves,
 * `m:<user>` a member.
 */
const targetCode = z.union([z.literal('d'), z.literal('h'), z.string().regex(/^m:.{1,40}$/)]);

const requests = [
  // Commands.
  z.object({
    type: z.literal('ask-intro'),
    helper: user.optional(),
    target: spokenTarget.optional(),
  }),
  z.object({ type: z.literal('ask-referral'), company: z.string().optional() }),
  /** `spoken`: what else stands in the command: a name that the platform didn't know, or words for the helper. */
  z.object({ type: z.literal('thank'), helper: user.optional(), spoken: z.string().optional() }),
  z.object({ type: z.literal('helpers') }),
  z.object({ type: z.literal('goodword') }),
  z.object({ type: z.literal('check-ask'), text: text.optional(), mentions }),
  z.object({ type: z.literal('help'), command: z.string().max(40) }),

  // What is done with a message, from its menu.
  z.object({
    type: z.literal('check-message'),
    /** Whoever wrote it. Absent: no member did. */
    author: user.optional(),
    /** As long as any message: Slack's may have 40,000 characters. */
    text: z.string().max(40_000),
    mentions,
  }),

  // Checking what isn't sent.
  z.object({ type: z.literal('send-check'), values }),

  // Drafting an ask.
  z.object({ type: z.literal('open-draft'), ask }),
  z.object({ type: z.literal('pick-helper'), ask, choice: user }),
  z.object({ type: z.literal('pick-target'), ask, choice: user }),
  z.object({ type: z.literal('aim-outside'), ask }),
  z.object({ type: z.literal('aim-team'), ask }),
  z.object({ type: z.literal('aim-helper'), ask }),
  z.object({ type: z.literal('send-aim'), ask, as: z.enum(['outside', 'team']), values }),
  z.object({ type: z.literal('find-helper'), ask }),
  z.object({ type: z.literal('send-find'), ask, values }),
  z.object({ type: z.literal('watch'), ask }),
  z.object({ type: z.literal('write-ask'), ask }),
  z.object({ type: z.literal('send-ask'), ask, helper: user, target: targetCode, values }),
  z.object({ type: z.literal('pick-firm'), ask, choice: z.string().min(1).max(100) }),
  z.object({ type: z.literal('name-firm'), ask }),
  z.object({ type: z.literal('send-firm'), ask, values }),
  z.object({ type: z.literal('send-referral'), ask, values }),
  /** Where contacts were fished for: a talk with the helper about their own work. */
  z.object({ type: z.literal('talk-instead'), ask }),
  z.object({ type: z.literal('use-rewrite'), ask }),
  z.object({ type: z.literal('send-as-is'), ask }),
  z.object({ type: z.literal('discard'), ask }),

  // The helper's answers.
  z.object({ type: z.literal('introduce'), ask }),
  z.object({ type: z.literal('introduce-who'), ask }),
  z.object({ type: z.literal('send-who'), ask, values }),
  z.object({ type: z.literal('need-more'), ask }),
  z.object({ type: z.literal('send-question'), ask, values }),
  z.object({ type: z.literal('lend-name'), ask }),
  z.object({ type: z.literal('point'), ask }),
  z.object({ type: z.literal('send-pointer'), ask, values }),
  z.object({ type: z.literal('not-now'), ask }),
  z.object({ type: z.literal('send-not-now'), ask, values }),
  z.object({ type: z.literal('decline'), ask }),
  z.object({ type: z.literal('pass-on'), ask }),
  /** Words to decline with, for the helper to say themselves. */
  z.object({ type: z.literal('decline-words'), ask, choice: z.string().max(20) }),
  z.object({ type: z.literal('know-each-other'), ask }),
  z.object({ type: z.literal('strangers'), ask }),
  z.object({ type: z.literal('note-sent'), ask }),
  z.object({ type: z.literal('note-dropped'), ask }),

  // The seeker's answer to a helper's question.
  z.object({ type: z.literal('give-info'), ask }),
  z.object({ type: z.literal('send-info'), ask, values }),

  // The seeker's own asks.
  z.object({ type: z.literal('my-asks') }),
  z.object({ type: z.literal('all-my-asks') }),
  z.object({ type: z.literal('my-ask'), choice: ask }),
  z.object({ type: z.literal('remind-helper'), ask }),
  z.object({ type: z.literal('add-question'), ask }),
  z.object({ type: z.literal('send-added'), ask, values }),
  z.object({ type: z.literal('withdraw-sure'), ask }),
  z.object({ type: z.literal('withdraw'), ask }),
  /** What waits for a member's answer, once more. */
  z.object({ type: z.literal('look-at'), ask }),

  // The target's consent.
  z.object({ type: z.literal('consent'), ask }),
  z.object({ type: z.literal('refuse'), ask }),
  z.object({ type: z.literal('refuse-always'), ask }),

  // The networking profile.
  z.object({ type: z.literal('networking-profile') }),
  z.object({ type: z.literal('edit-profile') }),
  z.object({ type: z.literal('send-profile'), values }),
  z.object({ type: z.literal('remove-profile') }),

  // What a member offers.
  z.object({ type: z.literal('offer-help') }),
  z.object({ type: z.literal('edit-offer') }),
  z.object({ type: z.literal('send-offer'), values }),
  z.object({ type: z.literal('edit-pace') }),
  z.object({ type: z.literal('send-pace'), values }),
  z.object({ type: z.literal('pause-offer') }),
  z.object({ type: z.literal('resume-offer') }),
  z.object({ type: z.literal('withdraw-offer') }),
  z.object({ type: z.literal('refuse-asks') }),
  z.object({ type: z.literal('welcome-asks') }),

  // Discretion and safety.
  z.object({ type: z.literal('discretion') }),
  z.object({ type: z.literal('avoid-person'), choice: user }),
  z.object({ type: z.literal('name-avoided') }),
  z.object({ type: z.literal('send-avoided'), values }),
  z.object({ type: z.literal('block-member'), choice: user }),
  z.object({ type: z.literal('allow-again'), choice: z.string().min(3).max(100) }),
  z.object({ type: z.literal('report-member'), choice: user }),
  z.object({ type: z.literal('send-report'), about: user, values }),
  z.object({ type: z.literal('report-ask'), ask }),
  z.object({ type: z.literal('send-ask-report'), ask, values }),
  z.object({ type: z.literal('reports') }),
  z.object({ type: z.literal('settle-report'), report: z.uuid() }),
  z.object({ type: z.literal('organisers') }),
  z.object({ type: z.literal('add-organiser'), choice: user }),
  z.object({ type: z.literal('remove-organiser'), choice: user }),

  // Thanks and the board.
  z.object({ type: z.literal('thank-now'), help }),
  z.object({ type: z.literal('thank-member'), choice: user }),
  z.object({ type: z.literal('thanked-already'), help }),
  z.object({ type: z.literal('thank-later'), help }),
  z.object({ type: z.literal('stop-nudges') }),
  z.object({ type: z.literal('resume-nudges') }),
  z.object({
    type: z.literal('send-thanks'),
    helper: user,
    /** `-`: the latest help of theirs that waits for thanks. */
    help: z.union([help, z.literal('-')]),
    values,
  }),
  z.object({ type: z.literal('undo-thanks'), thanks: z.uuid() }),
  z.object({ type: z.literal('we-talked'), help }),
  z.object({ type: z.literal('not-yet') }),
  z.object({ type: z.literal('tell-outcome'), help }),
  z.object({ type: z.literal('pick-outcome'), choice: help }),
  z.object({ type: z.literal('send-outcome'), help, values }),
  z.object({ type: z.literal('board'), period: z.enum(['week', 'last-week', 'month', 'all']) }),
  z.object({ type: z.literal('board-hide') }),
  z.object({ type: z.literal('board-show') }),

  // Organisers.
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('send-settings'), values }),
] as const;

export const requestSchema = z.discriminatedUnion('type', requests);
export type Request = z.infer<typeof requestSchema>;
export type RequestType = Request['type'];

/** A form's request before its answers. */
export type FormRequest = DistributiveOmit<Extract<Request, { values: unknown }>, 'values'>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export interface Intent {
  request: Request;
  by: MemberId;
  /** From the platform (trigger, interaction or event id): the same press delivered twice carries the same key. */
  dedupeKey: string;
  /** BCP 47 tag as the platform reports it, when it does. */
  locale?: string;
}

const shapes = new Map(requests.map((schema) => [schema.shape.type.value as string, schema]));
/** Keys that come from the member, not from the button. */
const answered = new Set(['type', 'choice', 'values', 'spoken', 'text', 'mentions', 'author']);
const carriedKeys = (type: string): string[] => {
  const schema = shapes.get(type);
  return schema ? Object.keys(schema.shape).filter((key) => !answered.has(key)) : [];
};

const SEPARATOR = '~';

/**
 * A button's, select's or form's request as a short string (at most 75 characters with Discord's ids; Discord allows
 * 100 in `custom_id`, and the adapter adds the community's id). UUIDs are packed to 22 characters.
 */
export function encodeRequest(request: { type: string }): string {
  const fields = request as Record<string, unknown>;
  const parts = carriedKeys(request.type).map((key) => packUuid(String(fields[key])));
  for (const part of parts) {
    if (part.includes(SEPARATOR))
      throw new Error(`cannot carry "${part}" in a ${request.type} button`);
  }
  return [request.type, ...parts].join(SEPARATOR);
}

/** The request that `encodeRequest` wrote, completed by what the member chose or typed; undefined when it isn't one. */
export function decodeRequest(
  code: string,
  given: { choice?: string; values?: Record<string, string> } = {},
): Request | undefined {
  const [type = '', ...parts] = code.split(SEPARATOR);
  const keys = carriedKeys(type);
  if (keys.length !== parts.length) return undefined;
  const carried = Object.fromEntries(keys.map((key, i) => [key, unpackUuid(parts[i] ?? '')]));
  const parsed = requestSchema.safeParse({ type, ...carried, ...given });
  return parsed.success ? parsed.data : undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-';
const PACKED = /^u[\w-]{22}$/;

function packUuid(value: string): string {
  if (!UUID.test(value)) return value;
  let rest = BigInt(`0x${value.replaceAll('-', '')}`);
  let packed = '';
  for (let i = 0; i < 22; i++) {
    packed = DIGITS[Number(rest & 63n)] + packed;
    rest >>= 6n;
  }
  return `u${packed}`;
}

function unpackUuid(value: string): string {
  if (!PACKED.test(value)) return value;
  let rest = 0n;
  for (const digit of value.slice(1)) rest = (rest << 6n) | BigInt(DIGITS.indexOf(digit));
  const hex = rest.toString(16).padStart(32, '0').slice(-32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
