import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/etiquette/explain.ts';
import { review } from '../../../src/etiquette/review.ts';
import type { RuleExample } from '../../../src/etiquette/rule.ts';
import { ruleMarkdown } from '../../../src/etiquette/rule-markdown.ts';
import { type RuleId, rules } from '../../../src/etiquette/rules/all.ts';
import { etiquette } from '../../../src/messages/en/etiquette.ts';
import type { Fine, Table } from '../examples.ts';

const root = join(import.meta.dirname, '../../..');
const idsIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = idsIn('src/etiquette/rules', '.ts').filter((id) => id !== 'all');
const tables = new Map<string, Table>();
for (const id of idsIn('test/etiquette/rules', '.examples.ts')) {
  const { table } = (await import(`./${id}.examples.ts`)) as { table: Table };
  tables.set(id, table);
}
const tableOf = (id: string): Table => tables.get(id) ?? { flagged: [], fine: [] };

const findingsOf = ({ text, relationship, kind, history, today }: Fine, rule: string) =>
  review({ kind, fields: { note: text } }, { relationship, history, today }).findings.filter(
    (finding) => finding.rule === rule,
  );

test('every rule is in the list, under the name of its file', () => {
  expect(rules.map((rule) => rule.id as string).sort()).toEqual(ids);
});

test('every page and every table is a rule’s', () => {
  expect(idsIn('docs/rules', '.md')).toEqual(ids);
  expect([...tables.keys()].sort()).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  const rule = rules.find((known) => known.id === id)!;
  const { flagged, fine } = tableOf(id);

  test('has a table of flagged and fine examples', () => {
    expect(flagged.length).toBeGreaterThanOrEqual(3);
    expect(fine.length).toBeGreaterThanOrEqual(3);
  });

  test.each(flagged)('$severity: $text', (example) => {
    expect(findingsOf(example, id)).toEqual([
      expect.objectContaining({ severity: example.severity }),
    ]);
  });

  test.each(fine)('fine: $text', (example) => {
    expect(findingsOf(example, id)).toEqual([]);
  });

  test('has a page that is in step', () => {
    const page = readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8');
    expect(page).toBe(ruleMarkdown(rule));
  });

  test('shows examples that are true', () => {
    for (const {
      text,
      kind,
      relationship,
      history,
      today,
      verdict,
    } of rule.examples as readonly RuleExample[]) {
      const done = review({ kind, fields: { note: text } }, { relationship, history, today });
      expect([text, done.verdict]).toEqual([text, verdict]);
    }
    expect(rule.examples.map(({ verdict }) => verdict)).toContain('pass');
  });

  test('blocks only with evidence: a span for words, a fact for history', () => {
    for (const example of flagged) {
      for (const { severity, spans, data } of findingsOf(example, id)) {
        if (severity !== 'block') continue;
        if (rule.kind === 'text') expect(spans.length).toBeGreaterThan(0);
        else expect(Object.keys(data).length).toBeGreaterThan(0);
      }
    }
  });

  test('can be set to any weight by a community', () => {
    const [example] = flagged;
    const { text, kind, relationship, history, today } = example!;
    for (const setting of ['block', 'coach', 'note', 'off'] as const) {
      const policy = Object.fromEntries(rules.map((known) => [known.id, 'off'])) as Record<
        RuleId,
        'off'
      >;
      const { findings } = review(
        { kind, fields: { note: text } },
        { relationship, history, today },
        { ...policy, [id]: setting },
      );
      expect(findings.map(({ severity }) => severity)).toEqual(setting === 'off' ? [] : [setting]);
    }
  });

  test('has words, and each of its words is said of some finding', () => {
    const said = new Set<string>();
    for (const example of flagged) {
      for (const finding of findingsOf(example, id)) {
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
    // A sentence with forms to choose from is longer than what is read of it.
    if (!sentence.includes('{')) expect(sentence.length).toBeLessThanOrEqual(160);
  }
});
