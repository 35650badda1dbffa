import { describe, expect, test } from 'vitest';
import type { About } from '../../../src/etiquette/draft.ts';
import { languages } from '../../../src/etiquette/language/all.ts';
import { type Gentle, gently } from '../../../src/etiquette/language/gentle.ts';
import { review } from '../../../src/etiquette/review.ts';
import { relationships } from '../../../src/relationships/relationship.ts';

const tags = languages.flatMap(({ tag }) => (tag === 'zh' ? ['zh-Hans', 'zh-Hant'] : [tag]));
const gentleOf = (tag: string): Gentle =>
  languages.find((language) => language.tag === tag.split('-')[0])!.gentle(tag);

const known: About[] = [{}, { field: 'Yoga' }, { company: 'Kone' }, { role: 'Barista' }];

describe.each(tags)('%s', (tag) => {
  const gentle = gentleOf(tag);
  const forms = Object.entries(gentle).filter(([name]) => name !== 'greetings');
  const sentences = forms.flatMap(([name, form]): [string, string][] => {
    if (typeof form === 'string') return [[name, form]];
    if ('headline' in form)
      return [
        [name, form.plain],
        [name, form.headline.replace('{headline}', 'Barista')],
      ];
    return known.map((about) => [name, gently(form, about)]);
  });

  test.each(sentences)('%s: %s', (name, sentence) => {
    // A talk or an introduction says what it is about; the others stand beside the rest of a note.
    for (const relationship of relationships) {
      if (name === 'introduction' && relationship !== 'established') continue;
      const { verdict, findings } = review(sentence, { relationship, language: tag });
      const held = findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
      expect([relationship, verdict, held]).toEqual([relationship, 'pass', []]);
    }
  });
});
