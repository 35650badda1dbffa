import type { etiquette } from '../messages/en/etiquette.ts';
import type { Finding } from './finding.ts';

/** A sentence of the message catalogue. */
export interface Saying {
  key: keyof typeof etiquette;
  values: Record<string, string | number>;
}

/** What to say of a finding. */
export interface Explanation {
  title: Saying;
  /** Why, in one sentence or two. */
  reason: Saying;
  /** What else one can do; the kindest first. */
  waysOut: Saying[];
}

const say = (key: Saying['key']): Saying => ({ key, values: {} });

/** Which words of the catalogue say what a finding means. */
export function explain(finding: Finding): Explanation {
  switch (finding.rule) {
    case 'who-else':
      return explainWhoElse(finding.data.relationship);
    case 'friend-of-friend':
      return explainFriend(finding.data.asks);
  }
}

function explainWhoElse(relationship: unknown): Explanation {
  const title = say('rule.who-else.title');
  if (relationship === 'established') {
    return {
      title,
      reason: say('rule.who-else.reason.established'),
      waysOut: [say('rule.who-else.way.one-person'), say('rule.who-else.way.interest')],
    };
  }
  return {
    title,
    reason: say(relationship === 'new' ? 'rule.who-else.reason.new' : 'rule.who-else.reason.cold'),
    waysOut: [say('rule.who-else.way.talk'), say('rule.who-else.way.later')],
  };
}

function explainFriend(asks: unknown): Explanation {
  const title = say('rule.friend-of-friend.title');
  const themselves = say('rule.friend-of-friend.way.themselves');
  const permission = say('rule.friend-of-friend.way.permission');
  const question = say('rule.friend-of-friend.way.question');
  switch (asks) {
    case 'permission':
      return {
        title,
        reason: say('rule.friend-of-friend.reason.permission'),
        waysOut: [themselves],
      };
    case 'question':
      return {
        title,
        reason: say('rule.friend-of-friend.reason.question'),
        waysOut: [themselves, permission],
      };
    case 'care':
      return {
        title,
        reason: say('rule.friend-of-friend.reason.care'),
        waysOut: [permission, question],
      };
    default:
      return {
        title,
        reason: say('rule.friend-of-friend.reason.doing'),
        waysOut: [themselves, permission, question, say('rule.friend-of-friend.way.words')],
      };
  }
}
