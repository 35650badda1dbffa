import { wakingMoment } from '../communities/waking-hours.ts';
import { sentence, wordsOf } from '../context.ts';
import type { Effect } from '../effect.ts';
import type { Community, MemberId } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores, Wake } from '../ports.ts';
import { type Button, mention, type View } from '../view.ts';
import type { Help } from './help.ts';
import { nudgeKeys, nudgeTimer } from './record.ts';

const memberOf = (community: Community, user: string): MemberId => ({
  platform: community.platform,
  community: community.id,
  user,
});

/** One message to the seeker about a help that waits for its thank-you. Asked for later, it can't be put off again. */
function nudgeView(help: Help, helper: MemberId, again: boolean, words: Messages): View {
  const later: Button = {
    label: words.text('nudge.later'),
    press: { type: 'thank-later', help: help.id },
  };
  return {
    summary: words.text('nudge.summary'),
    blocks: [
      { node: 'text', content: words.rich(`nudge.${help.kind}`, { helper: mention(helper) }) },
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
          ...(again ? [] : [later]),
          { label: words.text('nudge.stop'), press: { type: 'stop-nudges' } },
        ],
      },
      { node: 'context', content: words.rich(again ? 'nudge.last' : 'nudge.once') },
    ],
  };
}

/** The nudge is due: sent unless thanked meanwhile or stopped; in quiet hours it waits for the morning. */
export async function wakeNudge(
  stores: Stores,
  due: Extract<Wake, { wake: 'nudge-thanks' }>,
  community: Community,
  now: Date,
): Promise<void> {
  const help = await stores.helps.lock(due.help);
  if (help?.thanks !== 'open') return;
  const seeker = await stores.members.get(help.seeker);
  if (seeker.nudgesStopped) return;
  const at = await wakingMoment(stores, help.seeker, now);
  if (at.getTime() > now.getTime()) {
    await stores.timers.set(nudgeTimer(help.id), at, due);
    return;
  }
  const again = due.again ?? false;
  const view = nudgeView(help, memberOf(community, help.helper), again, wordsOf(seeker));
  const key = nudgeKeys(help.id)[again ? 'again' : 'first'];
  const to = memberOf(community, help.seeker);
  await stores.outbox.add([{ effect: 'dm', key, to, view }], now);
}

/** A help is thanked: its nudge is called off, and one that was sent loses its buttons. */
export async function settleNudge(
  stores: Stores,
  help: Help,
  community: Community,
  now: Date,
): Promise<void> {
  await stores.timers.cancel(nudgeTimer(help.id));
  const words = wordsOf(await stores.members.get(help.seeker));
  const helper = mention(memberOf(community, help.helper));
  const view = sentence(words, 'nudge.thanked', { helper });
  const settled = Object.values(nudgeKeys(help.id)).map(
    (of): Effect => ({ effect: 'revise', key: `${of}:settled`, of, community, view }),
  );
  await stores.outbox.add(settled, now);
}
