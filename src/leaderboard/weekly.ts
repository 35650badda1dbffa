import type { Settings } from '../communities/settings.ts';
import type { Effect } from '../effect.ts';
import type { Community, MemberId } from '../member.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import type { Stores } from '../ports.ts';
import { type Block, type Inline, mention, plain, type View } from '../view.ts';
import { type BoardRow, nextMonday, weekOf } from './period.ts';

const TOP = 10;
const TIMER = 'board';

/** The weekly post is due on Mondays at nine, while there is a channel for it. */
export async function keepWeekly(stores: Stores, settings: Settings, now: Date): Promise<void> {
  if (!settings.boardChannel) return stores.timers.cancel(TIMER);
  const at = nextMonday(now, settings.timeZone);
  await stores.timers.set(TIMER, at, { wake: 'post-board' });
}

/** Posts the board of the week that ended; once, also when several processes wake. A week without credits is passed over. */
export async function postWeekly(stores: Stores, community: Community, now: Date): Promise<void> {
  const settings = await stores.community.settings();
  await keepWeekly(stores, settings, now);
  const { boardChannel: channel, timeZone } = settings;
  if (!channel) return;
  const week = weekOf(now, timeZone, 1);
  const rows = await stores.board.top(week, TOP);
  if (rows.length === 0) return;
  const first: string[] = [];
  for (const { helper, credits } of rows) {
    const ever = await stores.board.creditsOf(helper, { kind: 'all' });
    const thisWeek = await stores.board.creditsOf(helper, weekOf(now, timeZone));
    if (ever === credits + thisWeek) first.push(helper);
  }
  const memberOf = (user: string): MemberId => ({
    platform: community.platform,
    community: community.id,
    user,
  });
  const effect: Effect = {
    effect: 'post',
    key: `board:${week.start}`,
    community,
    channel,
    view: weeklyView(rows, first, memberOf, messagesFor()),
  };
  await stores.outbox.add([effect], now);
}

function weeklyView(
  rows: BoardRow[],
  first: string[],
  memberOf: (user: string) => MemberId,
  words: Messages,
): View {
  const heading = words.text('board.weekly-heading');
  const blocks: Block[] = [
    { node: 'heading', text: heading },
    { node: 'text', content: words.rich('board.weekly-text') },
    {
      node: 'table',
      head: [words.text('board.helper'), words.text('board.credits')],
      rows: rows.map(({ helper, credits }) => [[mention(memberOf(helper))], [plain(`${credits}`)]]),
    },
  ];
  if (first.length > 0) {
    const names = first.flatMap((user, i): Inline[] => [
      ...(i === 0 ? [] : [plain(', ')]),
      mention(memberOf(user)),
    ]);
    const lead = words.rich('board.weekly-first', { count: first.length });
    blocks.push({ node: 'text', content: [...lead, plain(' '), ...names] });
  }
  blocks.push({ node: 'context', content: words.rich('board.weekly-more') });
  return { summary: heading, blocks };
}
