import type { types, ViewStateValue } from '@slack/bolt';
import { channels, people } from '../world.ts';

/** A block that was checked. */
export type Block = types.KnownBlock;
/** What one input holds, in Slack's shape. */
export type StateValue = ViewStateValue;
/** Input values by block id and action id, as Slack sends them. */
export type StateValues = Record<string, Record<string, StateValue>>;

/** Everything the local Slack must remember over a restart: plain data, JSON in and out. */
export interface SlackState {
  version: 1;
  /** Ids given out so far. */
  ids: number;
  /** The latest message timestamp, in microseconds. */
  lastTs: number;
  conversations: Conversation[];
  /** Open modals by user id, the visible one last. */
  modals: Record<string, OpenView[]>;
  /** App home tabs by user id. */
  homes: Record<string, OpenView>;
  responseUrls: ResponseUrl[];
  triggers: Trigger[];
  /** User ids that take no direct messages from the app. */
  closedDms: string[];
}

/** A channel, the app's DM with one person, or a group DM. */
export interface Conversation {
  id: string;
  kind: 'channel' | 'app-dm' | 'group-dm';
  name: string;
  topic: string;
  /** User ids, the app's own included. */
  members: string[];
  messages: Message[];
  /** Up to which message each user has seen it, by user id. */
  read: Record<string, string>;
  created: number;
}

/** A message of the app or of a person. */
export interface Message {
  /** Slack's timestamp, which is also the id in its conversation. */
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  threadTs?: string;
  /** Seconds, when it was changed. */
  edited?: string;
  /** The only user who sees it. */
  onlyFor?: string;
}

/** A view as checked and completed. */
export interface OpenView {
  id: string;
  user: string;
  type: 'modal' | 'home';
  title: types.PlainTextElement | null;
  submit: types.PlainTextElement | null;
  close: types.PlainTextElement | null;
  blocks: Block[];
  privateMetadata: string;
  callbackId: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  hash: string;
  rootId: string;
  previousId: string | null;
  values: StateValues;
  /** What the app said is wrong, by block id. */
  errors: Record<string, string>;
}

/** A `response_url` that was given out. */
export interface ResponseUrl {
  /** Last part of its path. */
  id: string;
  channel: string;
  user: string;
  /** The message with the pressed button, when there is one. */
  message?: string;
  uses: number;
  /** Milliseconds, by the local clock. */
  since: number;
}

/** A `trigger_id` that was given out. */
export interface Trigger {
  id: string;
  user: string;
  /** The modal it came from. */
  view?: string;
  /** Milliseconds, real time: a trigger lives three real seconds. */
  since: number;
  used: boolean;
}

/** Somebody of the workspace, the app itself aside. */
export interface Resident {
  id: string;
  handle: string;
  name: string;
  role: (typeof people)[number]['role'];
  timeZone: string;
  isBot: boolean;
}

/** The workspace. */
export const team = { id: 'T0HARBOUR', domain: 'harbour' } as const;
/** The app and its bot user. */
export const app = {
  id: 'A0GOODWORD',
  bot: 'B0GOODWORD',
  user: 'U0GOODWORD',
  handle: 'goodword',
  name: 'Goodword',
} as const;

/** The people of `world.ts` as Slack knows them. */
export const residents: Resident[] = people.map((person) => ({
  id: `U0${person.handle.toUpperCase()}`,
  handle: person.handle,
  name: person.name,
  role: person.role,
  timeZone: person.timeZone,
  isBot: person.role === 'bot',
}));

/** Undefined for the app itself and for strangers. */
export const residentById = (id: string): Resident | undefined =>
  residents.find((resident) => resident.id === id);

/** A workspace nobody has written in yet. Channels hold everybody, and everybody has a DM with the app. */
export function emptyState(now: Date): SlackState {
  const created = Math.floor(now.getTime() / 1000);
  const everybody = [...residents.map((resident) => resident.id), app.user];
  const humans = residents.filter((resident) => !resident.isBot);
  return {
    version: 1,
    ids: 0,
    lastTs: 0,
    conversations: [
      ...channels.map(
        (channel): Conversation => ({
          id: `C0${channel.name.toUpperCase()}`,
          kind: 'channel',
          name: channel.name,
          topic: channel.topic,
          members: everybody,
          messages: [],
          read: {},
          created,
        }),
      ),
      ...humans.map(
        (human): Conversation => ({
          id: `D0${human.handle.toUpperCase()}`,
          kind: 'app-dm',
          name: app.name,
          topic: '',
          members: [human.id, app.user],
          messages: [],
          read: {},
          created,
        }),
      ),
    ],
    modals: {},
    homes: {},
    responseUrls: [],
    triggers: [],
    closedDms: [],
  };
}
