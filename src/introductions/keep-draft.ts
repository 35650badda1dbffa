import type { Stores } from '../ports.ts';
import { addDays } from '../time.ts';
import type { Draft, Target } from './ask.ts';
import { timerName } from './transition.ts';

/** Saves a draft, for a while. Whoever is asked to introduce to themselves is asked for a talk. */
export async function keepDraft(stores: Stores, draft: Draft, now: Date): Promise<Draft> {
  const { target, helper } = draft;
  const meetsHelper = target?.who === 'member' && target.user === helper;
  const kept: Draft = meetsHelper ? { ...draft, target: { who: 'helper' } } : draft;
  await stores.asks.save(kept);
  const { policy } = await stores.community.settings();
  await stores.timers.set(timerName(draft.id, 'forget-draft'), addDays(now, policy.draftKeptDays), {
    wake: 'forget-draft',
    ask: draft.id,
  });
  return kept;
}

export const aimedAt = (user: string): Extract<Target, { who: 'member' }> => ({
  who: 'member',
  user,
});
