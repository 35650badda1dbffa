/** Words of asking for a referral. ICU MessageFormat. */
export const referrals = {
  'referral.heading': 'A referral',
  'referral.which': 'Members offer referrals at these firms. Which one is it?',
  'referral.none-offered':
    'Nobody here offers referrals yet. Name the firm, and you hear as soon as somebody does.',
  'referral.choose': 'Choose a firm',
  'referral.name-firm': 'Name a firm',
  'referral.other-firm': 'Another firm',
  'referral.found':
    '{count, plural, one {One member offers referrals at {firm}.} other {# members offer referrals at {firm}.}}',
  'referral.one-by-one':
    'They are asked one at a time, and any answer is fine. You never learn who said no.',
  'referral.nobody-now':
    'Nobody there has time for another referral right now. Your text is kept for later.',
  'referral.open-there':
    'You have a referral open at {firm} already. /my-asks shows where it stands.',
  'referral.rests-there':
    'Your last ask for a referral at {firm} is not long ago. From {date} on another is welcome.',
  'referral.deadline-over':
    'The last day to apply is over. If there is another one, please change it.',
  'referral.nobody': 'Nobody who offers referrals at {firm} has time right now.',
  'referral.alike': 'These are written alike:',
  'referral.instead':
    'Until somebody does: ask somebody you know for an introduction there with /ask-intro, or apply directly.',
  'referral.firm-title': 'Which firm?',
  'referral.firm': 'The firm',
  'referral.title': 'Ask for a referral',
  'referral.role': 'The role',
  'referral.posting': 'Link to the posting',
  'referral.note': 'Why does it fit?',
  'referral.resume': 'Link to your résumé',
  'referral.deadline': 'Last day to apply',
  'referral.link-hint': 'It begins with https://',
  'referral.link-wrong': 'Please give a link, like https://example.com/jobs/12.',
  'referral.insider': 'somebody at {firm}',
  'referral.sent':
    'Your ask for a referral to {role} at {firm} is with the first insider: {asked} of {of}.',
  'referral.sent-next':
    'Each has up to {days, plural, one {# day} other {# days}}; then the next one is asked. /my-asks shows where it stands.',
  'referral.posting-link': 'The posting',
  'referral.resume-link': 'Their résumé',
  'referral.deadline-line': 'Last day to apply: {date}',
  'card.heading-referral': 'An ask for a referral',
  'card.summary-referral': 'You have an ask for a referral.',
  'card.from-firm': '{seeker} asks you for a referral to {role} at {firm}.',
  'answer.refer': 'I’ll refer you',
  'settled.refers':
    'You offered to refer {seeker}. Once it is in, please tell us, so that they know.',
  'settled.refer-submitted': 'It’s submitted',
  'settled.submitted': 'You referred them. That is a real help; thank you.',
  'referral.submitted-summary': 'You have been referred.',
  'referral.submitted': '{helper} has referred you for {role} at {firm}.',
  'referral.does':
    'A referral gets you seen: somebody reads what you sent, and knows who vouches for it. It doesn’t get you hired; from here on the work is yours, as it was before.',
  'referral.next':
    'If you haven’t applied yet, do it now, and say who referred you. Whatever comes of it, tell them how it ended.',
  'seeker.ended-referral':
    'Your ask for a referral to {role} at {firm} has ended without one. It happens often, and it says nothing about you: people have full weeks and reputations to look after. Applying directly is fine, and so is asking somebody you know with /ask-intro.',
  'mine.with-insider': '{about}: with insider {asked} of {of} since {date}.',
  'mine.insider-yours': '{about}: your turn since {date}; somebody there asked you something.',
  'mine.about-referral': '{role} at {firm}, a referral',
  'mine.without-referral': '{about}: ended on {date}.',
  'mine.withdrawn-referral': '{about}: withdrawn by you on {date}.',
  'withdraw.sure-referral': 'Take back your ask for a referral to {role} at {firm}?',
  'withdraw.rests-referral': 'Another ask for a referral at {firm} is welcome from {date}.',
  'withdraw.done-referral': 'Withdrawn. Nobody else is asked for this referral.',
} as const;
