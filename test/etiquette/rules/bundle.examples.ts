import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Could you proofread my CV, introduce me to the head of the clinic, and help me find a flat near the hospital?',
    },
    {
      severity: 'coach',
      relationship: 'new',
      text: 'Please check my application, translate my certificate, write me a reference and call the head nurse for me.',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Könntest du meinen Lebenslauf korrigieren, mir eine Wohnung suchen und mich deiner Chefin vorstellen?',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Voisitko tarkistaa mun CV:n, etsiä mulle asunnon ja puhua pomollesi mun puolesta?',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: '你能帮我改简历、租房子，再跟你们主管说一声吗？',
    },
  ],
  fine: [
    {
      relationship: 'new',
      text: 'Three questions about the night shift on your ward: how long is it, who covers the breaks, and is there parking?',
    },
    {
      relationship: 'established',
      text: 'Could you look at my cover letter for the dispatcher post?',
    },
    {
      relationship: 'new',
      text: 'Drei Fragen zur Nachtschicht: Wie lang ist sie, wer vertritt die Pausen und gibt es Parkplätze?',
    },
    {
      relationship: 'new',
      text: 'Onko vuorot kahdeksan vai kaksitoista tuntia, ja saako parkkipaikan?',
    },
  ],
};
