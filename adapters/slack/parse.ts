import { messageActions } from '../../src/commands.ts';
import type { Values } from '../../src/form.ts';
import { decodeRequest, type Intent, type Request } from '../../src/intent.ts';
import type { MemberId } from '../../src/member.ts';
import { commandRequest } from './command-text.ts';
import { CHOOSE } from './controls.ts';
import { asTyped } from './typed-text.ts';
import { type FormNote, readNote, type ViewNote } from './view-note.ts';

/**
 * What Slack delivers, as intents. Pure: the same payload gives the same result. Payloads are as documented under
 * docs.slack.dev/reference/interaction-payloads, and come over Socket Mode and HTTP alike.
 */

/** Where an action happened, and with it every way to answer it. */
export type Surface = {
  by: MemberId;
  /** Opens one form within 3 seconds. */
  trigger?: string;
  /** Takes five answers in 30 minutes. */
  responseUrl?: string;
  /** The channel where it began. The app need not be in it. */
  channel?: string;
  /** The thread where it began, by its first message. */
  thread?: string;
} & (
  | { on: 'command' }
  /** A message's menu. */
  | { on: 'shortcut' }
  /** `ts` names the pressed message; an ephemeral one can only be changed through the response URL. */
  | { on: 'message'; ts: string; ephemeral: boolean }
  | { on: 'modal'; view: string; note: ViewNote }
  | { on: 'home' }
  | { on: 'submission'; view: string; note: ViewNote }
);

export type Parsed =
  | { intent: Intent; surface: Surface; form?: { note: FormNote; values: Values } }
  /** A button or form of an earlier version, or of nobody: it stands for nothing any more. */
  | { stale: true; surface: Surface };

type Fields = Record<string, unknown>;

/** Undefined: nothing was asked (a link button's press, an emptied select, another app's payload). */
export function parse(payload: unknown): Parsed | undefined {
  const body = fields(payload);
  if (typeof body.command === 'string') return parseCommand(body);
  if (body.type === 'message_action') return parseShortcut(body);
  if (body.type === 'block_actions') return parseAction(body);
  if (body.type === 'view_submission') return parseSubmission(body);
  if (fields(body.event).type === 'app_home_opened') return parseHome(body);
  return undefined;
}

function parseCommand(body: Fields): Parsed | undefined {
  const request = commandRequest(text(body.command) ?? '', text(body.text) ?? '');
  const by = member(body.team_id, body.user_id);
  const trigger = text(body.trigger_id);
  if (!request || !by || !trigger) return undefined;
  const surface: Surface = {
    on: 'command',
    by,
    trigger,
    ...some({ responseUrl: text(body.response_url), channel: text(body.channel_id) }),
  };
  return { intent: intentOf(request, by, trigger), surface };
}

/** docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload: the message comes in full. */
function parseShortcut(body: Fields): Parsed | undefined {
  const by = memberOf(body);
  const trigger = text(body.trigger_id);
  const action = messageActions.find(({ id }) => id === body.callback_id);
  if (!by || !trigger || !action) return undefined;
  const message = fields(body.message);
  const thread = text(message.thread_ts);
  const surface: Surface = {
    on: 'shortcut',
    by,
    trigger,
    ...some({
      responseUrl: text(body.response_url),
      channel: text(fields(body.channel).id),
      // The message that a thread hangs on stands in the channel.
      thread: thread === message.ts ? undefined : thread,
    }),
  };
  // An app's message has the app's own user, or none.
  const author = text(message.user);
  const request: Request = {
    type: action.request,
    ...(author ? { author } : {}),
    ...asTyped(text(message.text) ?? ''),
  };
  return { intent: intentOf(request, by, trigger), surface };
}

function parseAction(body: Fields): Parsed | undefined {
  const by = memberOf(body);
  const trigger = text(body.trigger_id);
  const action = fields(Array.isArray(body.actions) ? body.actions[0] : undefined);
  const surface = by && trigger ? surfaceOfAction(body, by, trigger) : undefined;
  if (!by || !trigger || !surface) return undefined;
  const asked = askedBy(action);
  if (!asked) return undefined;
  const request = decodeRequest(asked.code, asked.given);
  return request ? { intent: intentOf(request, by, trigger), surface } : { stale: true, surface };
}

