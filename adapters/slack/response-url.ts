import type { SlackMessage } from './render.ts';

/**
 * An answer through the address that came with an action: private, or in place of the pressed message, which then stays as
 * private or public as it was.
 */
export type Answered = SlackMessage &
  (
    | { replace_original: true }
    | { replace_original: false; response_type: 'ephemeral'; thread_ts?: string }
  );

/** In a thread, where the member is in one: in the channel behind it they might not see it. */
export const privately = (message: SlackMessage, thread?: string): Answered => ({
  ...message,
  response_type: 'ephemeral',
  replace_original: false,
  ...(thread ? { thread_ts: thread } : {}),
});

export const inPlace = (message: SlackMessage): Answered => ({
  ...message,
  replace_original: true,
});

const TIMEOUT_MS = 5_000;

/**
 * Rejects with a plain reason (`used_url`, `expired_url`, `HTTP 500`) when Slack didn't take it
 * (docs.slack.dev/interactivity/handling-user-interaction#message_responses).
 */
export async function respond(url: string, answer: Answered): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(answer),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const said = await response.text();
  const code = /"error"\s*:\s*"([a-z0-9_]+)"/.exec(said)?.[1] ?? /^[a-z0-9_]+$/.exec(said)?.[0];
  // Refusals come as 4xx, and as 200 with `"ok": false`.
  if (response.ok && !/"ok"\s*:\s*false/.test(said)) return;
  throw new Error(code ?? `HTTP ${response.status}`);
}
