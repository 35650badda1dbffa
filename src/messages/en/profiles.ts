/** Words of the networking profile. ICU MessageFormat. */
export const profiles = {
  'profile.heading': 'Your networking profile',
  'profile.none':
    'A few lines about you, written once. They go with every ask, so that a helper can decide in half a minute and passes on what is true.',
  'profile.readers':
    'Read by whoever you ask, and by whom they introduce you to; by nobody else, organisers included.',
  'profile.write': 'Write it',
  'profile.remove': 'Remove it',
  'profile.title': 'Your profile',
  'profile.headline': 'Who you are, in a line',
  'profile.headline-hint': 'For instance: freight dispatcher, six years of night shifts, Tampere',
  'profile.skills': 'Skills and expertise',
  'profile.skills-hint': 'What people come to you for',
  'profile.experience': 'Experience',
  'profile.experience-hint': 'Where you have worked, and as what',
  'profile.aims': 'Roles and firms you aim for',
  'profile.aims-hint': 'The more specific, the easier it is to help',
  'profile.line-headline': 'Who they are: {text}',
  'profile.line-skills': 'Skills: {text}',
  'profile.line-experience': 'Experience: {text}',
  'profile.line-aims': 'Aims for: {text}',
  'note.headline': 'In short: {headline}.',
  'note.resume': 'My résumé: {resume}',
  'note.mail-subject': 'May I introduce somebody to you?',
  'settled.mail': 'Open it as an e-mail',
} as const;