/** The code that a button or a select carries, and what was chosen. */
function askedBy(action: Fields): { code: string; given: { choice?: string } } | undefined {
  const id = text(action.action_id) ?? '';
  if (action.type === 'button') {
    if (id.startsWith('open-link:')) return undefined;
    return { code: text(action.value) ?? '', given: {} };
  }
  const choice = chosen(action);
  const [lead, , ...code] = id.split(':');
  if (choice === undefined) return undefined;
  return { code: lead === CHOOSE ? code.join(':') : '', given: { choice } };
}

const chosen = (state: Fields): string | undefined =>
  text(state.selected_user) ??
  text(fields(state.selected_option).value) ??
  text(state.selected_conversation) ??
  text(state.selected_channel) ??
  text(state.selected_date);

function surfaceOfAction(body: Fields, by: MemberId, trigger: string): Surface | undefined {
  const container = fields(body.container);
  const view = fields(body.view);
  if (container.type === 'view') {
    const id = text(container.view_id) ?? text(view.id);
    if (view.type === 'home') return { on: 'home', by, trigger };
    const note = readNote(text(view.private_metadata));
    return id ? { on: 'modal', by, trigger, view: id, note, ...whence(note) } : undefined;
  }
  const ts = text(container.message_ts);
  if (!ts) return undefined;
  return {
    on: 'message',
    by,
    trigger,
    ts,
    ephemeral: container.is_ephemeral === true,
    ...some({
      responseUrl: text(body.response_url),
      channel: text(container.channel_id) ?? text(fields(body.channel).id),
    }),
  };
}

function parseSubmission(body: Fields): Parsed | undefined {
  const by = memberOf(body);
  const view = fields(body.view);
  const id = text(view.id);
  if (!by || !id) return undefined;
  const note = readNote(text(view.private_metadata));
  const surface: Surface = {
    on: 'submission',
    by,
    view: id,
    note,
    ...some({ trigger: text(body.trigger_id) }),
    ...whence(note),
  };
  if (!note.form) return { stale: true, surface };
  const values = valuesOf(fields(fields(view.state).values), note.form);
  const request = decodeRequest(note.form.send, { values });
  return request
    ? {
        intent: intentOf(request, by, `${id}:${text(view.hash) ?? ''}`),
        surface,
        form: { note: note.form, values },
      }
    : { stale: true, surface };
}

/** Answers by field id; the state names blocks, which are numbered anew when a form is shown again. */
function valuesOf(state: Fields, form: FormNote): Values {
  const values: Values = {};
  for (const field of form.fields) {
    const answer = fields(Object.values(fields(state[field.block]))[0]);
    const value = text(answer.value) ?? chosen(answer);
    if (value) values[field.id] = value;
  }
  return values;
}

/** Opening the Home tab shows what `/goodword` shows. */
function parseHome(body: Fields): Parsed | undefined {
  const event = fields(body.event);
  const by = member(body.team_id, event.user);
  const id = text(body.event_id);
  if (!by || !id || event.tab !== 'home') return undefined;
  return { intent: intentOf({ type: 'goodword' }, by, id), surface: { on: 'home', by } };
}

const intentOf = (request: Request, by: MemberId, dedupeKey: string): Intent => ({
  request,
  by,
  dedupeKey,
});

const whence = ({ channel, responseUrl }: ViewNote) => some({ channel, responseUrl });

/** In a shared channel the person may be of another workspace; `team` is the one that the app is installed in. */
const memberOf = (body: Fields): MemberId | undefined => {
  const user = fields(body.user);
  const installed = text(fields(body.view).app_installed_team_id);
  return member(installed ?? text(fields(body.team).id) ?? user.team_id, user.id);
};

const member = (team: unknown, user: unknown): MemberId | undefined =>
  typeof team === 'string' && typeof user === 'string'
    ? { platform: 'slack', community: team, user }
    : undefined;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** Only the keys that have a value. */
const some = <T extends Record<string, string | undefined>>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
