import type { Gentle } from '../gentle.ts';

export const gentleFrench: Gentle = {
  greetings: 'bonjour, salut, coucou, bonsoir, cher, chère, madame, monsieur, allô',
  talk: {
    plain:
      'Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail et sur la façon dont vous y êtes venu ?',
    field:
      'Ce domaine m’intéresse beaucoup : {field}. Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail ?',
    company:
      'Je m’intéresse beaucoup à {company}. Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail là-bas ?',
    role: 'Ce poste m’intéresse : {role}. Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail ?',
  },
  introduction: {
    plain: 'Y a-t-il une personne de votre métier avec qui vous me conseilleriez de parler ?',
    field:
      'Ce domaine m’intéresse beaucoup : {field}, mais je n’y connais encore presque personne. Y a-t-il une personne avec qui vous me conseilleriez de parler ?',
    company:
      'Je m’intéresse beaucoup à {company}, mais je n’y connais encore presque personne. Y a-t-il là-bas une personne avec qui vous me conseilleriez de parler ?',
    role: 'Ce poste m’intéresse : {role}. Y a-t-il une personne de ce métier avec qui vous me conseilleriez de parler ?',
  },
  friend:
    'Je crois qu’il vaut mieux que la personne concernée vous le demande elle-même, si cela vous convient.',
  pressure: 'Votre aide me ferait plaisir, et je comprends si cela ne vous convient pas.',
  vague: {
    plain:
      'Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail et sur la façon dont vous y êtes venu ?',
    field:
      'Je cherche du travail dans ce domaine : {field}. Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail ?',
    company:
      'J’aimerais travailler chez {company}. Pourrais-je vous poser quelques questions, vingt minutes, sur votre propre travail là-bas ?',
    role: 'Je cherche un poste comme celui-ci : {role}. Pourrais-je vous demander, vingt minutes, comment est ce travail ?',
  },
  bundle:
    'Auriez-vous vingt minutes pour moi ? J’apporterai mes questions par écrit, cela fera une seule conversation.',
  bait: {
    plain:
      'Je le dis franchement : je cherche un poste, et j’aimerais apprendre de votre expérience.',
    field:
      'Je le dis franchement : je cherche un poste dans ce domaine : {field}, et j’aimerais apprendre de votre expérience.',
    company:
      'Je le dis franchement : j’aimerais travailler chez {company} et apprendre de votre expérience là-bas.',
    role: 'Je le dis franchement : je postule à ce poste : {role}, et j’aimerais apprendre de votre expérience.',
  },
  context: {
    plain:
      'Nous ne nous connaissons pas encore : je cherche mon prochain poste, et votre travail m’a fait penser à vous.',
    headline:
      'Nous ne nous connaissons pas encore : je suis {headline}, et votre travail m’a fait penser à vous.',
  },
  apology: 'Merci pour votre temps.',
};
