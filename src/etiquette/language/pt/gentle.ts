import type { Gentle } from '../gentle.ts';

export const gentlePortuguese: Gentle = {
  greetings:
    'olá, oi, bom dia, boa tarde, boa noite, caro, cara, prezado, prezada, e aí, querido, querida',
  talk: {
    plain:
      'Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho e como chegou a ele?',
    field:
      'Tenho muito interesse nesta área: {field}. Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho?',
    company:
      'Tenho muito interesse em {company}. Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho aí?',
    role: 'Tenho interesse nesta vaga: {role}. Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho?',
  },
  introduction: {
    plain: 'Há uma pessoa na sua área com quem me aconselharia a conversar?',
    field:
      'Tenho muito interesse nesta área: {field}, mas ainda não conheço quase ninguém. Há uma pessoa com quem me aconselharia a conversar?',
    company:
      'Tenho muito interesse em {company}, mas ainda não conheço quase ninguém aí. Há uma pessoa aí com quem me aconselharia a conversar?',
    role: 'Tenho interesse nesta vaga: {role}. Há uma pessoa nessa área com quem me aconselharia a conversar?',
  },
  friend: 'Acho melhor a própria pessoa perguntar, se for bom para você.',
  pressure: 'Ficaria feliz com a sua ajuda, e entendo se não for possível.',
  vague: {
    plain:
      'Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho e como chegou a ele?',
    field:
      'Procuro trabalho nesta área: {field}. Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho?',
    company:
      'Gostaria de trabalhar em {company}. Posso fazer algumas perguntas, vinte minutos, sobre o seu próprio trabalho aí?',
    role: 'Procuro uma vaga assim: {role}. Posso perguntar, em vinte minutos, como é esse trabalho?',
  },
  bundle:
    'Teria vinte minutos para mim? Levo as minhas perguntas por escrito, assim é uma conversa só.',
  bait: {
    plain: 'Digo com franqueza: procuro emprego e gostaria de aprender com a sua experiência.',
    field:
      'Digo com franqueza: procuro emprego nesta área: {field}, e gostaria de aprender com a sua experiência.',
    company:
      'Digo com franqueza: gostaria de trabalhar em {company} e de aprender com a sua experiência aí.',
    role: 'Digo com franqueza: vou me candidatar a esta vaga: {role}, e gostaria de aprender com a sua experiência.',
  },
  context: {
    plain:
      'Ainda não nos conhecemos: procuro o meu próximo emprego, e o seu trabalho me fez pensar em você.',
    headline: 'Ainda não nos conhecemos: sou {headline}, e o seu trabalho me fez pensar em você.',
  },
  apology: 'Obrigado pelo seu tempo.',
};
