import type { Rule } from '../rule.ts';
import { baitAndSwitch } from './bait-and-switch.ts';
import { bandwidth } from './bandwidth.ts';
import { bundle } from './bundle.ts';
import { concentrated } from './concentrated.ts';
import { drip } from './drip.ts';
import { friendOfFriend } from './friend-of-friend.ts';
import { impatient } from './impatient.ts';
import { noContext } from './no-context.ts';
import { oneSided } from './one-sided.ts';
import { overApologetic } from './over-apologetic.ts';
import { pressure } from './pressure.ts';
import { tooOften } from './too-often.ts';
import { unprepared } from './unprepared.ts';
import { unthanked } from './unthanked.ts';
import { vague } from './vague.ts';
import { whoElse } from './who-else.ts';
import { wrongTier } from './wrong-tier.ts';

/** In the order in which findings are told: what the words do, then what happened before. */
export const rules = [
  whoElse,
  friendOfFriend,
  pressure,
  baitAndSwitch,
  bundle,
  vague,
  noContext,
  overApologetic,
  drip,
  tooOften,
  bandwidth,
  impatient,
  unthanked,
  concentrated,
  wrongTier,
  oneSided,
  unprepared,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
