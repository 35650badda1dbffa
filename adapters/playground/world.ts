import type { Persona } from './pane.ts';

/** Who lives in the local communities, the same people on both platforms. */
export const people: (Omit<Persona, 'user'> & { timeZone: string })[] = [
  { handle: 'nadia', name: 'Nadia Haddad', role: 'seeker', timeZone: 'Europe/Helsinki' },
  { handle: 'tom', name: 'Tom Okafor', role: 'helper', timeZone: 'Europe/Berlin' },
  { handle: 'aiko', name: 'Aiko Lindqvist', role: 'helper', timeZone: 'Europe/Stockholm' },
  { handle: 'leila', name: 'Leila Moreau', role: 'target', timeZone: 'Europe/Paris' },
  { handle: 'jonas', name: 'Jonas Weber', role: 'organiser', timeZone: 'Europe/Berlin' },
  { handle: 'polly', name: 'Polly Polls', role: 'bot', timeZone: 'UTC' },
];

/** The organiser is the workspace's or server's admin. Bots can't be acted as. */
export const isAdmin = (person: { role: Persona['role'] }): boolean => person.role === 'organiser';

export const communityName = 'Harbour Job Seekers';

/** Everybody is in every channel. */
export const channels = [
  { name: 'general', topic: 'Hello' },
  { name: 'introductions', topic: 'Where introductions open' },
  { name: 'wins', topic: 'Good news' },
];
