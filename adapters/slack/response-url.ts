import type { SlackMessage } from './render.ts';
import { answered, rateLimited, SlackTrouble, type Trouble, unreached } from './trouble.ts';

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
 * Rejects with `SlackTrouble` when Slack didn't take it (`used_url`, `expired_url`;
 * docs.slack.dev/interactivity/handling-user-interaction#message_responses). Sent twice it is there twice: only `later` says
 * that it surely isn't there.
 */
export async function respond(url: string, answer: Answered): Promise<void> {
  let response: Response;
  let said: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(answer),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    said = await response.text();
  } catch (error) {
    throw new SlackTrouble(unreached(error));
  }
  // Refusals come as 4xx, and as 200 with `"ok": false`.
  if (response.ok && !/"ok"\s*:\s*false/.test(said)) return;
  throw new SlackTrouble(refusal(response, said));
}

function refusal({ status, headers }: Response, said: string): Trouble {
  if (status === 429) return rateLimited(Number(headers.get('retry-after')) || 1);
  const why = `HTTP ${status}`;
  if (status >= 500) return { trouble: 'unknown', why };
  const code = /"error"\s*:\s*"([a-z0-9_]+)"/.exec(said)?.[1] ?? /^[a-z0-9_]+$/.exec(said)?.[0];
  return code ? answered(code) : { trouble: 'refused', code: why };
}
