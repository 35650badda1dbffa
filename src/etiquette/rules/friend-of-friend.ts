import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const friendOfFriend = {
  id: 'friend-of-friend',
  kind: 'text',
  place: 'instead',
  default:
    'block; coach where it asks only for permission, asks one question that needs nothing done, or speaks for somebody in one’s care',
  why: 'A helper who does something for a person they don’t know lends a good name they can’t answer for, and is put on the spot besides.',
  principle: {
    number: 5,
    says: 'Speak for yourself: don’t ask a helper to do something for somebody they don’t know.',
  },
  firesWhen:
    'a text asks the helper to do something for a third person whom they don’t know: a friend, a cousin, a flatmate, “a guy I know”, in any word for kin.',
  silentWhen: [
    'a friend merely suggested the contact',
    'the third person is only circumstance: “my wife and I are moving”',
    'the helper agreed before, or knows the person, and the text says so',
    'the writer offers their own help to others',
  ],
  examples: [
    {
      relationship: 'established',
      verdict: 'block',
      text: 'My flatmate is looking for a job in care. Could you get her in at your ward?',
    },
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'A friend of mine is thinking about paramedic training. Would it be okay if she wrote to you?',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'Priya from your team suggested I write to you about the dispatcher opening in Tampere.',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'My wife and I are moving to Leeds in May. Is the pharmacist post you mentioned still open?',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = marksOf(reviewed, 'third');
    if (marks.length === 0) return undefined;
    const heavy = marks.some(({ signal }) => signal.sure && signal.says('light') < 0);
    return {
      severity: heavy ? 'block' : 'coach',
      marks,
      data: { asks: heavy ? 'doing' : 'little' },
    };
  },
  explain({ asks }) {
    const title = say('rule.friend-of-friend.title');
    const themselves = say('rule.friend-of-friend.way.themselves');
    const permission = say('rule.friend-of-friend.way.permission');
    if (asks === 'little') {
      return {
        title,
        reason: say('rule.friend-of-friend.reason.little'),
        waysOut: [themselves, permission],
      };
    }
    return {
      title,
      reason: say('rule.friend-of-friend.reason.doing'),
      waysOut: [
        themselves,
        permission,
        say('rule.friend-of-friend.way.question'),
        say('rule.friend-of-friend.way.words'),
      ],
    };
  },
  gentle: (_found, _reviewed, gentle) => gentle.friend,
} as const satisfies TextRule;
