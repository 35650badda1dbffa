import { languages } from '../../../src/etiquette/language/all.ts';
import { type Gentle, gently } from '../../../src/etiquette/language/gentle.ts';
import { relationships } from '../../../src/relationships/relationship.ts';
import type { Example } from './corpus.ts';

/** What a form may know; the tests use others. */
const known = [{}, { field: 'Logistics' }, { company: 'Siemens' }, { role: 'Museum guide' }];

/** What the rewrites say, as fine messages: by definition they are. */
export function gentleExamples(): Example[] {
  return languages.flatMap(({ tag, gentle }) =>
    (tag === 'zh' ? ['zh-Hans', 'zh-Hant'] : [tag]).flatMap((full) =>
      sentencesOf(gentle(full)).flatMap(([name, text]) =>
        relationships
          .filter((relationship) => name !== 'introduction' || relationship === 'established')
          .map((relationship): Example => {
            const acts = name === 'introduction' ? { 'contacts-bounded': text } : {};
            return { id: `${full} ${name}`, lang: full, relationship, text, acts };
          }),
      ),
    ),
  );
}

function sentencesOf({ greetings: _, context, ...forms }: Gentle): [string, string][] {
  return [
    ['context', context.plain],
    ['context', context.headline.replace('{headline}', 'Teacher')],
    ...Object.entries(forms).flatMap(([name, form]): [string, string][] =>
      typeof form === 'string' ? [[name, form]] : known.map((about) => [name, gently(form, about)]),
    ),
  ];
}
