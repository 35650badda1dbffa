import type { About } from '../../draft.ts';

/** How an English letter begins. */
export const greetings: ReadonlySet<string> = new Set(
  'hi hello hey dear hiya howdy greetings morning good yo hallo'.split(' '),
);

/** Asks about the helper's own work; names nobody and no contacts. */
export function gentleTalk({ field, company, role }: About): string {
  const ask = 'Could I ask you for twenty minutes about your own work and how you came to it?';
  if (field) return `I'm really interested in getting into ${field}. ${ask}`;
  if (role) return `I'm interested in this role: ${role}. ${ask}`;
  if (company) return `I'm really interested in ${company}. ${ask}`;
  return ask;
}

/** Opens with the interest, and asks for one person in one place. */
export function gentleIntroduction({ field, company, role }: About): string {
  const ask = "Is there one person you'd suggest I talk to?";
  const few = "but I don't know many people there yet.";
  if (field) return `I'm really interested in getting into ${field}, ${few} ${ask}`;
  if (company) return `I'm really interested in ${company}, ${few} ${ask}`;
  if (role) {
    return `I'm really interested in this role: ${role}. Is there one person in that line of work you'd suggest I talk to?`;
  }
  return "Is there one person in your line of work you'd suggest I talk to?";
}

/** Leaves the asking to whom it concerns; `who` is how the writer called them, if that can be said again. */
export function gentleFriend(who: string | undefined): string {
  return `I think ${who ?? 'they'} should ask you about this directly, if that suits you.`;
}
