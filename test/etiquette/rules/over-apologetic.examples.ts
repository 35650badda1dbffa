import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    {
      severity: 'note',
      relationship: 'new',
      text: 'I’m so sorry to bother you, I feel awful asking. Is the dispatcher post in Tampere still open?',
    },
    {
      severity: 'note',
      relationship: 'established',
      text: 'I hate to ask, and I’m ashamed to take up your time again. Is the post still open?',
    },
    {
      severity: 'note',
      relationship: 'new',
      text: 'Es tut mir wirklich leid, Sie zu stören, ich schäme mich fast zu fragen. Ist die Stelle noch frei?',
    },
    {
      severity: 'note',
      relationship: 'new',
      text: 'Anteeksi kauheasti että häiritsen, hävettää kysyä. Onko paikka vielä auki?',
    },
    {
      severity: 'note',
      relationship: 'new',
      text: '真的非常抱歉打扰您，实在不好意思开口。请问这个岗位还招人吗？',
    },
    {
      severity: 'note',
      relationship: 'new',
      text: 'آسف جداً على الإزعاج، والله محرج أسألك. هل الوظيفة ما زالت متاحة؟',
    },
  ],
  fine: [
    {
      relationship: 'new',
      text: 'Is the dispatcher post in Tampere still open? No worries if you can’t say.',
    },
    {
      relationship: 'new',
      text: 'I was sorry to hear about the closure of your depot. I hope the move went well.',
    },
    { relationship: 'new', text: 'Thank you for your time on Monday.' },
    { relationship: 'new', text: 'Vielen Dank für Ihre Zeit am Montag.' },
    { relationship: 'new', text: '谢谢您周一抽时间。' },
  ],
};
