import { type Context, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { type Draft, isDraft } from './ask.ts';

/** The draft, locked, when it is there and this member's; else what to tell them. */
export async function ownDraft(
  context: Context,
  stores: Stores,
  id: string,
): Promise<Draft | Reply> {
  const { by, words } = context;
  const draft = await stores.asks.lock(id);
  if (!draft) return say(words, 'draft.gone');
  if (!sameMember(draft.seeker, by)) return say(words, 'again.not-yours');
  return isDraft(draft) ? draft : say(words, 'draft.already-sent');
}
