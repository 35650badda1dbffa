/** @import { Act, Acted, Pane, PaneConversation } from '../pane.ts' */
/** @import { World } from './calls.js' */
import { fetchPane, fetchWorld, postAct, postForward, postStartOver } from './calls.js';

/** @typedef {'slack' | 'discord'} PlatformName */

/**
 * @typedef {object} State
 * @property {World} [world]
 * @property {Partial<Record<PlatformName, Pane>>} panes What each side shows.
 * @property {Record<PlatformName, string>} who The persona on each side.
 * @property {Record<string, string>} at Open conversation by `platform/handle`.
 * @property {Record<string, number>} seen Unread ones already looked at, by `platform/handle/conversation`.
 * @property {Record<string, string>} drafts Command line by `platform/handle`.
 * @property {Record<string, Record<string, string>>} answers What was typed into a form, by `platform/handle/form`.
 * @property {Partial<Record<PlatformName, string>>} notices What went wrong last on each side.
 * @property {Partial<Record<PlatformName, boolean>>} busy
 * @property {PlatformName} active The side that a narrow window shows.
 * @property {boolean} moving The clock is being moved.
 * @property {boolean} connected
 * @property {string} [trouble] What went wrong outside both sides.
 */

/** @type {State} */
export const state = {
  panes: {},
  who: { slack: 'nadia', discord: 'nadia' },
  at: {},
  seen: {},
  drafts: {},
  answers: {},
  notices: {},
  busy: {},
  active: 'slack',
  moving: false,
  connected: true,
};

/** @type {() => void} */
let draw = () => {};

/** @param {() => void} redraw Called after every change of the state. */
export function onChange(redraw) {
  draw = redraw;
}

/** @param {Partial<State>} change */
export function set(change) {
  Object.assign(state, change);
  draw();
}

let refreshing = false;
let again = false;

/** Asks for everything that is shown. Calls during one that runs become one more after it. */
export async function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    do {
      again = false;
      const world = await fetchWorld();
      for (const platform of world.platforms) {
        const known = platform.personas.some((one) => one.handle === state.who[platform.name]);
        if (!known) state.who[platform.name] = platform.personas[0]?.handle ?? '';
      }
      const panes = await Promise.all(
        world.platforms.map((platform) => fetchPane(platform.name, state.who[platform.name])),
      );
      state.world = world;
      // A persona switched meanwhile makes these stale; the switch asks again itself.
      for (const pane of panes) {
        if (pane.persona.handle === state.who[pane.platform]) state.panes[pane.platform] = pane;
      }
      look();
    } while (again);
    if (state.connected) delete state.trouble;
  } catch (error) {
    state.trouble = messageOf(error);
  } finally {
    refreshing = false;
    draw();
  }
}

/** @param {PlatformName} platform */
export const side = (platform) => `${platform}/${state.who[platform]}`;

/** @param {PlatformName} platform @returns {PaneConversation | undefined} */
export function openConversation(platform) {
  const conversations = state.panes[platform]?.conversations ?? [];
  const chosen = state.at[side(platform)];
  return conversations.find((one) => one.id === chosen) ?? conversations[0];
}

/** How many messages somebody has not looked at: in one conversation, or in all that are not channels. @type {(platform: PlatformName, handle: string, conversation?: string) => number} */
export function unread(platform, handle, conversation) {
  const facts = state.world?.platforms.find((one) => one.name === platform);
  const counts = facts?.personas.find((one) => one.handle === handle)?.unread ?? {};
  return Object.entries(counts)
    .filter(([id]) =>
      conversation === undefined
        ? !facts?.channels.some((channel) => channel.id === id)
        : id === conversation,
    )
    .reduce(
      (sum, [id, count]) =>
        sum + Math.max(0, count - (state.seen[`${platform}/${handle}/${id}`] ?? 0)),
      0,
    );
}

/**
 * The platform counts what came since the persona last *did* something there; the page also forgets what was looked at. A count that fell
 * means that they did something: it starts again from there.
 */
function look() {
  for (const { name, personas } of state.world?.platforms ?? []) {
    for (const { handle, unread: counts } of personas) {
      for (const [id, count] of Object.entries(counts)) {
        const key = `${name}/${handle}/${id}`;
        state.seen[key] = Math.min(state.seen[key] ?? 0, count);
      }
    }
    const open = openConversation(name);
    const inView = state.panes[name]?.persona.handle === state.who[name];
    if (open && inView) state.seen[`${side(name)}/${open.id}`] = open.unread;
  }
}

/** Becomes somebody else and goes where something waits for them. @type {(platform: PlatformName, handle: string) => Promise<void>} */
export async function become(platform, handle) {
  if (state.who[platform] === handle) return;
  state.who[platform] = handle;
  delete state.notices[platform];
  try {
    const pane = await fetchPane(platform, handle);
    if (state.who[platform] !== handle) return;
    state.panes[platform] = pane;
    const waiting = pane.conversations
      .filter((one) => unread(platform, handle, one.id) > 0)
      .sort(
        (a, b) =>
          Number(a.kind === 'channel') - Number(b.kind === 'channel') || newest(b) - newest(a),
      )[0];
    if (waiting) state.at[side(platform)] = waiting.id;
    look();
  } catch (error) {
    state.notices[platform] = messageOf(error);
  }
  draw();
}

/** @param {PaneConversation} conversation */
const newest = ({ messages }) => Date.parse(messages.at(-1)?.at ?? '1970-01-01');

/** @type {(platform: PlatformName, conversation: string) => void} */
export function open(platform, conversation) {
  state.at[side(platform)] = conversation;
  look();
  draw();
}

/**
 * Does one thing as the persona of that side. What the platform refuses is shown there.
 *
 * @type {(platform: PlatformName, act: Act) => Promise<boolean>}
 */
export async function act(platform, what) {
  if (state.busy[platform]) return false;
  state.busy[platform] = true;
  delete state.notices[platform];
  draw();
  let done = false;
  try {
    const acted = await postAct(platform, state.who[platform], what);
    done = acted.ok;
    if (!acted.ok) state.notices[platform] = acted.error;
  } catch (error) {
    state.notices[platform] = messageOf(error);
  }
  state.busy[platform] = false;
  await refresh();
  return done;
}

/** @type {(platform: PlatformName, act: Act) => Promise<{ value: string, label: string }[]>} */
export async function suggest(platform, what) {
  try {
    /** @type {Acted} */
    const acted = await postAct(platform, state.who[platform], what);
    return acted.ok ? (acted.suggestions ?? []) : [];
  } catch {
    // Completion is a convenience: without it, typing goes on.
    return [];
  }
}

/** @param {string} forward An ISO 8601 duration. */
export async function moveClock(forward) {
  set({ moving: true });
  try {
    await postForward(forward);
    delete state.trouble;
  } catch (error) {
    state.trouble = messageOf(error);
  }
  state.moving = false;
  await refresh();
}

export async function startOver() {
  set({ moving: true });
  try {
    await postStartOver();
    Object.assign(state, { at: {}, seen: {}, drafts: {}, answers: {}, notices: {} });
    delete state.trouble;
  } catch (error) {
    state.trouble = messageOf(error);
  }
  state.moving = false;
  await refresh();
}

/** Refreshes with every change that the server tells, and after a connection that came back. */
export function follow() {
  const changes = new EventSource('/try/changes');
  changes.addEventListener('change', () => void refresh());
  changes.addEventListener('open', () => set({ connected: true }));
  changes.addEventListener('error', () => set({ connected: false }));
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
