import { wordsOf } from '../context.ts';
import type { Community } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores, Wake } from '../ports.ts';
import { outsideQuietHours } from '../time.ts';
import { mention, type View } from '../view.ts';
import type { Help } from './help.ts';
import { nudgeTimer } from './record.ts';

/** One message to the seeker about a help that waits for its thank-you. */
export function nudgeView(help: Help, community: Community, words: Messages): View {
  const helper = mention({
    platform: community.platform,
    community: community.id,
    user: help.helper,
  });
  return {
    summary: words.text('nudge.summary'),
    blocks: [
      { node: 'text', content: words.rich(`nudge.${help.kind}`, { helper }) },
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('nudge.now'),
            style: 'agree',
            press: { type: 'thank-now', help: help.id },
          },
          {
            label: words.text('nudge.already'),
            press: { type: 'thanked-already', help: help.id },
          },
          { label: words.text('nudge.later'), press: { type: 'thank-later', help: help.id } },
          { label: words.text('nudge.stop'), press: { type: 'stop-nudges' } },
        ],
      },
      { node: 'context', content: words.rich('nudge.once') },
    ],
  };
}

/** The nudge is due: sent unless thanked meanwhile or stopped; in quiet hours it waits for the morning. */
export async function wakeNudge(
  stores: Stores,
  { help: id }: Extract<Wake, { help: string }>,
  community: Community,
  now: Date,
): Promise<void> {
  const help = await stores.helps.lock(id);
  if (help?.thanks !== 'open') return;
  const seeker = await stores.members.get(help.seeker);
  if (seeker.nudgesStopped) return;
  const settings = await stores.community.settings();
  const at = outsideQuietHours(
    now,
    settings.policy.quietHours,
    seeker.timeZone ?? settings.timeZone,
  );
  if (at.getTime() > now.getTime()) {
    await stores.timers.set(nudgeTimer(id), at, { wake: 'nudge-thanks', help: id });
    return;
  }
  const effect = {
    effect: 'dm' as const,
    key: `help:${id}:nudge:${now.getTime()}`,
    to: { platform: community.platform, community: community.id, user: help.seeker },
    view: nudgeView(help, community, wordsOf(seeker)),
  };
  await stores.outbox.add([effect], now);
}
