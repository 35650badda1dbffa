import { describe, expect, test } from 'vitest';
import { weightsData } from '../../../src/etiquette/model/weights.ts';
import { corpus, type Example, labelOf } from './corpus.ts';
import { learnedFrom } from './learned-from.ts';

const training = corpus('training');
const heldBack = corpus('held-back');
const all = [...training, ...heldBack];
const languageOf = ({ lang }: Example): string => lang.split('-')[0] ?? '';

test('the weights were learned from this corpus and these lexicons; if not: npm run train', () => {
  expect(weightsData.learnedFrom).toBe(learnedFrom());
});

test('every mark is in its text', () => {
  for (const { id, text, acts } of all) {
    for (const words of Object.values(acts)) expect([id, text.includes(words)]).toEqual([id, true]);
  }
});

test('about two thirds are fine, in every language', () => {
  for (const language of new Set(all.map(languageOf))) {
    const own = all.filter((example) => languageOf(example) === language);
    const fine = own.filter((example) => labelOf(example).verdict === 'pass').length / own.length;
    expect([language, fine > 0.5 && fine < 0.75]).toEqual([language, true]);
  }
});

describe('what is held back', () => {
  /** Groups of five characters of a text without its punctuation. */
  const shingles = ({ text }: Example): Set<string> => {
    const plain = text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ');
    return new Set(
      Array.from({ length: Math.max(0, plain.length - 4) }, (_, i) => plain.slice(i, i + 5)),
    );
  };

  test('has no near-duplicate among what is learned from', () => {
    const index = new Map<string, number[]>();
    const known = training.map(shingles);
    known.forEach((own, i) => {
      for (const shingle of own) {
        const list = index.get(shingle);
        if (list) list.push(i);
        else index.set(shingle, [i]);
      }
    });
    for (const example of heldBack) {
      const own = shingles(example);
      const shared = new Map<number, number>();
      for (const shingle of own) {
        const list = index.get(shingle) ?? [];
        if (list.length > 200) continue;
        for (const i of list) shared.set(i, (shared.get(i) ?? 0) + 1);
      }
      for (const [i, count] of shared) {
        const alike = count / (own.size + known[i]!.size - count);
        expect([example.id, training[i]!.id, alike < 0.5]).toEqual([
          example.id,
          training[i]!.id,
          true,
        ]);
      }
    }
  });

  test('is there for every language', () => {
    expect(new Set(heldBack.map(languageOf))).toEqual(new Set(training.map(languageOf)));
  });
});
