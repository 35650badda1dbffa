import type { TextRule } from '../rule.ts';
import { friendOfFriend } from './friend-of-friend.ts';
import { whoElse } from './who-else.ts';

/** Every rule, in the order in which findings are told. */
export const rules = [whoElse, friendOfFriend] as const satisfies readonly TextRule[];

export type RuleId = (typeof rules)[number]['id'];
