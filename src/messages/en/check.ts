/** What `goodword check` says. */
export const check = {
  'check.pass': 'Good to go.',
  'check.coach': 'Good to go, and it could be better still.',
  'check.block': 'Held back.',
  'check.und': 'Nothing to say: this is in no language that the rules know, or too short to tell.',
  'check.better': 'It could be said like this:',
  'check.no-file':
    'Couldn’t read {file}: {reason}. Check the name, or give the text on standard input.',
  'check.not-json':
    'This line is not JSON. Write one object a line, such as a text and a relationship.',
  'check.no-text': 'This line has no text. Give it a "text", or "fields" with a "note".',
  'check.bad-value': 'The value of "{key}" can’t be used: {problem}.',
} as const;
