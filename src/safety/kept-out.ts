import { noDiscretion } from '../communities/settings.ts';
import { firmKey, namesFirm } from '../helping/firms.ts';
import type { Offer } from '../helping/offer.ts';
import type { AskWords, Target } from '../introductions/ask.ts';
import type { Hitch } from '../introductions/views/draft.ts';
import { type MemberId, peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { mention } from '../view.ts';

/** Whom and what a seeker had wanted to keep out of their search, and names in an ask: a warning for each. */
export async function keptOut(
  stores: Stores,
  seeker: MemberId,
  ask: { helper?: string; target: Target; words: Partial<AskWords>; offer?: Offer },
): Promise<Hitch[]> {
  const { people, firms } = (await stores.members.get(seeker.user)).discretion ?? noDiscretion;
  const { helper, target, words, offer } = ask;
  const named = [helper, target.who === 'member' ? target.user : undefined];
  const warnings = people
    .filter((user) => named.includes(user))
    .map(
      (user): Hitch => ({
        key: 'discretion.names-person',
        values: { person: mention(peer(seeker, user)) },
      }),
    );
  const said = ['name' in target ? target.name : '', words.opening ?? '', words.note ?? ''];
  const offered = new Set((offer?.firms ?? []).map(firmKey));
  for (const firm of firms) {
    const isNamed = said.some((text) => namesFirm(text, firm));
    if (isNamed) warnings.push({ key: 'discretion.names-firm', values: { firm } });
    else if (offered.has(firmKey(firm))) {
      warnings.push({ key: 'discretion.helper-there', values: { firm } });
    }
  }
  return warnings;
}
