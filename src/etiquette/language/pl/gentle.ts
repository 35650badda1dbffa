import type { Gentle } from '../gentle.ts';

export const gentlePolish: Gentle = {
  greetings:
    'cześć, hej, dzień dobry, dobry wieczór, szanowny, szanowna, szanowni, drogi, droga, witam, siema',
  talk: {
    plain:
      'Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę i drogę do niej?',
    field:
      'Bardzo interesuje mnie ta dziedzina: {field}. Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę?',
    company:
      'Bardzo interesuje mnie {company}. Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę tam?',
    role: 'Interesuje mnie to stanowisko: {role}. Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę?',
  },
  introduction: {
    plain: 'Czy w tej dziedzinie jest jedna osoba, z którą warto, żebym porozmawiał?',
    field:
      'Bardzo interesuje mnie ta dziedzina: {field}, ale prawie nikogo tam jeszcze nie znam. Czy jest jedna osoba, z którą warto, żebym porozmawiał?',
    company:
      'Bardzo interesuje mnie {company}, ale prawie nikogo tam jeszcze nie znam. Czy jest tam jedna osoba, z którą warto, żebym porozmawiał?',
    role: 'Interesuje mnie to stanowisko: {role}. Czy w tej dziedzinie jest jedna osoba, z którą warto, żebym porozmawiał?',
  },
  friend: 'Myślę, że lepiej, by ta osoba zapytała sama, jeśli to pasuje.',
  pressure: 'Ucieszy mnie pomoc, a jeśli to nie pasuje, w pełni to rozumiem.',
  vague: {
    plain:
      'Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę i drogę do niej?',
    field:
      'Szukam pracy w tej dziedzinie: {field}. Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę?',
    company:
      'Chciałbym pracować w {company}. Czy mogę zapytać, przez dwadzieścia minut, o pani lub pana własną pracę tam?',
    role: 'Szukam takiego stanowiska: {role}. Czy mogę zapytać, przez dwadzieścia minut, jak wygląda ta praca?',
  },
  bundle:
    'Czy znajdzie się dla mnie dwadzieścia minut? Pytania przyniosę na piśmie, więc to będzie jedna rozmowa.',
  bait: {
    plain: 'Powiem otwarcie: szukam pracy i chętnie skorzystam z państwa doświadczenia.',
    field:
      'Powiem otwarcie: szukam pracy w tej dziedzinie: {field}, i chętnie skorzystam z państwa doświadczenia.',
    company:
      'Powiem otwarcie: chciałbym pracować w {company} i chętnie skorzystam z państwa doświadczenia.',
    role: 'Powiem otwarcie: staram się o to stanowisko: {role}, i chętnie skorzystam z państwa doświadczenia.',
  },
  context: {
    plain:
      'Jeszcze się nie znamy: szukam następnej pracy, a państwa praca sprawiła, że piszę właśnie tutaj.',
    headline:
      'Jeszcze się nie znamy: jestem {headline}, a państwa praca sprawiła, że piszę właśnie tutaj.',
  },
  apology: 'Dziękuję za poświęcony czas.',
};
