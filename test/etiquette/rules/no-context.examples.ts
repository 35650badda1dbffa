import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'coach',
      text: 'Could you hand my application for the aircraft mechanic post to the team lead? Thanks in advance.',
    },
    { severity: 'coach', text: 'Please refer me for the nursing vacancy.' },
    {
      severity: 'coach',
      text: 'Könnten Sie meine Bewerbung als Fluggerätmechaniker beim Teamleiter abgeben? Danke im Voraus.',
    },
    { severity: 'coach', text: '帮我内推一下产品经理岗位，谢谢。' },
  ],
  fine: [
    {
      relationship: 'new',
      text: 'Could you hand my application for the aircraft mechanic post to the team lead? Thanks in advance.',
    },
    {
      text: 'I’m Greg, a planner at Torbay Council, and I read your slides on parish plans. Could you hand my application to the team lead?',
    },
    { text: 'Could you hand my application to the team lead?', history: { hasProfile: true } },
    { kind: 'thanks', text: 'Thank you for handing my application to the team lead.' },
    {
      text: 'Ich bin Olena, Bauzeichnerin aus Lwiw, und habe Ihren Vortrag gehört. Könnten Sie meine Bewerbung weitergeben?',
    },
  ],
};
