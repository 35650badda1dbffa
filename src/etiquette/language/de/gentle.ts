import type { Gentle } from '../gentle.ts';

export const gentleGerman: Gentle = {
  greetings:
    'hallo, hi, hey, moin, servus, liebe, lieber, guten tag, guten morgen, guten abend, sehr geehrte, sehr geehrter, grüß gott, grüezi, grüß dich',
  talk: {
    plain:
      'Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit fragen und dazu, wie Sie dahin gekommen sind?',
    field:
      'Der Bereich {field} interessiert mich sehr. Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit fragen und dazu, wie Sie dahin gekommen sind?',
    company:
      'Ich interessiere mich sehr für {company}. Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit dort fragen?',
    role: 'Mich interessiert diese Stelle: {role}. Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit fragen?',
  },
  introduction: {
    plain: 'Gibt es in Ihrem Fach eine Person, mit der ich einmal sprechen sollte?',
    field:
      'Der Bereich {field} interessiert mich sehr, aber ich kenne dort noch kaum jemanden. Gibt es eine Person, mit der ich einmal sprechen sollte?',
    company:
      'Ich interessiere mich sehr für {company}, kenne dort aber noch kaum jemanden. Gibt es dort eine Person, mit der ich einmal sprechen sollte?',
    role: 'Mich interessiert diese Stelle: {role}. Gibt es in diesem Fach eine Person, mit der ich einmal sprechen sollte?',
  },
  friend: 'Das soll Sie besser selbst fragen, wen es betrifft, wenn es Ihnen recht ist.',
  pressure: 'Über Ihre Hilfe würde ich mich freuen, und ich verstehe es, wenn es nicht passt.',
  vague: {
    plain:
      'Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit fragen und dazu, wie Sie dahin gekommen sind?',
    field:
      'Ich suche Arbeit im Bereich {field}. Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit darin fragen?',
    company:
      'Ich würde gern bei {company} arbeiten. Dürfte ich Sie zwanzig Minuten lang zu Ihrer eigenen Arbeit dort fragen?',
    role: 'Ich suche eine Stelle als {role}. Dürfte ich Sie zwanzig Minuten lang fragen, wie diese Arbeit ist?',
  },
  bundle:
    'Hätten Sie zwanzig Minuten für mich? Meine Fragen bringe ich aufgeschrieben mit, dann ist es ein Gespräch.',
  bait: {
    plain: 'Um es offen zu sagen: Ich suche eine Stelle und würde gern aus Ihrer Erfahrung lernen.',
    field:
      'Um es offen zu sagen: Ich suche eine Stelle im Bereich {field} und würde gern aus Ihrer Erfahrung lernen.',
    company:
      'Um es offen zu sagen: Ich würde gern bei {company} arbeiten und aus Ihrer Erfahrung dort lernen.',
    role: 'Um es offen zu sagen: Ich bewerbe mich auf diese Stelle: {role}. Gern würde ich aus Ihrer Erfahrung lernen.',
  },
  context: {
    plain:
      'Wir kennen uns noch nicht: Ich suche meine nächste Stelle, und durch Ihre Arbeit bin ich auf Sie gekommen.',
    headline:
      'Wir kennen uns noch nicht: Ich bin {headline}, und durch Ihre Arbeit bin ich auf Sie gekommen.',
  },
  apology: 'Vielen Dank für Ihre Zeit.',
};
