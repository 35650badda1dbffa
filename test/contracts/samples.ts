import { uuidv7 } from 'uuidv7';
import type { Dm, Effect } from '../../src/effect.ts';
import type { Help } from '../../src/gratitude/help.ts';
import type { Draft, SentAsk } from '../../src/introductions/ask.ts';
import type { Community, MemberId } from '../../src/member.ts';
import type { View } from '../../src/view.ts';

/** Small, whole values for tests of what is stored. */

export const slack: Community = { platform: 'slack', id: 'T1' };
export const discord: Community = { platform: 'discord', id: 'T1' };

export const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 12, minutes));

export const memberOf = ({ platform, id }: Community, user: string): MemberId => ({
  platform,
  community: id,
  user,
});

export const view = (summary: string): View => ({
  summary,
  blocks: [{ node: 'quote', text: summary }],
});

export const draft = (community: Community, more: Partial<Draft> = {}): Draft => ({
  id: uuidv7(),
  seeker: memberOf(community, 'seeker'),
  createdAt: at(0),
  state: { is: 'draft', at: at(0) },
  ...more,
});

export const sent = (community: Community, more: Partial<SentAsk> = {}): SentAsk => ({
  id: uuidv7(),
  seeker: memberOf(community, 'seeker'),
  createdAt: at(0),
  helper: 'helper',
  target: { who: 'outside', name: 'Ana at Acme' },
  words: { purpose: 'learn', opening: 'retail banking', note: 'why\nus', declared: 'new' },
  state: { is: 'asked', at: at(1), reminded: false },
  ...more,
});

export const help = (ask: SentAsk, more: Partial<Help> = {}): Help => ({
  id: uuidv7(),
  kind: 'introduced',
  seeker: ask.seeker.user,
  helper: ask.helper,
  ask: ask.id,
  at: at(2),
  thanks: 'open',
  ...more,
});

export const dm = (
  community: Community,
  user: string,
  key: string,
  more: Partial<Dm & Effect> = {},
): Dm & Effect => ({ effect: 'dm', key, to: memberOf(community, user), view: view(key), ...more });
