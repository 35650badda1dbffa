/**
 * What words can mean for the review, across languages. A language's lexicon says which of its words carry which concept; the
 * model learns from concepts and their order, so that what is learned in one language helps in all.
 */
export const concepts = {
  // People
  me: 'the writer: I, me, my, mine',
  you: 'the helper: you, your, formal and familiar',
  third: 'somebody spoken of: he, she, him, her, his, they, them, their',
  kin: 'a relative of the writer, in any kinship word: my brother, cousin, wife, mother-in-law, nephew',
  acquaintance:
    'somebody close to the writer: friend, buddy, flatmate, neighbour, colleague, classmate, boyfriend',
  someone:
    'an unnamed person brought up: somebody, a guy I know, a woman from my course, a person who',
  anyone: 'anybody, whoever, everyone, every person, all of them',
  who: 'who, whom, which people, what persons',
  else: 'else, other, more, further, another',
  people: 'people in general, persons, folks, those, guys, the right people, decision makers',
  contacts:
    'somebody’s contacts: network, connections, address book, circle, acquaintances, your people, phone book',
  insider:
    'who decides at the helper’s firm: boss, manager, head of, director, HR, recruiter, team lead, colleagues there',
  connected:
    'flattery about contacts: well connected, know everybody, everyone knows you, big network, so many years there',
  details: 'ways to reach people: names, numbers, phone numbers, addresses, list, handles',
  // How many
  few: 'a few, some, several, a couple, a handful',
  one: 'one, a single, one or two, just one, a particular',
  many: 'all, everybody, as many as possible, every, the whole, lots',
  // Doing
  know: 'to know a person, to be acquainted with',
  introduce:
    'introduce, connect, put in touch, intro, bring together, point to a person, refer to a person',
  pass: 'forward, pass on, share, spread, circulate, hand in, show around',
  recommend: 'recommend, vouch for, put in a good word, refer, speak up for, mention to',
  hire: 'hire, take on, employ, get somebody in, give a job or place, find a place for',
  'find-job': 'find work, look for a job, get a job, needs a job',
  speak: 'talk to, ask, call, write to somebody on the asker’s behalf; have a word with',
  open: 'open doors, make it happen, pull strings, use your influence',
  give: 'give, send, tell, write down, share with me',
  request: 'could you, would you, can you, please, may I, would it be possible, would you mind',
  want: 'I want, I would like, I need, I hope, I wish, I am looking for',
  'help-me': 'help me, support, a favour, assist',
  // Things
  job: 'job, work, position, vacancy, opening, role, internship, place, apprenticeship',
  cv: 'CV, résumé, application, portfolio, cover letter, profile',
  firm: 'company, firm, team, department, office, ward, school, branch, industry, sector',
  // What excuses, or turns the meaning
  thanks: 'thanks, thank you, grateful, appreciate',
  suggested:
    'somebody suggested, recommended or told the writer to write: X suggested I contact you, gave me your name',
  agreed:
    'the helper agreed, offered or promised; as discussed; you know him; you two have met; you said I could',
  quoted:
    'quoting or reporting a question: they asked me, the interviewer asks, the form asks, how should I answer, what do I say to',
  offer: 'the writer offers help: I can help, happy to help, I have free slots, if anybody needs',
  negation: 'not, no, never, without, don’t',
  easy: 'leaves room to say no: no worries if not, only if it suits, no pressure, take your time, understand if',
  news: 'news and ended things: I got the job, started, signed, was hired, hired him, introduced me, gave me',
  panel:
    'who decides or takes part, as a plain question: who is on the panel, who is applying, to whom do I address, who else will be there',
  // Pressure
  guilt:
    'guilt and entitlement: you owe me, after all I did, the least you can do, I thought we were friends, some friend you are, selfish, disappointed in you',
  'why-not':
    'why can’t you, why don’t you, what is so hard, it only costs you a minute, is it too much to ask',
  chase:
    'chasing: third time, again and again, still no answer, you read it, why no reply, I keep writing, ignoring me',
  demand:
    'you must, you have to, I expect, I insist, you promised, make sure, guarantee, or else, don’t you dare',
  urgent:
    'today, at once, right now, as soon as possible, by tonight, within the hour, immediately, before noon',
  // Vague, bait, bundle, context, apology
  whatever: 'any job, anything, whatever, wherever, doesn’t matter what, something, somehow',
  'pick-brain': 'pick your brain, some advice, tips, tell me how, catch up, a chat',
  learn:
    'learn about your work, hear how you got there, curious, your experience, informational interview',
  'only-learn':
    'claims to want no job: just curious, only want to learn, purely out of interest, not looking for a job',
  favour:
    'different favours: proofread, translate, find a flat, lend, pick up, write a reference, practise the interview',
  also: 'and also, plus, besides, on top of that, furthermore, while you are at it, secondly',
  'who-i-am':
    'who the writer is: I am a, my name is, I work as, I studied, years of experience, years old, trained as',
  'why-you':
    'why this helper: I read your, heard your talk, saw your post, we met at, your profile, fellow graduate, you work at',
  sorry:
    'sorry to bother, apologies for disturbing, ashamed to ask, feel bad asking, forgive me for, hate to ask, taking your time',
  permission:
    'asks only whether it is welcome: may he write to you, can I give her your address, would you be open to',
  care: 'speaks for somebody in one’s care: my client, my patient, my pupil, as his carer, interpreter, guardian, with her consent',
  context:
    'third persons as circumstance: we are moving, because of my wife’s job, my children start school',
  // What it is about otherwise
  regards: 'greetings and wishes that are passed on: regards, say hi, congratulations, good luck',
  thing: 'things and papers: form, book, key, contract, certificate, slides',
  event: 'what one goes to: course, workshop, fair, exam, interview, meeting',
  occupation: 'trades and professions: nurse, welder, driver, apprentice',
  place: 'places of work or learning: canteen, depot, hospital, school, workshop',
  when: 'days and times: Monday, tomorrow, next week, at ten',
  past: 'what has happened: already, yesterday, last year, told me, gave me',
  fact: 'asks for a fact: whether, how long, how much, what is it like, is it still open',
  self: 'by oneself, on one’s own account: myself, alone, only for me',
  applying: 'the writer’s own application: I’m applying, my application, recommend me, post number',
  life: 'everyday life: children, fever, holiday, coffee, garden, moving house',
  feel: 'feelings and praise: glad, nervous, lovely, kind of you',
  money: 'pay, salary, rent, fees',
  refuse: 'says what is not asked: I won’t ask, no need, please don’t, never ask',
  media: 'where people are reached at once: LinkedIn, WhatsApp, group, post, followers, cc',
  influence: 'standing that could be used: your word counts, they listen to you, owes you, clout',
  // Whole phrases
  'ask-contacts':
    'whole stock phrases that fish for contacts: who else do you know, anyone in your network, pass me some names, open your address book, spread my CV',
  'ask-for-third':
    'whole stock phrases that ask for somebody else: asking for a friend, for my brother, could you get him in, have a look at her CV, put in a word for him',
  'not-fishing':
    'whole phrases that look like it and are not: who else should I thank, who else is applying, thanks for introducing me, no need to introduce me',
} as const;

export type Concept = keyof typeof concepts;
export const conceptIds = Object.keys(concepts) as Concept[];
