import { isOpen } from './introductions/ask.ts';
import { communityOf } from './member.ts';
import type { Deps, Stores, Suggestion, SuggestQuery } from './ports.ts';

/** As many as Discord shows. */
const MOST = 25;

/** Completions for a command's option; one keyed read. */
export async function suggest(query: SuggestQuery, deps: Deps): Promise<Suggestion[]> {
  const { command, option, by } = query;
  const typed = query.text.trim();
  const matches = (name: string) => name.toLowerCase().includes(typed.toLowerCase());
  const read = <T>(work: (stores: Stores) => Promise<T>) =>
    deps.database.transaction(communityOf(by), work);
  if (command === 'ask-intro' && option === 'target') {
    // The words as typed, and those the member used in asks that are still open.
    const asks = await read((stores) => stores.asks.openOfSeeker(by.user));
    const used = asks
      .filter(isOpen)
      .flatMap(({ target }) => ('name' in target ? [target.name] : []));
    return listOf([...(typed ? [typed] : []), ...used.filter(matches)]);
  }
  if (command === 'ask-referral' && option === 'company') {
    const offers = await read((stores) => stores.offers.all());
    const firms = offers
      .filter(({ kinds }) => kinds.includes('referrals'))
      .flatMap((offer) => offer.firms)
      .sort((a, b) => a.localeCompare(b));
    return listOf([...firms.filter(matches), ...(typed ? [typed] : [])]);
  }
  return [];
}

const listOf = (names: string[]): Suggestion[] =>
  [...new Set(names)].slice(0, MOST).map((name) => ({ label: name, value: name }));
