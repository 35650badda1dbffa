/** What `goodword check` says. */
export const cli = {
  'cli.pass': 'Good to go.',
  'cli.coach': 'Good to go, and it could be better still.',
  'cli.block': 'Held back.',
  'cli.und': 'Nothing to say: this is in no language that the rules know, or too short to tell.',
  'cli.better': 'It could be said like this:',
  'cli.no-file':
    'Couldn’t read {file}: {reason}. Check the name, or give the text on standard input.',
  'cli.not-json':
    'This line is not JSON. Write one object a line, such as a text and a relationship.',
  'cli.no-text': 'This line has no text. Give it a "text", or "fields" with a "note".',
  'cli.bad-value': 'The value of "{key}" can’t be used: {problem}.',
} as const;
