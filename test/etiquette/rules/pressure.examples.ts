import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'block',
      relationship: 'established',
      text: 'After everything I did for you, the least you can do is get me the interview.',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'Why can’t you help me? It only takes two minutes to refer someone.',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'This is the third time I write to you. You read my messages and still no answer.',
    },
    { severity: 'block', relationship: 'established', text: 'You owe me this referral.' },
    {
      severity: 'coach',
      relationship: 'new',
      text: 'I need your answer about the warehouse referral today before noon, it closes tonight.',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'Warum hilfst du mir eigentlich nicht? Das kostet dich doch nur eine Minute.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Miksi et voi vain suositella minua, sinulta se veisi minuutin.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: '我以前帮过你那么多，你现在连推荐我都不肯？',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'بعد كل اللي سويته لك، أقل شي تجيب لي المقابلة.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Después de todo lo que hice por ti, me lo debes.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Après tout ce que j’ai fait pour toi, tu me dois bien ça.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Depois de tudo que eu fiz por você, você me deve essa indicação.',
    },
  ],
  fine: [
    {
      relationship: 'new',
      text: 'My contract ends in March, so I’m applying for the dispatcher post now. No worries if you’d rather not comment on it.',
    },
    {
      relationship: 'new',
      text: 'Thank you for your honest answer. I don’t expect a guarantee, your hint about the licence helped a lot.',
    },
    {
      relationship: 'new',
      kind: 'reminder',
      text: 'A gentle check on my question about the planner post; no rush at all.',
    },
    { relationship: 'new', text: 'Wenn es gerade nicht passt, ist das völlig in Ordnung.' },
    { relationship: 'new', text: 'Ei mitään kiirettä, vastaa kun ehdit.' },
    { relationship: 'new', text: '不方便的话完全没关系，谢谢您。' },
    { relationship: 'new', text: 'شكراً لصراحتك، أعرف إنه ما في ضمان.' },
    { relationship: 'new', text: 'Si no puedes, no pasa nada. Gracias igualmente.' },
    { relationship: 'new', text: 'Si ce n’est pas possible, aucun souci. Merci quand même.' },
    { relationship: 'new', text: 'Se não der, tudo bem. Obrigado mesmo assim.' },
  ],
};
