/** Words of help and settings. ICU MessageFormat. */
export const communities = {
  'help.heading': 'Goodword helps you ask well',
  'help.text':
    'Ask somebody you know for an introduction. We look over how the ask is made before anybody sees it, carry it to them, and connect you only when everybody has said yes.',
  'help.command': '/{name} {usage}',
  'help.message-action': '{name}, in a message’s menu',
  'help.private': 'Everything here is private unless you choose otherwise.',
  'help.unknown': 'We don’t know the command “{name}”. These are the ones we have:',
  'help.settings': 'Settings',
  'help.ambiguous':
    '{count, plural, one {# message} other {# messages}} may or may not have arrived, because the platform gave no answer. We never send the same message twice; an ask that waits for an answer is offered once more, in other words, after an hour.',
  'settings.title': 'Settings',
  'settings.submit': 'Save',
  'settings.channel': 'Channel for introductions',
  'settings.channel-hint': 'On Discord, introductions open there as private threads',
  'settings.board-channel': 'Channel for the weekly board',
  'settings.board-channel-hint': 'Posted on Mondays at nine; left empty, nowhere',
  'settings.time-zone': 'Time zone',
  'settings.time-zone-hint': 'For instance Europe/Helsinki; quiet hours and weeks go by it',
  'settings.time-zone-wrong':
    'We don’t know this time zone. It looks like Europe/Helsinki or America/Bogota.',
  'settings.saved': 'Saved. It counts from now on.',
  'settings.not-organiser': 'Only organisers can change the settings.',
  'help.resume-nudges': 'Remind me again',
} as const;
