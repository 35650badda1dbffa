/** Words of discretion, reports and organisers. ICU MessageFormat. */
export const safety = {
  'discretion.heading': 'Whom and what to keep out',
  'discretion.text':
    'People and firms never to involve in your search, such as where you work now. We don’t bring your asks to them, and warn you before an ask names one.',
  'discretion.add-person': 'A person never to involve',
  'discretion.add-firm': 'A firm never to involve',
  'discretion.firm-title': 'A firm to keep out',
  'discretion.firm': 'The firm',
  'discretion.blocked':
    'Members whose asks never reach you. They aren’t told; their asks end by themselves.',
  'discretion.block': 'Block a member',
  'discretion.unblock': 'Unblock',
  'discretion.full':
    'This list has {count} entries, as many as it can. Please take one off it first.',
  'discretion.allow-person': 'Take a person off the list',
  'discretion.allow-firm': 'Take a firm off the list',
  'discretion.private': 'Only you see this: not organisers, not helpers.',
  'discretion.self': 'That is you. Please choose somebody else.',
  'discretion.names-person':
    'You wanted never to involve {person}, and this ask does. If that is what you want, send it as it is.',
  'discretion.names-firm':
    'You wanted never to involve {firm}, and this ask names it. If that is what you want, send it as it is.',
  'discretion.helper-there':
    'You wanted never to involve {firm}, and your helper has a door there. If that is what you want, send it as it is.',
  'discretion.firm-avoided':
    'You wanted never to involve {firm}, so we look for nobody there. You can change that under /goodword.',
  'report.invite': 'Somebody harasses you, sells help, or misuses what they were told?',
  'report.whom': 'Tell the organisers about a member',
  'report.title': 'Tell the organisers',
  'report.submit': 'Send',
  'report.kind': 'What is it about?',
  'report.kind-not-as-asked': 'This isn’t what was asked',
  'report.kind-harasses': 'They harass me or somebody',
  'report.kind-sells': 'They sell help, or collect résumés',
  'report.kind-other': 'Something else',
  'report.text': 'What happened?',
  'report.text-hint': 'Only the organisers read this. The member isn’t told.',
  'report.ask-intro':
    'The organisers see what you write and what the ask was for, as the seeker had stated it. The seeker isn’t told.',
  'report.not-as-asked': 'This isn’t what was asked',
  'report.sent': 'Thank you for telling us. Only the organisers read it, and nobody else is told.',
  'report.arrived': 'A member has told the organisers something.',
  'report.look': 'Look at it',
  'report.heading': 'For the organisers',
  'report.none': 'Nothing waits for you.',
  'report.line': '{date} · {by} about {about}: {kind}.',
  'report.purpose': 'The ask was for: {purpose}',
  'report.settle': 'Done',
  'report.more': '{count, plural, one {And # more.} other {And # more.}}',
  'organisers.heading': 'Organisers',
  'organisers.admins': 'Nobody is named yet, so the admins of this place are the organisers.',
  'organisers.add': 'Name an organiser',
  'organisers.remove': 'Take one off the list',
  'organisers.what':
    'Organisers change the settings and read reports. They don’t see asks, searches or lists of members.',
  'organisers.unknown': '{person} isn’t in this community, or has left.',
  'organisers.bot': '{person} is a bot. Please choose a person.',
  'help.discretion': 'Keep out',
  'help.organisers': 'Organisers',
  'help.reports': '{count, plural, =0 {Reports} other {Reports (#)}}',
} as const;
