/** @import { Act, Acted, Pane } from '../pane.ts' */

/**
 * @typedef {{ handle: string, name: string, role: string, unread: Record<string, number> }} Somebody
 * @typedef {{
 *   name: 'slack' | 'discord',
 *   personas: Somebody[],
 *   members: { handle: string, user: string, name: string, role: string }[],
 *   channels: { id: string, name: string }[],
 * }} PlatformFacts
 * @typedef {{ now: string, aheadMs: number, startOver: boolean, platforms: PlatformFacts[] }} World
 */

const away = 'Goodword does not answer. Please check that it still runs in your terminal.';

/**
 * @template T
 * @param {string} path
 * @param {unknown} [body] Given: it is a POST.
 * @returns {Promise<T>} Rejects with a sentence to show.
 */
async function call(path, body) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Error(away);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? away);
  return answer;
}

/** @returns {Promise<World>} */
export const fetchWorld = () => call('/try');

/** @type {(platform: string, handle: string) => Promise<Pane>} */
export const fetchPane = (platform, handle) => call(`/try/${platform}/${handle}`);

/** @type {(platform: string, handle: string, act: Act) => Promise<Acted>} */
export const postAct = (platform, handle, act) => call(`/try/${platform}/${handle}`, act);

/** @type {(forward: string) => Promise<unknown>} */
export const postForward = (forward) => call('/try/clock', { forward });

/** @returns {Promise<unknown>} */
export const postStartOver = () => call('/try/start-over', {});
