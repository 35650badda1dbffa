import type { Gentle } from '../gentle.ts';

export const gentleSpanish: Gentle = {
  greetings:
    'hola, buenas, buenos días, buenas tardes, buenas noches, estimado, estimada, querido, querida, qué tal',
  talk: {
    plain:
      '¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo y cómo llegó a él?',
    field:
      'Me interesa mucho este campo: {field}. ¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo y cómo llegó a él?',
    company:
      'Me interesa mucho {company}. ¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo allí?',
    role: 'Me interesa este puesto: {role}. ¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo?',
  },
  introduction: {
    plain: '¿Hay una persona en su campo con la que me aconseje hablar?',
    field:
      'Me interesa mucho este campo: {field}, pero aún no conozco a casi nadie allí. ¿Hay una persona con la que me aconseje hablar?',
    company:
      'Me interesa mucho {company}, pero aún no conozco a casi nadie allí. ¿Hay una persona allí con la que me aconseje hablar?',
    role: 'Me interesa este puesto: {role}. ¿Hay una persona en ese campo con la que me aconseje hablar?',
  },
  friend: 'Creo que es mejor que se lo pregunte la persona interesada, si le parece bien.',
  pressure: 'Me alegraría contar con su ayuda, y entiendo si no le viene bien.',
  vague: {
    plain:
      '¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo y cómo llegó a él?',
    field:
      'Busco trabajo en este campo: {field}. ¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo?',
    company:
      'Me gustaría trabajar en {company}. ¿Podría hacerle unas preguntas, veinte minutos, sobre su propio trabajo allí?',
    role: 'Busco un puesto así: {role}. ¿Podría preguntarle, veinte minutos, cómo es ese trabajo?',
  },
  bundle:
    '¿Tendría veinte minutos para mí? Llevaré mis preguntas por escrito, así es una sola conversación.',
  bait: {
    plain: 'Se lo digo con franqueza: busco trabajo y me gustaría aprender de su experiencia.',
    field:
      'Se lo digo con franqueza: busco trabajo en este campo: {field}, y me gustaría aprender de su experiencia.',
    company:
      'Se lo digo con franqueza: me gustaría trabajar en {company} y aprender de su experiencia allí.',
    role: 'Se lo digo con franqueza: me presento a este puesto: {role}, y me gustaría aprender de su experiencia.',
  },
  context: {
    plain: 'No nos conocemos todavía: busco mi próximo trabajo, y por su trabajo pensé en usted.',
    headline: 'No nos conocemos todavía: soy {headline}, y por su trabajo pensé en usted.',
  },
  apology: 'Gracias por su tiempo.',
};
