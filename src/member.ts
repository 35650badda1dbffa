/** A chat platform that Goodword lives on. */
export type PlatformName = 'slack' | 'discord';

/** One Slack workspace or one Discord server: the tenant. `id` is the platform's own (team or guild id). */
export interface Community {
  platform: PlatformName;
  id: string;
}

/** A person in a community, known by the platform's own user id. */
export interface MemberId {
  platform: PlatformName;
  /** The community's id on its platform. */
  community: string;
  user: string;
}

export const communityOf = (member: MemberId): Community => ({
  platform: member.platform,
  id: member.community,
});

/** The member of the same community with another user id. */
export const peer = (member: MemberId, user: string): MemberId => ({ ...member, user });

export const sameMember = (a: MemberId, b: MemberId): boolean =>
  a.platform === b.platform && a.community === b.community && a.user === b.user;
