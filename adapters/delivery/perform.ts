import type { Outcome } from '../../src/effect.ts';
import type { Claimed, Platform } from '../../src/ports.ts';
import type { DeliveryOptions } from './delivery.ts';

/** Tries before an effect is given up; with the outbox's growing pauses that is about ten hours. */
export const MOST_TRIES = 20;
/** Until the platform that an effect is for is set up again. */
const PLATFORM_MISSING_MS = 10 * 60_000;
const FINISH_ATTEMPTS = 12;
/** How long a platform may take to say whether somebody is still there. */
const LOOKUP_MS = 5_000;

type Around = Pick<DeliveryOptions, 'queue' | 'platforms' | 'clock' | 'settle' | 'log'> & {
  performMs?: number;
  isStopped(): boolean;
};

/**
 * Performs one claimed effect and writes down what became of it. Resolves when that is done, or when the platform has left us
 * without an answer for too long; a late answer is still written down, if the effect is ours by then.
 * Rejects when the queue does.
 */
export async function performInTime(claimed: Claimed, around: Around): Promise<void> {
  const { queue, platforms, log, performMs = 25_000 } = around;
  const platform = platforms.get(claimed.community.platform);
  if (!platform) {
    const why = `${claimed.community.platform} is not set up`;
    return finish(claimed, { outcome: 'later', afterMs: PLATFORM_MISSING_MS, why }, around);
  }
  try {
    await queue.begin(claimed);
  } catch (error) {
    if (error instanceof Error && error.name === 'LeaseLost') return;
    throw error;
  }
  const answered = callPlatform(platform, claimed, around);
  let alarm: NodeJS.Timeout | undefined;
  const unanswered = new Promise<'unanswered'>((late) => {
    alarm = setTimeout(late, performMs, 'unanswered');
  });
  const first = await Promise.race([answered, unanswered]);
  clearTimeout(alarm);
  if (first !== 'unanswered') return finish(first.claimed, first.outcome, around);
  log.warn(about(claimed), 'the platform gave no answer');
  answered
    .then((late) => finish(late.claimed, late.outcome, around))
    .catch((error: unknown) =>
      log.error({ ...about(claimed), err: error }, 'a late answer is lost'),
    );
}

async function callPlatform(
  platform: Platform,
  claimed: Claimed,
  { log, clock }: Around,
): Promise<{ claimed: Claimed; outcome: Outcome }> {
  try {
    const outcome = await platform.perform(claimed);
    const known =
      outcome.outcome === 'closed' ? await closedOrLeft(platform, claimed, outcome) : outcome;
    return { claimed, outcome: lastTry(claimed, known) };
  } catch (error) {
    log.error({ ...about(claimed), err: error }, 'performing failed: this is a bug');
    // It may have failed after the message was sent: the next try must know that this one's end isn't known.
    const unansweredSince = claimed.unansweredSince ?? clock.now();
    const doubtful = { ...claimed, unansweredSince };
    const outcome = { outcome: 'later', afterMs: 0, why: 'it failed inside Goodword' } as const;
    return { claimed: doubtful, outcome: lastTry(doubtful, outcome) };
  }
}

/** Somebody who left will never come to read it; somebody with closed DMs may. In doubt, it is the latter. */
async function closedOrLeft(
  platform: Platform,
  { effect }: Claimed,
  closed: Extract<Outcome, { outcome: 'closed' }>,
): Promise<Outcome> {
  if (effect.effect !== 'dm') return closed;
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<'unknown'>((resolve) => {
    alarm = setTimeout(resolve, LOOKUP_MS, 'unknown');
  });
  const lookup = async () => platform.lookup(effect.to);
  const found = await Promise.race([lookup(), late]).catch(() => 'unknown');
  clearTimeout(alarm);
  return found === undefined ? { ...closed, left: true } : closed;
}

/** The outcome, but that the last "later" is an end: the core and the outbox treat it as such. */
function lastTry(claimed: Claimed, outcome: Outcome): Outcome {
  if (outcome.outcome !== 'later' || claimed.tries + 1 < MOST_TRIES) return outcome;
  const why = `given up after ${MOST_TRIES} tries: ${outcome.why}`;
  return { outcome: claimed.unansweredSince ? 'ambiguous' : 'refused', why };
}

/**
 * Writes the outcome down. What the platform did is known only here: while the database is away it is tried again, or a
 * sent message would become one that nobody knows about.
 */
async function finish(claimed: Claimed, outcome: Outcome, around: Around): Promise<void> {
  const { queue, clock, log, isStopped } = around;
  const fields = {
    ...about(claimed),
    outcome: outcome.outcome,
    ...('why' in outcome && { why: outcome.why }),
    ...('left' in outcome && { left: outcome.left }),
  };
  let settle = around.settle;
  for (let attempt = 1; ; attempt++) {
    let bug: unknown;
    try {
      await queue.finish(claimed, outcome, clock.now(), async (stores) => {
        try {
          await settle(claimed, outcome, stores);
        } catch (error) {
          if (!isOfDatabase(error)) bug = error;
          throw error;
        }
      });
      break;
    } catch (error) {
      if (bug !== undefined) {
        log.error({ ...fields, err: bug }, 'nothing could be made of an outcome: this is a bug');
        settle = async () => {};
        continue;
      }
      if (attempt >= FINISH_ATTEMPTS || isStopped()) throw error;
      await new Promise((wait) => setTimeout(wait, Math.min(10_000, 100 * 2 ** attempt)));
    }
  }
  if (outcome.outcome === 'sent') log.info(fields, 'delivered');
  else log.warn(fields, 'not delivered');
}

/** Errors of the database and its connection carry a code; a mistake in the program doesn't. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || error.name === 'QueryFailed' || 'query' in error);

/** What a log may say of an effect: no text, nobody's name or id. An effect's key holds ids of members. */
const about = ({ id, effect, community, tries }: Claimed) => ({
  effectId: id,
  kind: effect.effect,
  platform: community.platform,
  tries,
});
