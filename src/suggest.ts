import { isOpen } from './introductions/ask.ts';
import { communityOf } from './member.ts';
import type { Deps, Suggestion, SuggestQuery } from './ports.ts';

/** As many as Discord shows. */
const MOST = 25;

/**
 * Completions for a command's option: for a target, the words as typed and those the member used in asks that are still
 * open. One keyed read.
 */
export async function suggest(query: SuggestQuery, deps: Deps): Promise<Suggestion[]> {
  if (query.command !== 'ask-intro' || query.option !== 'target') return [];
  const typed = query.text.trim();
  const asks = await deps.database.transaction(communityOf(query.by), (stores) =>
    stores.asks.openOfSeeker(query.by.user),
  );
  const used = asks
    .filter(isOpen)
    .flatMap(({ target }) => ('name' in target ? [target.name] : []))
    .filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  const names = new Set([...(typed ? [typed] : []), ...used]);
  return [...names].slice(0, MOST).map((name) => ({ label: name, value: name }));
}
