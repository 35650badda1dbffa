import type { webApi } from '@slack/bolt';
import type pino from 'pino';
import { z } from 'zod';
import type { Conversation, Dm, Outcome, Post, Revise } from '../../src/effect.ts';
import type { Claimed } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { limits } from './limits.ts';
import { renderMessages, type SlackMessage } from './render.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/**
 * Effects through the Web API. `client` must not retry and must reject when rate limited: a retry after a lost answer
 * posts twice, and Slack has no key to tell it so.
 */
export function createPerform(
  client: webApi.WebClient,
  log: pino.Logger,
): (claimed: Claimed) => Promise<Outcome> {
  return async (claimed) => {
    const { effect } = claimed;
    if (effect.effect === 'revise') return revise(effect, claimed);
    if (claimed.unansweredSince) {
      return { outcome: 'ambiguous', why: 'an earlier try to post got no answer' };
    }
    const outcome = await post(effect);
    if (outcome.outcome !== 'sent') {
      const why = 'why' in outcome ? outcome.why : undefined;
      const about = { effectId: claimed.id, kind: effect.effect };
      log.info({ ...about, outcome: outcome.outcome, why }, 'not sent');
    }
    return outcome;
  };

  async function post(effect: Dm | Conversation | Post): Promise<Outcome> {
    switch (effect.effect) {
      case 'dm':
        // A user id as the channel is the app's DM with them; it needs no scope beyond chat:write.
        return send(effect.to.user, effect.view, (code) =>
          unreachable.has(code) ? { outcome: 'closed' } : { outcome: 'refused', why: code },
        );
      case 'post':
        return send(effect.channel, effect.view, (why) => ({ outcome: 'refused', why }));
      case 'conversation':
        return converse(effect);
    }
  }

  async function converse({ members, view }: Conversation): Promise<Outcome> {
    const users = [...new Set(members.map((member) => member.user))];
    if (users.length > limits.groupDmPeople) {
      return { outcome: 'refused', why: `a group DM takes ${limits.groupDmPeople} people` };
    }
    let channel: string | undefined;
    try {
      channel = (await client.conversations.open({ users: users.join(',') })).channel?.id;
    } catch (error) {
      const found = troubleOf(error);
      // Opening the same conversation again finds the same one, so a lost answer does no harm.
      if (found.trouble !== 'refused') return later(found);
      return { outcome: 'refused', why: found.code };
    }
    if (!channel) return { outcome: 'later', afterMs: 30_000, why: 'Slack named no conversation' };
    return send(channel, view, (why) => ({ outcome: 'refused', why }));
  }

  async function send(
    channel: string,
    view: View,
    refused: (code: string) => Outcome,
  ): Promise<Outcome> {
    let messages = renderMessages(view);
    const parts: Reference[] = [];
    for (let i = 0; i < messages.length; i++) {
      try {
        parts.push(await postOne(channel, messages[i] as SlackMessage));
      } catch (error) {
        const found = troubleOf(error);
        const misfit = found.trouble === 'refused' && misfits.has(found.code);
        if (misfit && i === 0 && messages.some(hasTable)) {
          log.warn({ code: found.code }, 'Slack refused a table; sending it as a list');
          messages = renderMessages(view, { tables: 'list' });
          i = -1;
          continue;
        }
        // The beginning of it stands there already, so it may not be sent anew.
        if (i > 0) return { outcome: 'ambiguous', why: 'only a part of a long message was sent' };
        if (found.trouble === 'refused') return refused(found.code);
        return found.trouble === 'later' ? later(found) : { outcome: 'ambiguous', why: found.why };
      }
    }
    return { outcome: 'sent', ref: refOf(parts) };
  }

  async function postOne(channel: string, message: SlackMessage): Promise<Reference> {
    const posted = await client.chat.postMessage({
      channel,
      ...message,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channel: posted.channel ?? channel, ts: posted.ts ?? '' };
  }

  async function revise({ view }: Revise, { id, revises: ref }: Claimed): Promise<Outcome> {
    const place = ref === undefined ? undefined : readRef(ref);
    if (ref === undefined) {
      return { outcome: 'later', afterMs: 30_000, why: 'what it revises was not sent yet' };
    }
    if (!place) return { outcome: 'refused', why: 'not a reference to a Slack message' };
    for (const tables of ['native', 'list'] as const) {
      const messages = renderMessages(view, { tables });
      try {
        return { outcome: 'sent', ref: refOf(await replace(place, messages)) };
      } catch (error) {
        const found = troubleOf(error);
        if (found.trouble !== 'refused') return later(found);
        if (tables === 'native' && misfits.has(found.code) && messages.some(hasTable)) continue;
        log.info({ effectId: id, kind: 'revise', why: found.code }, 'not revised');
        return { outcome: 'refused', why: found.code };
      }
    }
    return { outcome: 'refused', why: 'Slack takes it in no form' };
  }

  /** Puts messages in the places of those of a view: what is too many goes, what is missing is posted below. */
  async function replace(place: Place, messages: SlackMessage[]): Promise<Reference[]> {
    const { channel } = place;
    const before = [place.ts, ...(place.more ?? [])];
    const parts: Reference[] = [];
    for (const [i, message] of messages.entries()) {
      const ts = before[i];
      if (ts === undefined) {
        parts.push(await postOne(channel, message));
        continue;
      }
      await client.chat.update({ channel, ts, ...message, parse: 'none', link_names: false });
      parts.push({ channel, ts });
    }
    for (const ts of before.slice(messages.length)) {
      await client.chat.delete({ channel, ts }).catch((error) => {
        if (troubleOf(error).trouble !== 'refused') throw error;
      });
    }
    return parts;
  }
}

/**
 * What Slack answers to a DM for somebody who left, is of another workspace or can't be written to by this app
 * (docs.slack.dev/reference/methods/chat.postMessage#errors, conversations.open#errors). `messages_tab_disabled` is an app
 * without its Messages tab: what waits is shown at the member's next use, as with closed DMs.
 */
const unreachable = new Set([
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'user_is_bot',
  'is_inactive',
  'is_archived',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'not_in_channel',
]);

const misfits = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments']);

const hasTable = (message: SlackMessage): boolean =>
  message.blocks.some((block) => block.type === 'table');

const later = (found: Exclude<Trouble, { trouble: 'refused' }>): Outcome => ({
  outcome: 'later',
  afterMs: found.trouble === 'later' ? found.afterMs : 30_000,
  why: found.why,
});

const reference = z.object({
  channel: z.string().min(1),
  ts: z.string().min(1),
  /** The other messages of a view that is too long for one. */
  more: z.array(z.string().min(1)).optional(),
});
type Place = z.infer<typeof reference>;
type Reference = Pick<Place, 'channel' | 'ts'>;

function refOf([first, ...others]: Reference[]): string {
  if (!first) return '';
  const more = others.map(({ ts }) => ts);
  return JSON.stringify(more.length > 0 ? { ...first, more } : first);
}

function readRef(ref: string): Place | undefined {
  try {
    return reference.safeParse(JSON.parse(ref)).data;
  } catch {
    return undefined;
  }
}
