/** Words that belong to no one feature. ICU MessageFormat. */
export const common = {
  'wait.title': 'One moment',
  wait: 'One moment, please.',
  close: 'Close',
  cancel: 'Cancel',
  'done.title': 'Goodword',
  later: 'That took longer than it should. Nothing is lost; please try again in a moment.',
  failed:
    'Something went wrong on our side. What you wrote is safe where it was saved; please try again in a minute. If it happens again, give an organiser this code: {code}',
  'stale-button': 'This button has had its day. Please use the command again to start afresh.',
  'field.missing': 'Please fill this in.',
  'field.too-long': 'Please keep this to {max, number} characters; it has {actual, number}.',
  'field.choose': 'Please choose one of the options.',
  'field.date': 'Please give a date like 2027-01-31.',
  'field.date-past': 'Please give a date from tomorrow on.',
  'field.date-placeholder': 'YYYY-MM-DD',
} as const;
