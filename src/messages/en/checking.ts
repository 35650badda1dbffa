/** Words of checking an ask. ICU MessageFormat. */
export const checking = {
  // What a review found, wherever it is shown.
  'review.your-words': 'What you wrote, with the words we mean marked:',
  'review.better': 'One way to say it:',
} as const;
