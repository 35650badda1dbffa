import { RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Dm, Outcome, Post, Revise } from '../../src/effect.ts';
import type { Claimed } from '../../src/ports.ts';
import { asTrouble, refusedWith, type Trouble } from './api.ts';
import { type ConversationTools, openConversation } from './conversation.ts';
import { limits } from './limits.ts';
import { readRef, reviseMessages, type Sent, sendMessages } from './messages.ts';
import { renderView } from './render.ts';

export type Perform = (claimed: Claimed) => Promise<Outcome>;

/** Wait after an outage before the next try. In milliseconds. */
const AFTER_OUTAGE = 5_000;
const AFTER_LOST_TOKEN = 600_000;
/** Discord's own count of new DMs has no Retry-After (40003). */
const AFTER_TOO_MANY_DMS = 60_000;

/** Performs effects over REST. */
export function createPerform(tools: ConversationTools & { now?: () => number }): Perform {
  const { api, log } = tools;
  const now = tools.now ?? Date.now;
  /**
   * When a try of an effect first got no answer in this process. `later` means "not sent" to the outbox, so what it can't
   * know is remembered here: past the nonce's window such an effect is not sent again.
   */
  const unanswered = new Map<string, number>();

  return async (claimed) => {
    const since = Math.min(
      claimed.unansweredSince?.getTime() ?? Number.POSITIVE_INFINITY,
      unanswered.get(claimed.id) ?? Number.POSITIVE_INFINITY,
    );
    const tooLate = now() - since > limits.nonceWindow;
    if (tooLate && (claimed.effect.effect === 'dm' || claimed.effect.effect === 'post')) {
      unanswered.delete(claimed.id);
      return { outcome: 'ambiguous', why: 'an earlier try got no answer, too long ago to repeat' };
    }
    const began = now();
    const outcome = await attempt(claimed, since < Number.POSITIVE_INFINITY).catch(
      (error): Outcome => {
        const trouble = asTrouble(error);
        if (trouble.kind === 'unanswered' && trouble.maybeDone && !unanswered.has(claimed.id)) {
          remember(claimed.id, Math.min(since, began));
        }
        return outcomeOf(trouble);
      },
    );
    if (outcome.outcome !== 'later') unanswered.delete(claimed.id);
    if (outcome.outcome !== 'sent') {
      const { id, effect } = claimed;
      log.info({ effectId: id, kind: effect.effect, ...outcome }, 'an effect was not sent');
    }
    return outcome;
  };

  function remember(id: string, at: number): void {
    for (const [old, when] of unanswered) {
      // After an hour the outbox has long given up or sent it.
      if (now() - when > 3_600_000) unanswered.delete(old);
    }
    unanswered.set(id, at);
  }

  async function attempt(claimed: Claimed, unsure: boolean): Promise<Outcome> {
    const { effect } = claimed;
    switch (effect.effect) {
      case 'dm':
        return dm(claimed, effect);
      case 'post':
        return post(claimed, effect);
      case 'revise':
        return revise(claimed, effect);
      case 'conversation': {
        const again = unsure || claimed.tries > 0;
        const result = await openConversation(tools, claimed, effect, again);
        return 'opened' in result ? sent(result.opened) : refused(result.refused);
      }
    }
  }

  async function dm(claimed: Claimed, effect: Dm): Promise<Outcome> {
    const community = claimed.community.id;
    const bodies = renderView(effect.view, { community, as: 'content' });
    // Discord tells nobody that a member left, and a DM may still reach them.
    const member = await tools.directory.member(effect.to);
    if (!member) return { outcome: 'closed' };
    try {
      const channel = await api<{ id: string }>('POST', Routes.userChannels(), {
        body: { recipient_id: effect.to.user },
        // The same DM comes back each time.
        repeatable: true,
      });
      return sent(await sendMessages(api, channel.id, claimed.id, bodies));
    } catch (error) {
      if (refusedWith(error, ...CLOSED)) return { outcome: 'closed' };
      throw error;
    }
  }

  async function post(claimed: Claimed, effect: Post): Promise<Outcome> {
    if (!/^\d{1,20}$/.test(effect.channel)) return refused('not a Discord channel');
    const bodies = renderView(effect.view, { community: claimed.community.id, as: 'content' });
    return sent(await sendMessages(api, effect.channel, claimed.id, bodies));
  }

  async function revise(claimed: Claimed, effect: Revise): Promise<Outcome> {
    const before = claimed.revises === undefined ? undefined : readRef(claimed.revises);
    if (!before) return refused('there is no message to revise');
    const bodies = renderView(effect.view, {
      community: claimed.community.id,
      as: before.components ? 'components' : 'content',
    });
    return sent(await reviseMessages(api, before, claimed.id, bodies));
  }
}

const CLOSED = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
];

const sent = (ref: Sent): Outcome => ({ outcome: 'sent', ref: JSON.stringify(ref) });
const refused = (why: string): Outcome => ({ outcome: 'refused', why });

function outcomeOf(trouble: Trouble): Outcome {
  switch (trouble.kind) {
    case 'rate-limited':
      return { outcome: 'later', afterMs: trouble.afterMs, why: 'rate limited' };
    case 'unanswered':
      return { outcome: 'later', afterMs: AFTER_OUTAGE, why: trouble.why };
    case 'unauthorised':
      return { outcome: 'later', afterMs: AFTER_LOST_TOKEN, why: 'the token is not accepted' };
    case 'refused': {
      if (trouble.code === RESTJSONErrorCodes.OpeningDirectMessagesTooFast) {
        return { outcome: 'later', afterMs: AFTER_TOO_MANY_DMS, why: 'too many new DMs' };
      }
      return refused(`Discord refused with ${trouble.status}, code ${trouble.code}`);
    }
  }
}
