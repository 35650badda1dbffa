import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/etiquette/explain.ts';
import { review } from '../../../src/etiquette/review.ts';
import { ruleMarkdown } from '../../../src/etiquette/rule-markdown.ts';
import { rules } from '../../../src/etiquette/rules/all.ts';
import { etiquette } from '../../../src/messages/en/etiquette.ts';
import type { Fine, Flagged } from '../examples.ts';

const root = join(import.meta.dirname, '../../..');
const idsIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = idsIn('src/etiquette/rules', '.ts').filter((id) => id !== 'all');

test('every rule is in the list, under the name of its file', () => {
  expect(rules.map((rule) => rule.id as string).sort()).toEqual(ids);
});

test('every page is a rule’s', () => {
  expect(idsIn('docs/rules', '.md')).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  const rule = rules.find((known) => known.id === id);

  test('has a table of examples, flagged and fine', async () => {
    const tables = (await import(`./${id}.examples.ts`)) as { flagged: Flagged[]; fine: Fine[] };
    expect(tables.flagged.length).toBeGreaterThanOrEqual(40);
    expect(tables.fine.length).toBeGreaterThanOrEqual(40);
    expect(idsIn('test/etiquette/rules', '.test.ts')).toContain(id);
  });

  test('has a page that is in step', () => {
    const page = readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8');
    expect(page).toBe(rule && ruleMarkdown(rule));
  });

  test('shows examples that are true', () => {
    for (const { text, relationship, verdict } of rule?.examples ?? []) {
      expect([text, review(text, { relationship }).verdict]).toEqual([text, verdict]);
    }
    expect(new Set(rule?.examples.map(({ verdict }) => verdict))).toContain('pass');
  });

  test('has words, and each of its words is said of some finding', async () => {
    const { flagged } = (await import(`./${id}.examples.ts`)) as { flagged: Flagged[] };
    const said = new Set<string>();
    for (const [relationship, , text] of flagged) {
      for (const finding of review(text, { relationship }).findings) {
        if (finding.rule !== id) continue;
        const { title, reason, waysOut } = explain(finding);
        for (const { key } of [title, reason, ...waysOut]) said.add(key);
      }
    }
    const own = Object.keys(etiquette).filter((key) => key.startsWith(`rule.${id}.`));
    expect([...said].sort()).toEqual(own.sort());
  });
});

test('the words are short, and raise no voice', () => {
  for (const [key, sentence] of Object.entries(etiquette)) {
    expect([key, sentence.includes('!')]).toEqual([key, false]);
    expect(sentence.length).toBeLessThanOrEqual(160);
  }
});
