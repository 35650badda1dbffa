/** Words of the board. ICU MessageFormat. */
export const leaderboard = {
  'board.summary': 'Who helped',
  'board.heading-week': 'Helpers this week',
  'board.heading-last-week': 'Helpers last week',
  'board.heading-month': 'Helpers this month',
  'board.heading-all': 'Helpers of all time',
  'board.helper': 'Helper',
  'board.credits': 'Credits',
  'board.empty': 'Nobody is on this board yet. The first thank-you opens it.',
  'board.own':
    '{count, plural, =0 {You have no credits here yet.} one {You have # credit here.} other {You have # credits here.}}',
  'board.own-hidden': 'You are hidden from the board; only you see this line.',
  'board.rule':
    'A credit is a help that somebody gave thanks for; at most one a week from one person to another.',
  'board.weekly-heading': 'Who helped last week',
  'board.weekly-text': 'Behind each credit is somebody who said thank you.',
  'board.weekly-first': '{count, plural, one {For the first time:} other {For the first time:}}',
  'board.weekly-more': '/helpers shows more, and there you can leave the board at any time.',
  'board.week': 'This week',
  'board.last-week': 'Last week',
  'board.month': 'This month',
  'board.all': 'All time',
  'board.hide': 'Hide me',
  'board.show': 'Show me',
} as const;
