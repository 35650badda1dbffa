import { checkingHandlers } from './checking/checking.ts';
import { overlong } from './commands.ts';
import { organiserHandlers } from './communities/organisers.ts';
import { organisingHandlers } from './communities/organising.ts';
import { type Context, contextOf, type Handlers } from './context.ts';
import type { Answer, Reply } from './effect.ts';
import { outcomeHandlers } from './gratitude/outcome.ts';
import { thankingHandlers } from './gratitude/thanking.ts';
import { offeringHandlers } from './helping/offering.ts';
import type { Intent, Request } from './intent.ts';
import { answerHandlers } from './introductions/answers.ts';
import { consentHandlers } from './introductions/consent.ts';
import { draftingHandlers } from './introductions/drafting.ts';
import { infoHandlers } from './introductions/info.ts';
import { myAsksHandlers } from './introductions/my-asks.ts';
import { boardHandlers } from './leaderboard/board.ts';
import type { Deps } from './ports.ts';
import { profileHandlers } from './profiles/profiling.ts';
import { referringHandlers } from './referrals/referring.ts';
import { discretionHandlers } from './safety/discretion.ts';
import { reportingHandlers } from './safety/reporting.ts';
import type { Block } from './view.ts';
import { waitingFor } from './waiting.ts';

const handlers: Handlers = {
  ...checkingHandlers,
  ...draftingHandlers,
  ...answerHandlers,
  ...infoHandlers,
  ...myAsksHandlers,
  ...consentHandlers,
  ...offeringHandlers,
  ...profileHandlers,
  ...referringHandlers,
  ...discretionHandlers,
  ...reportingHandlers,
  ...organiserHandlers,
  ...thankingHandlers,
  ...outcomeHandlers,
  ...boardHandlers,
  ...organisingHandlers,
};

/**
 * Answers one action of a member: load, decide, save, and put what follows in the outbox, in one transaction. What it
 * decided is safe when this resolves. Rejects only when the outside fails (database away) or on a bug.
 */
export async function handle(intent: Intent, deps: Deps): Promise<Answer> {
  const context = contextOf(intent, deps);
  const reply = tooLong(context, intent) ?? (await dispatch(context, intent.request));
  const shows = reply.reply === 'message' || reply.reply === 'update';
  // What is decided is said; what waits can wait for the next time.
  const waiting = shows ? await waitingFor(intent.by, deps).catch(() => []) : [];
  return { reply, waiting };
}

/** Whatever a platform lets through: said plainly, with what was typed. */
function tooLong({ words }: Context, { request }: Intent): Reply | undefined {
  const found = overlong(request);
  if (!found) return undefined;
  const { option, typed, max } = found;
  const why = words.rich(`command.${option}-too-long`, { max, actual: typed.length });
  const blocks: Block[] = [
    { node: 'text', content: why },
    { node: 'quote', text: typed },
    { node: 'context', content: words.rich('kept') },
  ];
  return { reply: 'message', view: { blocks } };
}

function dispatch<T extends Request['type']>(
  context: Context,
  request: Extract<Request, { type: T }>,
): Promise<Reply> {
  const handler = handlers[request.type as T];
  return handler(context, request);
}
