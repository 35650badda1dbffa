import type { Fine, Flagged } from './examples.ts';

/** Not looked at one by one while the grammar is tuned: only their counts are. */
export const heldBackFlagged: [rule: string, ...Flagged][] = [
  [
    'who-else',
    'cold',
    'block',
    "I'm looking to break into conveyancing. Any warm intros you could throw my way?",
  ],
  [
    'who-else',
    'cold',
    'block',
    'I am mailing all alumni from our school. Please reply with the phone numbers of three friends in banking.',
  ],
  [
    'who-else',
    'cold',
    'block',
    "If you come across anybody who needs a roofer please give them my number, and if you could also tell me who they are that'd be ace.",
  ],
  ['who-else', 'cold', 'block', 'What would it take for you to let me loose on your phone book?'],
  [
    'who-else',
    'cold',
    'block',
    'You probably get this a lot but do you have friends working at the airport? I need a way in.',
  ],
  [
    'who-else',
    'cold',
    'block',
    'Tell me who runs the other dairies and whether you get on with them, I need someone to speak for me there.',
  ],
  ['who-else', 'cold', 'block', "anybody at your firm or elsewhere you'd suggest i hit up??"],
  ['who-else', 'cold', 'block', 'i need hookups in the music business, u got any?'],
  [
    'who-else',
    'established',
    'coach',
    'Ravi, you know loads of people in print. Would you shoot out my details to the lot of them?',
  ],
  [
    'who-else',
    'established',
    'coach',
    'Any names you can think of, throw them at me. Retail, offices, anything.',
  ],
  [
    'friend-of-friend',
    'new',
    'block',
    "Since you work at the nursery: my sister-in-law has her certificate now and no one will give her a chance. Won't you tell your manager to see her?",
  ],
  [
    'friend-of-friend',
    'new',
    'block',
    "Would you pass along this portfolio to your art director? It's by a pal of mine.",
  ],
  [
    'friend-of-friend',
    'cold',
    'block',
    'A friend would like to be a flight attendant at your airline. Please recommend this person to the crew manager.',
  ],
  [
    'friend-of-friend',
    'new',
    'block',
    "Could you please look into whether there's anything at the library for my wife? She has ten years of experience and would start right away.",
  ],
  [
    'friend-of-friend',
    'established',
    'block',
    "Do you have time to rewrite my boyfriend's cover letter by Sunday? He hates writing.",
  ],
  [
    'friend-of-friend',
    'cold',
    'block',
    'would you refer my friend to amazon? he has 5 yrs experience in warehouse',
  ],
  [
    'friend-of-friend',
    'established',
    'coach',
    'My neighbour is curious about your job at the observatory. Would you mind if she dropped you a line?',
  ],
  [
    'friend-of-friend',
    'cold',
    'coach',
    "I'm contacting you as the carer of a young man who is deaf. Could you arrange a visit to your workshop for him?",
  ],
  ['who-else', 'cold', 'block', "I'd kill for an in at the brewery. Got one?"],
  [
    'who-else',
    'new',
    'block',
    'I really enjoyed the workshop and would now like to be handed on to the next person, and the next. Whom do we begin with?',
  ],
  [
    'who-else',
    'cold',
    'block',
    'A bird told me you drink with the harbour master and the pilots. Put in a word with that bunch for me?',
  ],
  [
    'who-else',
    'cold',
    'block',
    "Might you be persuaded to let me have a look at who's in your phone under 'gallery'?",
  ],
  [
    'who-else',
    'cold',
    'block',
    'dear sir i am fresher in pharma, kindly connect with your seniors and juniors who can give me opening',
  ],
  [
    'who-else',
    'cold',
    'block',
    'Hello! Do you happen to have any acquaintances in the film industry who may be looking for a runner?',
  ],
  ['who-else', 'established', 'coach', 'Do you have contacts anywhere that could be of use to me?'],
  [
    'friend-of-friend',
    'cold',
    'block',
    'Kindly accommodate my daughter in your office as an intern during the holidays.',
  ],
  ['friend-of-friend', 'established', 'block', 'do u have any job for my friend plz'],
  [
    'friend-of-friend',
    'cold',
    'block',
    'As a mother I have to try: my boy has been home for a year. Please, is there any way you could get him onto the apprenticeship?',
  ],
  ['friend-of-friend', 'established', 'block', 'pls share my sisters resume w ur recruiter'],
  [
    'friend-of-friend',
    'cold',
    'coach',
    'My roommate wants to know if your lab allows remote internships. Does it?',
  ],
];

