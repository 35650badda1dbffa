import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'coach',
      text: 'I’m a student in Leeds and I’d just love to learn about your work in polymers, pure curiosity. I’ve attached my CV so you can tell me in the call which of your vacancies I’m getting.',
    },
    {
      severity: 'coach',
      relationship: 'new',
      text: 'I only want to hear about your career, nothing else. And if your boss has a position for me, I can start on Monday.',
    },
    {
      severity: 'coach',
      relationship: 'new',
      text: 'Ich möchte wirklich nur etwas über Ihren Beruf lernen, keine Jobsuche. Falls eine Stelle frei ist, kann ich sofort anfangen, mein Lebenslauf hängt an.',
    },
  ],
  fine: [
    {
      text: 'I’m a lab technician in Turku and I’d love to learn how you moved into polymers. Would twenty minutes next week suit you?',
    },
    {
      relationship: 'new',
      text: 'I’m looking for a job in polymers, and I’d like to learn how you got into the field.',
    },
    {
      relationship: 'new',
      text: 'Ich würde gern hören, wie Sie zur Polymerforschung gekommen sind. Hätten Sie nächste Woche zwanzig Minuten?',
    },
  ],
};
