import type { Community } from '../src/member.ts';

/** The key that leads every row of a community. The only place that makes one; nothing takes one apart. */
export const communityId = (community: Community): string =>
  `${community.platform}:${community.id}`;
