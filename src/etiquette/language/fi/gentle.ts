import type { Gentle } from '../gentle.ts';

export const gentleFinnish: Gentle = {
  greetings:
    'hei, moi, moikka, terve, hyvä, arvoisa, huomenta, päivää, hyvää päivää, hyvää huomenta, morjens, moro',
  talk: {
    plain:
      'Voisinko kysyä teiltä parinkymmenen minuutin verran omasta työstänne ja siitä, miten päädyitte siihen?',
    field:
      'Minua kiinnostaa kovasti tämä ala: {field}. Voisinko kysyä teiltä parinkymmenen minuutin verran omasta työstänne?',
    company:
      'Minua kiinnostaa kovasti {company}. Voisinko kysyä teiltä parinkymmenen minuutin verran omasta työstänne siellä?',
    role: 'Minua kiinnostaa tämä tehtävä: {role}. Voisinko kysyä teiltä parinkymmenen minuutin verran omasta työstänne?',
  },
  introduction: {
    plain: 'Olisiko omalla alallasi yksi ihminen, jonka kanssa minun kannattaisi jutella?',
    field:
      'Minua kiinnostaa kovasti tämä ala: {field}, mutta en tunne siellä vielä juuri ketään. Olisiko yksi ihminen, jonka kanssa minun kannattaisi jutella?',
    company:
      'Minua kiinnostaa kovasti {company}, mutta en tunne siellä vielä juuri ketään. Olisiko siellä yksi ihminen, jonka kanssa minun kannattaisi jutella?',
    role: 'Minua kiinnostaa tämä tehtävä: {role}. Olisiko sillä alalla yksi ihminen, jonka kanssa minun kannattaisi jutella?',
  },
  friend: 'Tätä on parempi hänen kysyä itse, jos se sopii.',
  pressure: 'Olisin iloinen avusta, ja ymmärrän hyvin, jos se ei nyt sovi.',
  vague: {
    plain:
      'Voisinko kysyä teiltä parinkymmenen minuutin verran omasta työstänne ja siitä, miten päädyitte siihen?',
    field:
      'Etsin työtä tältä alalta: {field}. Voisinko kysyä parinkymmenen minuutin verran omasta työstänne siinä?',
    company:
      'Haluaisin töihin tänne: {company}. Voisinko kysyä parinkymmenen minuutin verran omasta työstänne siellä?',
    role: 'Etsin tällaista tehtävää: {role}. Voisinko kysyä parinkymmenen minuutin verran, millaista se työ on?',
  },
  bundle:
    'Olisiko teillä minulle parikymmentä minuuttia? Tuon kysymykset valmiiksi kirjoitettuina, niin se on yksi juttelu.',
  bait: {
    plain: 'Sanon sen suoraan: etsin töitä, ja oppisin mielelläni kokemuksestanne.',
    field:
      'Sanon sen suoraan: etsin töitä tältä alalta: {field}, ja oppisin mielelläni kokemuksestanne.',
    company:
      'Sanon sen suoraan: haluaisin töihin tänne: {company}, ja oppisin mielelläni kokemuksestanne siellä.',
    role: 'Sanon sen suoraan: haen tätä tehtävää: {role}, ja oppisin mielelläni kokemuksestanne.',
  },
  context: {
    plain:
      'Emme ole tavanneet: etsin seuraavaa työpaikkaani, ja työnne sai minut kirjoittamaan juuri teille.',
    headline:
      'Emme ole tavanneet: olen {headline}, ja työnne sai minut kirjoittamaan juuri teille.',
  },
  apology: 'Kiitos ajastanne.',
};
