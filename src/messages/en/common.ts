/** Words that belong to no one feature. ICU MessageFormat. */
export const common = {
  'wait.title': 'One moment',
  wait: 'One moment, please.',
  close: 'Close',
  cancel: 'Cancel',
  kept: 'Your words stay here for you to copy.',
  'done.title': 'Goodword',
  later: 'That took longer than it should. Nothing is lost; please try again in a moment.',
  'stale-button': 'This button has had its day. Please use the command again to start afresh.',
  'field.missing': 'Please fill this in.',
  'field.too-long': 'Please keep this to {max, number} characters; it has {actual, number}.',
  'field.choose': 'Please choose one of the options.',
  'field.date': 'Please give a date like 2027-01-31.',
  'field.date-past': 'Please give a date from tomorrow on.',
  'field.date-placeholder': 'YYYY-MM-DD',
  failed:
    'Something went wrong on our side, and nothing was changed. Please try again in a minute. If it happens again, give an organiser this code: {code}',
  'failed-form':
    'Something went wrong on our side, and this was not sent. Here is what you wrote, so that you can copy it and try again in a minute. If it happens again, give an organiser this code: {code}',
  'field.optional': '{label} (optional)',
  'command.target-too-long':
    'Please name whom you would like to meet in at most {max, number} characters; this has {actual, number}. The form that follows has room for the rest.',
  'command.company-too-long':
    'Please name the firm in at most {max, number} characters; this has {actual, number}.',
  'conversation.untitled': 'Introduction',
  'mention.person': 'somebody',
  'mention.place': 'a channel',
} as const;
