/** What the etiquette review says of each finding. ICU MessageFormat; chosen by `src/etiquette/explain.ts`. */
export const etiquette = {
  'rule.who-else.title': 'Asking for contacts',
  'rule.who-else.reason.cold':
    'You two don’t know each other yet, and whom somebody knows is built on trust. Their own work is a good place to start.',
  'rule.who-else.reason.new':
    'You have only just met, and whom somebody knows is built on trust. Their own work is a good place to go on from.',
  'rule.who-else.reason.established':
    'An open ask for contacts leaves the work to your helper; one field and one person is easy to say yes to.',
  'rule.who-else.way.talk': 'Ask for a twenty-minute talk about their own work.',
  'rule.who-else.way.later': 'Leave contacts for later: they often come up by themselves.',
  'rule.who-else.way.one-person': 'Ask for one person, in one field, team or firm.',
  'rule.who-else.way.interest':
    'Open with what draws you there, so that they know whom to think of.',
  'rule.friend-of-friend.title': 'Asking for somebody else',
  'rule.friend-of-friend.reason.doing':
    'Your helper doesn’t know this person, and would be lending a good name they can’t answer for.',
  'rule.friend-of-friend.reason.permission':
    'It is kind to ask first; it is kinder still when the person who wants it writes a few lines themselves.',
  'rule.friend-of-friend.reason.question':
    'A question passed on tends to grow; the person who has it can ask it best.',
  'rule.friend-of-friend.reason.care':
    'It is good of you to speak for somebody; your helper will want to know that they agreed, and what exactly would help.',
  'rule.friend-of-friend.way.themselves': 'Let them ask themselves: they know best what they need.',
  'rule.friend-of-friend.way.permission':
    'Ask only whether your helper would like to hear from them.',
  'rule.friend-of-friend.way.question':
    'Ask one specific question that needs an answer and nothing else.',
  'rule.friend-of-friend.way.words':
    'If they press you, you could say: “I’m not comfortable asking that for you, but I’ll gladly help you write to them.”',
} as const;
