import type { Context } from '../context.ts';
import { peer } from '../member.ts';
import { mention } from '../view.ts';
import type { Hitch } from './views/draft.ts';

/** Why this member can't be asked, or can't be met; undefined when nothing stands in the way. */
export async function personHitch(
  context: Context,
  whose: 'helper' | 'target',
  user: string,
): Promise<(Hitch & { whose: typeof whose }) | undefined> {
  if (user === context.by.user) return { whose, key: `person.self-${whose}` };
  const person = mention(peer(context.by, user));
  const facts = await context.person(user);
  if (!facts) return { whose, key: `person.unknown-${whose}`, values: { person } };
  if (facts.isBot) return { whose, key: `person.bot-${whose}`, values: { person } };
  if (whose === 'helper') {
    const helper = await context.read((stores) => stores.members.get(user));
    if (helper.refusesAsks) return { whose, key: 'person.refuses-helper', values: { person } };
  }
  return undefined;
}
