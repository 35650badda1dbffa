/** Words of checking an ask. ICU MessageFormat. */
export const checking = {
  // What a review found, wherever it is shown.
  'review.your-words': 'What you wrote, with the words we mean marked:',
  'review.better': 'One way to say it:',

  // The form.
  'check.title': 'Check an ask',
  'check.submit': 'Check it',
  'check.text': 'What would you like to send?',
  'check.text-hint': 'Only you see what we say of it, and we keep nothing.',
  'check.declared-hint': 'Left open, we read it as if you hadn’t met.',

  // The answer.
  'check.pass': 'This reads well. We would send it just as it is.',
  'check.coach-heading': 'Good to send, and it could be kinder still',
  'check.block-heading': 'Worth saying another way',
  'check.unread':
    'We couldn’t review this: it isn’t in a language that the review reads so far. That says nothing about how well it is written.',
  'check.differs':
    'We read this as if you two hadn’t met. {who, select, met {Once you have met once or twice} other {Between people who know each other well}}, {verdict, select, pass {it is fine as it is.} coach {it could go out, and be kinder still.} other {it is worth saying another way.}}',
  'check.private': 'Only you see this, and we keep nothing of it.',

  // What can't be checked.
  'check.too-long':
    'An ask has room for {max, number} characters, and this has {actual, number}. Nothing was checked yet: a shorter one is also easier to answer.',
  'check.not-yours':
    'This message is somebody else’s, and only your own can be checked. To try out words of yours, use /check-ask.',
  'check.no-text': 'There are no words in this message that could be checked.',
} as const;
