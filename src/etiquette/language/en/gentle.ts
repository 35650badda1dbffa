import type { Gentle } from '../gentle.ts';

export const gentleEnglish: Gentle = {
  greetings:
    'hi, hello, hey, dear, hiya, howdy, greetings, good morning, good afternoon, good evening, morning, yo',
  talk: {
    plain: 'Could I ask you for twenty minutes about your own work and how you came to it?',
    field:
      "I'm really interested in getting into {field}. Could I ask you for twenty minutes about your own work and how you came to it?",
    company:
      "I'm really interested in {company}. Could I ask you for twenty minutes about your own work there and how you came to it?",
    role: "I'm interested in this role: {role}. Could I ask you for twenty minutes about your own work and how you came to it?",
  },
  introduction: {
    plain: "Is there one person in your line of work you'd suggest I talk to?",
    field:
      "I'm really interested in getting into {field}, but I don't know many people there yet. Is there one person you'd suggest I talk to?",
    company:
      "I'm really interested in {company}, but I don't know many people there yet. Is there one person there you'd suggest I talk to?",
    role: "I'm really interested in this role: {role}. Is there one person in that line of work you'd suggest I talk to?",
  },
  friend: 'I think they should ask you about this directly, if that suits you.',
  pressure: "I'd be glad of your help with this, and I understand if it doesn't suit you.",
  vague: {
    plain: 'Could I ask you for twenty minutes about your own work and how you came to it?',
    field:
      "I'm looking for work in {field}. Could I ask you for twenty minutes about your own work in it?",
    company:
      "I'm interested in working at {company}. Could I ask you for twenty minutes about your own work there?",
    role: "I'm looking for work in this role: {role}. Could I ask you for twenty minutes about what it is like?",
  },
  bundle:
    "Could I ask you for twenty minutes? I'll bring my questions written down, so that it is one talk.",
  bait: {
    plain:
      "To be open about it: I'm looking for a job, and I'd like to learn from your experience.",
    field:
      "To be open about it: I'm looking for a job in {field}, and I'd like to learn from your experience.",
    company:
      "To be open about it: I'd like to work at {company}, and I'd like to learn from your experience there.",
    role: "To be open about it: I'm applying for this role: {role}, and I'd like to learn from your experience.",
  },
  context: {
    plain: "We haven't met: I'm looking for my next job, and your work made me think of you.",
    headline: "We haven't met: I'm writing as {headline}, and your work made me think of you.",
  },
  apology: 'Thank you for your time.',
};