export const heldBackFine: Fine[] = [
  ['new', 'Thanks a million for the names you gave me, both wrote back!'],
  [
    'established',
    "Would you introduce me to the person who runs the pottery studio in Hale? I'd like to ask about the kiln technician post.",
  ],
  [
    'cold',
    "I'm writing a list of people who inspired me to become a midwife and you're on it. May I send you a copy?",
  ],
  ['established', 'Do you know a good tutor for the plumbing exam? One would do.'],
  ['cold', 'How did you get to know the trade before you had a van of your own?'],
  [
    'cold',
    "I don't know anyone at the port and I'm not asking you to change that. I only wonder if the crane test is as hard as they say.",
  ],
  ['cold', 'In your team, do junior editors talk to authors directly?'],
  ['new', 'Feel free to introduce me to anyone you like, but no need to go out of your way!'],
  [
    'established',
    'Two questions before I apply at Lidl, Anna: did they pay for your training, and do they really close the till at nine?',
  ],
  ['new', 'Tell your network engineer he saved my day.'],
  ['cold', "I'd like to hear how you found people to practise sign language with."],
  ['established', 'Thanks for passing my CV on to your boss. She called!'],
  [
    'cold',
    'My uncle was a signalman for forty years and I want to follow him. What would you tell a beginner?',
  ],
  ['cold', "I'm a mum of two and a bricklayer. Do you have any site with school hours?"],
  [
    'cold',
    'My friend works at your branch in Lyon. Could you tell me if moves between branches are possible for me?',
  ],
  ['established', "You said you'd be glad to meet my niece, so here's her number as you asked."],
  ['established', 'If your son wants to see a newsroom, I can show him around ours.'],
  [
    'cold',
    "My grandfather was a patient on your ward. He still talks about you, and that's why I'd like to train there.",
  ],
  ['cold', "My son's teacher told me about your open day. Do I have to book?"],
  [
    'established',
    "My wife got the job at your company without any help, so I'll try the same. Is the maintenance post still up?",
  ],
  ['cold', 'Someone told me you can get the crane licence paid. Is that so?'],
  [
    'established',
    'Do you know one of the stage managers at the Lyceum whom I could ask about get-ins?',
  ],
  [
    'cold',
    "I don't need any contacts, only your honest view: is a forklift licence worth the money?",
  ],
  [
    'new',
    'My notes from our talk: be early, bring boots, know the names of the ward staff. Did I miss something?',
  ],
  ['cold', 'Does one have to introduce oneself to everyone on the first day at your site?'],
  ['cold', 'How do you pass on names of patients at shift handover without breaking the rules?'],
  ['cold', 'How many contacts with clients does a probation officer have per week?'],
  ['cold', 'Would a person like me, with no driving licence, have a chance as a surveyor?'],
  ['cold', 'Do I need to know somebody to sit the exam or can anyone register?'],
  [
    'new',
    'My friend, who is your student, said that the reading list is long. Which book should I begin with?',
  ],
  [
    'cold',
    'My partner is a diplomat, we move every three years. Do you hire interpreters on short contracts?',
  ],
  [
    'established',
    "You promised my son a tour of the fire station, he's counting the days. Is Saturday still all right?",
  ],
  ['new', 'My housemate thinks I should ask for more money. Would you, in my place?'],
  [
    'new',
    'My neighbour has offered to look after my kids, so I could start on the first. Does that suit you?',
  ],
  [
    'established',
    'My manager wants to thank you for the talk, could you send me your address so she can write?',
  ],
];
