import { checking } from './en/checking.ts';
import { cli } from './en/cli.ts';
import { common } from './en/common.ts';
import { communities } from './en/communities.ts';
import { etiquette } from './en/etiquette.ts';
import { gratitude } from './en/gratitude.ts';
import { helping } from './en/helping.ts';
import { introductions } from './en/introductions.ts';
import { leaderboard } from './en/leaderboard.ts';
import { myAsks } from './en/my-asks.ts';
import { profiles } from './en/profiles.ts';
import { referrals } from './en/referrals.ts';
import { safety } from './en/safety.ts';

/** The English catalogue is the shape that the others satisfy. Values are ICU MessageFormat. */
export const en = {
  ...common,
  ...checking,
  ...introductions,
  ...myAsks,
  ...helping,
  ...referrals,
  ...profiles,
  ...safety,
  ...gratitude,
  ...leaderboard,
  ...communities,
  ...etiquette,
  ...cli,
} as const;
