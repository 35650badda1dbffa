import type { Context, Handlers } from '../context.ts';
import type { Reply } from '../effect.ts';
import { peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { type Button, mention, plain, type View } from '../view.ts';
import { type BoardPeriod, monthOf, weekOf } from './period.ts';

const TOP = 10;
const periods = ['week', 'last-week', 'month', 'all'] as const;
type Choice = (typeof periods)[number];

/** The board of helpers, for one member. */
export const boardHandlers: Handlers<'helpers' | 'board' | 'board-hide' | 'board-show'> = {
  helpers: async (context) => ({ reply: 'message', view: await board(context, 'week') }),
  board: async (context, { period }) => ({ reply: 'update', view: await board(context, period) }),
  'board-hide': (context) => hide(context, true),
  'board-show': (context) => hide(context, false),
};

function hide(context: Context, hiddenFromBoard: boolean): Promise<Reply> {
  return context.once(async (stores) => {
    const [member] = await stores.members.lock([context.by.user]);
    if (member) await stores.members.save({ ...member, hiddenFromBoard });
    return { reply: 'update', view: await boardView(context, stores, 'week') };
  });
}

const board = (context: Context, choice: Choice): Promise<View> =>
  context.read((stores) => boardView(context, stores, choice));

async function boardView(
  { by, words, now }: Context,
  stores: Stores,
  choice: Choice,
): Promise<View> {
  const { timeZone } = await stores.community.settings();
  const period: BoardPeriod = {
    week: () => weekOf(now, timeZone),
    'last-week': () => weekOf(now, timeZone, 1),
    month: () => monthOf(now, timeZone),
    all: (): BoardPeriod => ({ kind: 'all' }),
  }[choice]();
  const rows = await stores.board.top(period, TOP);
  const own = await stores.board.creditsOf(by.user, period);
  const { hiddenFromBoard } = await stores.members.get(by.user);

  const others: Button[] = periods
    .filter((other) => other !== choice)
    .map((other) => ({
      label: words.text(`board.${other}`),
      press: { type: 'board', period: other },
    }));
  const visibility: Button = hiddenFromBoard
    ? { label: words.text('board.show'), press: { type: 'board-show' } }
    : { label: words.text('board.hide'), press: { type: 'board-hide' } };
  const heading = words.text(`board.heading-${choice}`);
  return {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      rows.length === 0
        ? { node: 'text', content: words.rich('board.empty') }
        : {
            node: 'table',
            head: [words.text('board.helper'), words.text('board.credits')],
            rows: rows.map((row) => [
              [mention(peer(by, row.helper))],
              [plain(String(row.credits))],
            ]),
          },
      { node: 'text', content: words.rich('board.own', { count: own }) },
      ...(hiddenFromBoard
        ? [{ node: 'context' as const, content: words.rich('board.own-hidden') }]
        : []),
      { node: 'context', content: words.rich('board.rule') },
      { node: 'buttons', buttons: [...others, visibility] },
    ],
  };
}
