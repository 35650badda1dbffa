import type { Settings } from '../communities/settings.ts';
import type { AskStateName, SentAsk } from '../introductions/ask.ts';
import type { Stores } from '../ports.ts';
import { addDays } from '../time.ts';
import type { HelpKind } from './help.ts';

const helpOf: Partial<Record<AskStateName, HelpKind>> = {
  introduced: 'introduced',
  talked: 'talked',
  submitted: 'referred',
  pointer: 'pointer',
  'name-lent': 'name-lent',
};

/** Records the help that an ask ended in, if it ended in one, and sets the nudge for its thank-you. */
export async function recordHelp(
  stores: Stores,
  ask: SentAsk,
  id: string,
  settings: Settings,
): Promise<void> {
  const kind = helpOf[ask.state.is];
  if (!kind) return;
  const { at } = ask.state;
  await stores.helps.save({
    id,
    kind,
    seeker: ask.seeker.user,
    helper: ask.helper,
    ask: ask.id,
    at,
    thanks: 'open',
  });
  const { policy } = settings;
  await stores.timers.set(nudgeTimer(id), addDays(at, policy.thankNudgeAfterDays), {
    wake: 'nudge-thanks',
    help: id,
  });
  const asks = [['ask-outcome', policy.outcomeAfterDays] as const];
  const isMeeting = kind === 'introduced' || kind === 'talked';
  for (const [wake, days] of isMeeting
    ? [...asks, ['ask-talked', policy.talkedAfterDays] as const]
    : asks) {
    await stores.timers.set(outcomeTimer(id, wake), addDays(at, days), { wake, help: id });
  }
}

export const outcomeTimer = (help: string, wake: 'ask-talked' | 'ask-outcome'): string =>
  `help:${help}:${wake}`;

export const nudgeTimer = (help: string): string => `help:${help}:nudge`;

/** The outbox keys of the nudge for a help, and of the one that was asked for later. */
export const nudgeKeys = (help: string) => ({
  first: `help:${help}:nudge`,
  again: `help:${help}:nudge:again`,
});
