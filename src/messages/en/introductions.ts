/** Words of asking for an introduction or a conversation. ICU MessageFormat. */
export const introductions = {
  // Drafting: the card on which helper and target are chosen.
  'draft.heading': 'Who could help, and whom would you like to meet?',
  'draft.helper-chosen': 'You ask {helper}.',
  'draft.helper-missing': 'First, choose somebody you know.',
  'draft.target-member': 'You would like to meet {target}.',
  'draft.target-outside': 'You would like to meet {name}, who isn’t in this community.',
  'draft.target-team': 'You would like to meet somebody from {name}.',
  'draft.target-firm': 'You would like a referral at {name}.',
  'draft.target-helper': 'You would like a short talk with them about their own work.',
  'draft.target-missing': 'Then choose whom you would like to meet.',
  'draft.target-words': 'You wrote “{name}”. Is that a person or a team?',
  'draft.pick-helper': 'Whom do you ask?',
  'draft.pick-target': 'A member you would like to meet',
  'draft.aim-outside': 'Someone outside',
  'draft.aim-team': 'A team they know',
  'draft.aim-helper': 'A talk with them',
  'draft.write': 'Write the ask',
  'draft.edit': 'Edit',
  'draft.discard': 'Discard',
  'draft.discarded': 'Discarded. Nobody has seen it.',
  'draft.gone': 'This draft isn’t here any more. Please start again with /ask-intro.',
  'draft.already-sent': 'This ask has already been sent.',
  'draft.incomplete': 'Please choose whom you ask and whom you would like to meet first.',
  'unsent.heading': 'You have an ask that isn’t sent yet',
  'unsent.continue': 'Continue',
  'unsent.anew': 'Start a new one',
  'aim.title-outside': 'Someone outside',
  'aim.title-team': 'A team',
  'aim.submit': 'Continue',
  'aim.name-outside': 'Who is it?',
  'aim.name-outside-hint': 'Their name, and where they work if you know',
  'aim.name-team': 'Which team?',
  'aim.name-team-hint': 'For instance: the infrastructure team at Northwind',

  // Whom one may ask.
  'person.self-helper': 'That is you. Please choose somebody else to ask.',
  'person.self-target': 'That is you. Please choose the person you would like to meet.',
  'person.refuses-helper':
    '{person} takes no asks at the moment. Please choose somebody else to ask.',
  'person.bot-helper': '{person} is a bot and can’t introduce anybody. Please choose a person.',
  'person.bot-target': '{person} is a bot. Please choose the person you would like to meet.',
  'person.unknown-helper':
    '{person} isn’t in this community, or has left. Please choose somebody else to ask.',
  'person.unknown-target':
    '{person} isn’t in this community. If you would like to meet somebody outside, choose “Someone outside”.',
  'person.nobody-by-name':
    'We couldn’t find anybody called {name} here. Please pick them from the list.',

  // The form.
  'form.title': 'Ask for an introduction',
  'form.title-talk': 'Ask for a short talk',
  'form.submit': 'Review and send',
  'form.purpose': 'What is it for?',
  'form.purpose-learn': 'Learn about the work',
  'form.purpose-meet-team': 'Meet the team',
  'form.purpose-opening': 'A specific opening',
  'form.opening': 'The opening or field',
  'form.opening-hint': 'Role, company, link: whatever you have',
  'form.note': 'Why them, why you, why now?',
  'form.note-hint': 'In your own words; it is passed on exactly as you write it.',
  'form.questions': 'What would you like to ask?',
  'form.questions-hint': 'A few questions, and two or three times that suit you',
  'form.declared': 'How do you know each other?',
  'form.declared-cold': 'We haven’t met',
  'form.declared-new': 'We have met once or twice',
  'form.declared-established': 'We know each other well',
  'form.offer': 'What can you offer in return?',
  'form.errors': 'Almost there. Your text is kept; please look at this again:',
  'form.error-line': '{field}: {error}',

  // Review.
  'review.block-heading': 'Before this goes out',
  'review.coach-heading': 'This could go out, and it could be kinder to your contact',
  'review.kept': 'Your text is kept. Nobody else has seen it.',
  'review.sure-heading': 'Is this as you want it?',
  'review.talk-instead': 'Ask for a talk instead',
  'review.use': 'Use the suggestion',
  'review.send-as-is': 'Send it as it is',

  // What stands in the way of sending.
  'limit.open-asks':
    'You have {count, plural, one {# open ask} other {# open asks}}, which is as many as this community keeps open at a time. Once one of them ends, this one can go. Your text is kept.',

  'sent.heading': 'On its way',
  'sent.text': 'Your ask is with {helper} now.',
  'sent.next':
    'They have {days, plural, one {# day} other {# days}} to answer. We remind them once, kindly; you don’t need to do anything.',

  // The helper's card.
  'card.summary': 'You have an ask for an introduction.',
  'card.summary-talk': 'You have an ask for a short talk about your work.',
  'card.heading': 'An ask for an introduction',
  'card.heading-talk': 'An ask for a short talk',
  'card.from-member': '{seeker} would like to meet {target}.',
  'card.from-outside': '{seeker} would like to meet {name}.',
  'card.from-team': '{seeker} would like to meet somebody from {name}. You pick the person.',
  'card.from-talk': '{seeker} would like twenty minutes with you about your own work.',
  'card.purpose': 'What for: {purpose}',
  'card.opening': 'Opening or field: {opening}',
  'card.knows': 'How they know you, in their words: {declared}.',
  'card.questions':
    '{count, plural, one {What they would like to ask:} other {What they would like to ask, all together:}}',
  'card.offer': 'What they offer in return:',
  'card.others':
    '{count, plural, =0 {You are the only one they asked for this.} one {They asked one other person for this.} other {They asked # other people for this.}}',
  'card.no-pressure': 'Any answer is fine, and a no needs no reason.',
  'card.question': 'You asked:',
  'card.answer': 'They answered:',
  'answer.introduce': 'I’ll introduce you',
  'answer.talk': 'Happy to talk',
  'answer.need-more': 'I need to know more',
  'answer.lend-name': 'You may mention my name',
  'answer.point': 'Here’s a pointer',
  'answer.not-now': 'Not now',
  'answer.decline': 'No',
  'know.question': 'Do you know each other?',
  'know.yes': 'We know each other',
  'know.no': 'We don’t',
  'know.noted-yes': 'Noted: you know each other.',
  'know.noted-no': 'Noted: you haven’t met.',

  // The card after an answer, and what a second press says.
  'settled.with-member':
    'You offered to introduce them. When {target} says yes, we bring the three of you together.',
  'settled.with-outside': 'You offered to introduce them. Here is a note that you can forward:',
  'settled.with-outside-next': 'Once it is sent, please tell us, so that {seeker} knows.',
  'settled.note-sent': 'I’ve sent it',
  'settled.note-dropped': 'It didn’t work out',
  'settled.needs-info': 'You asked {seeker} a question. We bring you the answer.',
  'settled.snoozed': 'You will see this again on {date}.',
  'settled.introduced': 'You introduced them. That is a real help; thank you.',
  'settled.talked': 'You said yes to a talk. That is a real help; thank you.',
  'settled.pointer': 'You gave a pointer. That is a real help; thank you.',
  'settled.name-lent': 'You let them mention your name. That is a real help; thank you.',
  'settled.declined': 'You said no, and that is fine. {seeker} reads kind words and no reason.',
  'settled.no-introduction': 'This didn’t lead to an introduction. Thank you for offering.',
  'settled.withdrawn': '{seeker} has taken this back. Nothing is left to do.',
  'settled.blocked': 'You have blocked {seeker}. This ask ends by itself, and nobody is told why.',
  'settled.expired': 'This ask has ended by itself; nothing is left to do.',
  'settled.waiting': 'This ask is waiting.',
  'again.settled': 'This isn’t waiting for an answer any more, so nothing was changed.',
  'again.not-yours': 'This isn’t yours to answer, so nothing was changed.',
  'again.moved-on': 'Your ask has moved on since then, so nothing was changed.',
  'again.gone': 'This ask isn’t here any more.',
  'again.target-full':
    '{target} has had as many requests this month as they hear. Nothing was changed: a pointer, your name, or a later day may help just as well.',
  'decline.placeholder': 'Words to say it with, if you like',
  'decline.copy':
    'Words of yours to copy and change. We don’t send them: the seeker reads kind words from us, and no reason.',
  'decline.when-time': 'No time now',
  'decline.when-nobody': 'I know nobody there',
  'decline.when-dont-know': 'We don’t know each other enough',
  'decline.when-friend': 'It is for a friend of theirs',
  'decline.when-reputation': 'I only vouch for work I’ve seen',
  'decline.when-not-mine': 'That contact isn’t mine to give',
  'decline.words-time':
    'Hi {name}, thank you for asking so thoughtfully. My weeks are full, and I would rather say so than let you wait. I hope it goes well.',
  'decline.words-nobody':
    'Hi {name}, I’d gladly have helped, but I don’t know anybody there well enough to ask. I hope you find your way in.',
  'decline.words-dont-know':
    'Hi {name}, we haven’t had the chance to get to know each other yet, so I’m not the right person to introduce you. If twenty minutes about my own work would help, I’m happy to talk.',
  'decline.words-friend':
    'Hi {name}, it is kind of you to look out for your friend. I’d rather help people I know myself; if they write to me in their own words, I’ll gladly read it.',
  'decline.words-reputation':
    'Hi {name}, I only put my name to work that I have seen, and I’d want to do right by you. I’m sure somebody who has worked with you can say it better.',
  'decline.words-not-mine':
    'Hi {name}, that contact trusts me not to pass them on, and I’d like to keep it so. I hope you understand, and wish you luck.',
  'again.target-gone':
    '{target} isn’t in this community any more. A pointer or your name may help just as well.',

  // Forms of the helper's answers.
  'question.title-short': 'Ask a question',
  'question.label': 'Your question',
  'question.asked': '{helper} would like to know more before answering:',
  'question.asked-summary': 'There is a question about your ask.',
  'question.answered': 'You answered {helper}’s question:',
  'question.answer': 'Answer',
  'info.title': 'Answer the question',
  'info.label': 'Your answer',
  'info.sent': 'Sent to {helper}.',
  'pointer.title': 'Give a pointer',
  'pointer.label': 'What could help them?',
  'pointer.hint': 'A page, a team, an address, a piece of advice',
  'pointer.received-summary': 'There is a pointer for you.',
  'pointer.received': '{helper} has a pointer for you:',
  'not-now.title': 'Not now',
  'not-now.label': 'When may we ask again?',
  'not-now.hint': 'Left empty, we let it rest, and they won’t hear why.',
  'who.title-short': 'Whom do you suggest?',
  'who.member': 'A member of this community',
  'who.name': 'Or somebody outside: their name',
  'who.submit': 'Continue',
  'who.missing': 'Please pick a member or write a name, one of the two.',
  'form.send': 'Send',

  // What the seeker hears.
  'seeker.name-lent-summary': 'You may mention a name.',
  'seeker.name-lent':
    'Good news: you may mention {helper}’s name when you write about {opening}. A line such as “{helperName} suggested I get in touch” opens doors.',
  'seeker.snoozed':
    '{helper} would like to look at your ask on {date}. There is nothing you need to do.',
  'seeker.ended-summary': 'About one of your asks',
  'seeker.ended':
    'Your ask to {helper} has ended without an introduction. It happens often, and it says nothing about you: people have full weeks and reputations to look after. Thank you for asking so considerately; asking somebody else is fine.',
  'seeker.undelivered':
    'We couldn’t reach {helper} by direct message yet. They see your ask the next time they use Goodword, and no time runs until then.',
  'seeker.withdraw': 'Withdraw',
  'seeker.withdrawn':
    'Withdrawn: your ask doesn’t go to {helper} any more. You can ask them again, or somebody else, whenever you like.',
  'seeker.taken-back': 'You have taken this ask back.',
  'seeker.delivered': '{helper} has your ask now, and their time to answer runs from here.',
  'seeker.introduced-outside-summary': 'You have been introduced.',
  'seeker.introduced-outside':
    '{helper} has introduced you to {name} by their own mail. This is the note we gave them to forward:',
  'seeker.introduced-outside-next':
    'A good next step: when they write, answer within a day and suggest two times to talk.',

  // Reminder.
  'reminder.summary': 'A gentle reminder of an ask for an introduction',
  'reminder.text': 'A gentle reminder, the only one. Any answer is fine, and so is none.',

  // A message that may not have arrived, said again.
  'repeat.summary': 'You may have this already: {summary}',
  'repeat.text':
    'You may have this already: we couldn’t tell whether it reached you. It comes only this once more.',

  // The target's consent.
  'consent.summary': 'May we introduce somebody to you?',
  'consent.heading': 'May we introduce you?',
  'consent.text':
    '{helper} would like to introduce {seeker} to you, in a conversation of the three of you. Nothing happens unless you say yes.',
  'consent.shared': 'This is what {seeker} wrote, and what would stand in the conversation:',
  'consent.readers-slack':
    'The three of you can read it, and so can whoever may export this workspace’s messages.',
  'consent.readers-discord': 'The three of you can read it, and so can this server’s moderators.',
  'consent.no-answer': 'No answer means no, and {seeker} never learns whose it was.',
  'consent.yes': 'Yes, introduce us',
  'consent.no': 'No, thanks',
  'consent.never': 'No such requests, please',
  'consent.said-yes': 'You said yes. We are bringing the three of you together.',
  'consent.said-no':
    'You said no, and that is fine. The person who asked never learns whose no it was.',
  'consent.said-never': 'Understood: we won’t bring you such requests. Nobody is told.',
  'consent.over': 'This request has ended; nothing is left to do.',

  // The introduction itself.
  'introduced.title': '{seeker} and {target}',
  'introduced.title-talk': '{seeker} and {helper}',
  'introduced.heading': 'You are introduced',
  'introduced.who':
    '{target}, this is {seeker}. {seeker}, this is {target}. {helper} thought you should meet.',
  'introduced.next':
    '{seeker}, the next step is yours: suggest two times for a talk of twenty minutes.',
  'introduced.dm-seeker':
    '{helper} has introduced you to {other}, who said yes. Please write to them directly, and suggest two times for a talk of twenty minutes.',
  'introduced.dm-target':
    '{helper} has introduced you to {other}. They will write to you directly. This is what they wrote:',
  'introduced.dm-helper':
    '{target} said yes: {seeker} and {target} are introduced. Thank you; that is a real help.',
  'talked.heading': 'A talk is agreed',
  'talked.who': '{seeker}, {helper} is happy to talk with you about their work for twenty minutes.',
  'talked.next': '{seeker}, the next step is yours: suggest two times.',
  'talked.dm-seeker':
    '{helper} is happy to talk with you for twenty minutes. Please write to them directly and suggest two times.',
  'talked.dm-helper':
    '{seeker} is glad that you are happy to talk, and will write to you with two times.',

  // The forwardable note: first person, at most 120 words.
  'note.hello': 'Hello, my name is {seeker}.',
  'note.purpose-learn': 'I would like to learn about the work in this field: {opening}.',
  'note.purpose-meet-team': 'I would like to meet the team. It is about {opening}.',
  'note.purpose-opening': 'I am interested in this opening: {opening}.',
  'note.close':
    'I would be glad of a talk of twenty minutes, whenever it suits you. If it doesn’t, that is fine.',
  'not-now.too-far':
    'Please choose a date within the next {days, plural, one {# day} other {# days}}, or leave it empty to let the ask rest.',
  'again.seeker-left':
    'The person who asked isn’t in this community any more, so this has ended. Thank you for your willingness.',
  'who.not-these': 'Please pick somebody other than yourself and {seeker}.',
  'seeker.ended-talk':
    'Your ask to {helper} has ended without a talk. It happens often, and it says nothing about you: people have full weeks. Thank you for asking so considerately; asking somebody else is fine.',
  'helper.target-undelivered':
    '{target} couldn’t be reached by direct message yet. They will see your offer the next time they use Goodword, and no time runs until then. Only you are told, and there is nothing you need to do.',
  'helper.withdrawn':
    '{seeker} has taken their ask back, so the introduction isn’t needed any more. Thank you for offering.',
  'helper.ended':
    'Your offer to introduce {seeker} to {target} didn’t lead to an introduction. Thank you for offering.',
} as const;
