import type { LocalClock } from '../pane.ts';
import { channels } from '../world.ts';
import { membersOf, residentOf, theApp } from './residents.ts';
import { snowflakeAt } from './snowflake.ts';
import type { State } from './state.ts';

/** What every part of the local Discord works on. */
export interface Town {
  /** Replaced as a whole by a restore: never keep a part of it. */
  state: State;
  clock: LocalClock;
  /** A new id, and the moment it stands for by the local clock (ISO 8601). */
  nextId(): string;
  now(): string;
  /** Something changed that a pane shows. */
  changed(): void;
  /** Sends an event to the connected app, if it asked for one of these intents; 0: always. */
  dispatch(event: string, data: object, intents?: number): void;
}

const opened = Date.UTC(2023, 8, 12, 7, 42, 0);

/** Ids of the channels by name. */
export const channelIds: Record<string, string> = Object.fromEntries(
  channels.map(({ name }, index) => [name, snowflakeAt(opened + index * 60_000, index)]),
);

/** Nobody has said anything yet. */
export function createState(now: Date): State {
  const createdAt = now.toISOString();
  const state: State = {
    lastId: snowflakeAt(now),
    commands: [],
    channels: {},
    messages: {},
    interactions: {},
    modals: {},
    seen: {},
    closedDms: [],
    gone: [],
    locales: {},
  };
  for (const { name, topic } of channels) {
    const id = channelIds[name]!;
    state.channels[id] = { id, type: 0, name, topic, createdAt, hiddenFrom: [] };
  }
  const persons = membersOf(state).filter(({ bot }) => !bot);
  for (const [index, { user }] of persons.entries()) {
    const id = snowflakeAt(opened + 90 * 86_400_000 + index * 45_678, index);
    state.channels[id] = {
      id,
      type: 1,
      name: theApp.name,
      recipient: user,
      createdAt,
      hiddenFrom: [],
    };
  }
  return state;
}

export const localeOf = (town: Town, user: string): string => town.state.locales[user] ?? 'en-US';

/** The name that others read. */
export const nameOf = (user: string): string => residentOf(user)?.name ?? 'Unknown User';

/** Gateway intents, https://discord.com/developers/docs/events/gateway#gateway-intents */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;
