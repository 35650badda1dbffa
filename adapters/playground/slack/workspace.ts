import { randomBytes } from 'node:crypto';
import type { LocalClock } from '../pane.ts';
import { limits } from './limits.ts';
import {
  app,
  type Block,
  type Conversation,
  emptyState,
  type Message,
  type OpenView,
  type ResponseUrl,
  type SlackState,
  type Trigger,
} from './state.ts';

/** The state with what every part of the local Slack does to it. */
export interface Workspace {
  state: SlackState;
  clock: LocalClock;
  /** Where the server answers, without a slash at the end. */
  url: string;
  /** Tells the page that some pane changed. */
  changed(): void;
}

/** A fresh workspace; `changed` is called after everything that some pane shows. */
export function createWorkspace(clock: LocalClock, changed: () => void): Workspace {
  return { state: emptyState(clock.now()), clock, url: '', changed };
}

/** An id like Slack's: a letter that says what it is, then capitals and digits. */
export function nextId(workspace: Workspace, letter: string): string {
  workspace.state.ids += 1;
  return `${letter}0${workspace.state.ids.toString(36).toUpperCase().padStart(8, '0')}`;
}

/** A message timestamp by the local clock: unique and ever growing, as `seconds.microseconds`. */
export function nextTs(workspace: Workspace): string {
  const state = workspace.state;
  state.lastTs = Math.max(workspace.clock.now().getTime() * 1000, state.lastTs + 1);
  const micros = String(state.lastTs);
  return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
}

/** A view's hash, different after every change. */
export function nextHash(workspace: Workspace): string {
  workspace.state.ids += 1;
  const seconds = Math.floor(workspace.clock.now().getTime() / 1000);
  return `${seconds}.${workspace.state.ids.toString(16).padStart(8, '0')}`;
}

/** Undefined when there is no such conversation. */
export const conversationById = (workspace: Workspace, id: string): Conversation | undefined =>
  workspace.state.conversations.find((conversation) => conversation.id === id);

/** The app's DM with this user; bots have none. */
export const appDmOf = (workspace: Workspace, user: string): Conversation | undefined =>
  workspace.state.conversations.find(
    (conversation) => conversation.kind === 'app-dm' && conversation.members.includes(user),
  );

/** Whether it is a DM with somebody who takes none. */
export const isDmClosed = (workspace: Workspace, conversation: Conversation): boolean =>
  conversation.kind === 'app-dm' &&
  conversation.members.some((member) => workspace.state.closedDms.includes(member));

/** Undefined when it is not there (any more). */
export const messageAt = (workspace: Workspace, channel: string, ts: string): Message | undefined =>
  conversationById(workspace, channel)?.messages.find((message) => message.ts === ts);

/** A message to be; the app's own unless it names a user, everybody's unless it is only for one. */
export interface Posting {
  user?: string;
  text: string;
  blocks: Block[];
  onlyFor?: string;
  threadTs?: string;
}

/** Adds a message, the app's own when no user is given. */
export function post(workspace: Workspace, conversation: Conversation, posting: Posting): Message {
  const message: Message = {
    ts: nextTs(workspace),
    user: posting.user ?? app.user,
    text: posting.text,
    blocks: posting.blocks,
    ...(posting.onlyFor === undefined ? {} : { onlyFor: posting.onlyFor }),
    ...(posting.threadTs === undefined ? {} : { threadTs: posting.threadTs }),
  };
  conversation.messages.push(message);
  workspace.changed();
  return message;
}

/** Takes a message away for everybody. */
export function removeMessage(workspace: Workspace, conversation: Conversation, ts: string): void {
  conversation.messages = conversation.messages.filter((message) => message.ts !== ts);
  workspace.changed();
}

/** Marks everything in it as seen: the persona just did something there. */
export function markRead(conversation: Conversation, user: string): void {
  const latest = conversation.messages.at(-1);
  if (latest) conversation.read[user] = latest.ts;
}

const KEPT = 500;

/** A new trigger for one action of one person. */
export function createTrigger(workspace: Workspace, user: string, view?: string): Trigger {
  workspace.state.ids += 1;
  const trigger: Trigger = {
    id: `${Date.now()}.${workspace.state.ids}.${randomBytes(16).toString('hex')}`,
    user,
    since: Date.now(),
    used: false,
    ...(view === undefined ? {} : { view }),
  };
  workspace.state.triggers = [...workspace.state.triggers.slice(-KEPT), trigger];
  return trigger;
}

/** Spends a trigger, or says which of Slack's errors it is. */
export function exchangeTrigger(workspace: Workspace, id: string): Trigger | { error: string } {
  const trigger = workspace.state.triggers.find((candidate) => candidate.id === id);
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (Date.now() - trigger.since > limits.triggerMs) return { error: 'expired_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  return trigger;
}

/** A `response_url` for one action. Its half hour goes by the local clock. */
export function createResponseUrl(
  workspace: Workspace,
  about: { channel: string; user: string; message?: string },
): string {
  const since = workspace.clock.now().getTime();
  const made: ResponseUrl = { id: randomBytes(12).toString('hex'), ...about, uses: 0, since };
  workspace.state.responseUrls = [...workspace.state.responseUrls.slice(-KEPT), made];
  return `${workspace.url}/response/${made.id}`;
}

/** The open modals of a user, the visible one last. */
export const modalsOf = (workspace: Workspace, user: string): OpenView[] =>
  workspace.state.modals[user] ?? [];

/** Replaces a user's open modals. */
export function setModals(workspace: Workspace, user: string, stack: OpenView[]): void {
  if (stack.length) workspace.state.modals[user] = stack;
  else delete workspace.state.modals[user];
  workspace.changed();
}
