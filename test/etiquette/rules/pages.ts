import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleMarkdown } from '../../../src/etiquette/rule-markdown.ts';
import { rules } from '../../../src/etiquette/rules/all.ts';

/** `npm run docs`: writes a page for each rule. */
for (const rule of rules) {
  writeFileSync(
    join(import.meta.dirname, '../../../docs/rules', `${rule.id}.md`),
    ruleMarkdown(rule),
  );
}
