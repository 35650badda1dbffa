import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Can you help me find something? Any job will do.',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Things aren’t great at work. Any chance you could help me get out of here?',
    },
    { severity: 'coach', relationship: 'new', text: 'Could I pick your brain sometime?' },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Kannst du mir irgendwie helfen, was zu finden? Hauptsache raus aus dem jetzigen Laden.',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Voisitko auttaa mua löytämään jotain hommaa? Mikä vaan kelpaa.',
    },
    { severity: 'coach', relationship: 'established', text: '能帮我随便找个工作吗？干什么都行。' },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'أنا مستعد لأي شيء، أي مكان وأي شغل. تقدر تساعدني ألاقي حاجة؟',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: '¿Me ayudas a conseguir trabajo? Agarro lo que sea, donde sea.',
    },
  ],
  fine: [
    {
      relationship: 'established',
      text: 'Could you refer me for the Warehouse Systems Analyst opening in Rugby? I meet all of the must-haves.',
    },
    { relationship: 'new', text: 'Is the night shift on your dialysis ward twelve hours?' },
    { relationship: 'new', text: 'Yes, Tuesday at three works for me. Thank you.' },
    { relationship: 'new', kind: 'question', text: 'Could you help me with that?' },
    { relationship: 'new', text: 'Ja, Dienstag um drei passt mir gut.' },
    { relationship: 'new', text: 'Onko laborantin paikka Oulussa vielä auki?' },
    { relationship: 'new', text: '请问社区护士的岗位还招人吗？' },
    { relationship: 'new', text: 'هل وظيفة المحاسب في جدة ما زالت مفتوحة؟' },
  ],
};
