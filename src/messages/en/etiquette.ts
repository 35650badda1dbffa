/** What the etiquette review says of each finding. ICU MessageFormat; each rule's `explain` chooses from its own. */
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
  'rule.friend-of-friend.reason.little':
    'It is kind to ask so little; it is kinder still when the person it concerns writes a few lines themselves.',
  'rule.friend-of-friend.way.themselves': 'Let them ask themselves: they know best what they need.',
  'rule.friend-of-friend.way.permission':
    'Ask only whether your helper would like to hear from them.',
  'rule.friend-of-friend.way.question':
    'Ask one specific question that needs an answer and nothing else.',
  'rule.friend-of-friend.way.words':
    'If they press you, you could say: “I’m not comfortable asking that for you, but I’ll gladly help you write to them.”',

  'rule.pressure.title': 'Room to say no',
  'rule.pressure.reason.hard':
    'These words may read as a claim. Help comes more easily where a no is welcome too.',
  'rule.pressure.reason.fast':
    'Your helper may need longer than this; a date with some room gets a better answer.',
  'rule.pressure.way.need': 'Say what you need and why, and leave it there.',
  'rule.pressure.way.room': 'Add that you understand if it doesn’t suit them.',
  'rule.pressure.way.date': 'Name your date, and say what you will do if they can’t make it.',

  'rule.bait-and-switch.title': 'Saying what it is for',
  'rule.bait-and-switch.reason':
    'It says that you only want to learn, and it asks for a job. Said openly, both are welcome.',
  'rule.bait-and-switch.way.say': 'Say that you are looking for work, and what for.',
  'rule.bait-and-switch.way.learn': 'Or keep to the questions, and leave the job for another time.',

  'rule.bundle.title': 'One favour at a time',
  'rule.bundle.reason':
    'This asks for several different things at once. One of them gets a better answer.',
  'rule.bundle.way.one': 'Ask for the one that would help you most.',
  'rule.bundle.way.talk': 'Or ask for one talk, and bring the questions written down.',

  'rule.vague.title': 'Something to hold on to',
  'rule.vague.reason':
    'Your helper can’t tell yet what would help. A role, a field, a firm or one question makes it easy.',
  'rule.vague.way.role': 'Name the role or the field, and why it matters to you.',
  'rule.vague.way.question': 'Or ask one question that can be answered in a minute.',

  'rule.no-context.title': 'Who is writing, and why to them',
  'rule.no-context.reason':
    'You two haven’t met. A line on who you are and why you turn to them makes it easy to help.',
  'rule.no-context.way.who': 'Say in a line who you are.',
  'rule.no-context.way.why': 'Say what made you think of them.',

  'rule.over-apologetic.title': 'No need to be sorry',
  'rule.over-apologetic.reason': 'Most people like to be asked. You have nothing to apologise for.',
  'rule.over-apologetic.way.thanks': 'A “thank you for your time” says it all.',

  'rule.drip.title': 'An ask is open already',
  'rule.drip.reason':
    'Your ask to this helper is open since {date}. What you add there reaches them together.',
  'rule.drip.way.add': 'Add it to the open ask.',

  'rule.too-often.title': 'A little later',
  'rule.too-often.reason.rest':
    'After a no, a pair rests for a while. From {date} a new ask is welcome.',
  'rule.too-often.reason.rhythm':
    'Your helper has said how often asks suit them. From {date} this one does.',
  'rule.too-often.reason.usual':
    'Your last ask is not long ago. From {date} a new one fits this contact’s rhythm.',
  'rule.too-often.way.wait': 'Keep it until {date}.',

  'rule.bandwidth.title': 'Your helper has no room now',
  'rule.bandwidth.reason.paused': 'Your helper takes a break from asks until {date}.',
  'rule.bandwidth.reason.full':
    'Your helper has as many asks as they take. There is room again from {date}.',
  'rule.bandwidth.way.others':
    '{others, plural, =0 {Keep it until then.} one {One other helper offers the same; ask them, or keep it until then.} other {# other helpers offer the same; ask one of them, or keep it until then.}}',

  'rule.impatient.title': 'Time to answer',
  'rule.impatient.reason.early': 'Your ask is still young. A reminder is welcome from {date}.',
  'rule.impatient.reason.second':
    'One reminder has gone out. After that, silence is an answer too, and often has reasons nobody sees.',
  'rule.impatient.way.wait': 'Wait until {date}.',
  'rule.impatient.way.others': 'Ask somebody else in the meantime.',

  'rule.unthanked.title': 'A thank-you first',
  'rule.unthanked.reason':
    '{count, plural, one {This helper has helped you, and no thanks has reached them yet.} other {This helper has helped you # times, and no thanks has reached them yet.}}',
  'rule.unthanked.way.thank': 'Thank them first; two lines will do.',
  'rule.unthanked.way.elsewhere': 'If you thanked them elsewhere, say so.',

  'rule.concentrated.title': 'Many people a little',
  'rule.concentrated.reason':
    '{count} of your last {all} asks went to this helper. Spread out, they find more.',
  'rule.concentrated.way.others':
    '{others, plural, =0 {Think of somebody whom you haven’t asked yet.} one {One other helper offers the same.} other {# other helpers offer the same.}}',

  'rule.wrong-tier.title': 'Your own list says to wait',
  'rule.wrong-tier.reason':
    '{tier, select, busy {You filed this contact as busy: best left alone while you search.} silent {You filed this contact as silent: best tried again after a year.} other {You filed this contact as discouraging: heard once is enough.}}',
  'rule.wrong-tier.way.later':
    '{tier, select, busy {Look in on them once you have landed, and offer your help.} silent {Try again next year.} other {Ask somebody who believes in you.}}',

  'rule.one-sided.title': 'Something in return',
  'rule.one-sided.reason':
    '{count, plural, one {This helper has helped you once.} other {This helper has helped you # times.}} There is always something to give back, however small.',
  'rule.one-sided.way.offer': 'Say in a line what you could do for them.',

  'rule.unprepared.title': 'Your profile',
  'rule.unprepared.reason': 'A one-page profile lets your helper decide in half a minute.',
  'rule.unprepared.way.profile': 'When you have ten minutes: /networking-profile.',
} as const;
