import type { Rule } from '../../src/etiquette/rule.ts';
import { ruleMarkdown } from '../../src/etiquette/rule-markdown.ts';
import { rules } from '../../src/etiquette/rules/all.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { Terminal } from './terminal.ts';

/** `goodword rules`: every rule, with why, examples and what it does by default. */
export function rulesAs(
  format: 'text' | 'json' | 'markdown',
  words: Messages,
  terminal: Pick<Terminal, 'style'>,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(
        rules.map((rule) => described(rule, words)),
        null,
        2,
      )}\n`;
    case 'markdown':
      return rules.map((rule) => ruleMarkdown(rule)).join('\n');
    case 'text':
      return rules.map((rule) => asText(rule, words, terminal)).join('\n');
  }
}

const titleOf = (rule: Rule, words: Messages): string => {
  const { title } = rule.explain({});
  return words.text(title.key, title.values);
};

function described(rule: Rule, words: Messages): object {
  const { id, kind, principle, why, firesWhen, silentWhen, examples } = rule;
  const title = titleOf(rule, words);
  return {
    id,
    title,
    kind,
    default: rule.default,
    why,
    principle,
    firesWhen,
    silentWhen,
    examples,
  };
}

function asText(rule: Rule, words: Messages, terminal: Pick<Terminal, 'style'>): string {
  const lines = [
    `${terminal.style('bold', rule.id)}: ${titleOf(rule, words)}`,
    `  By default: ${rule.default}.`,
    `  ${rule.why}`,
    ...rule.examples.map(({ text, verdict, relationship, history }) => {
      const known = relationship ? `${relationship}, ` : '';
      const before = history ? ` ${JSON.stringify(history)}` : '';
      return `  - ${known}${verdict}: ${text}${before}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
