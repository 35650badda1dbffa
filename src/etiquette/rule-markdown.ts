import type { Rule, RuleExample } from './rule.ts';

const looksAt = {
  text: 'the words, and how well the two know each other',
  history: 'what happened between the two before',
};

function known({ relationship, kind, history, today }: RuleExample): string {
  const facts = Object.entries({ ...history, ...(today && { today }) });
  const parts = [relationship, kind, ...facts.map(([name, value]) => `${name}: ${value}`)];
  return parts.filter(Boolean).join(', ');
}

/** A rule's page in `docs/rules/`, from what the code says of it. */
export function ruleMarkdown(rule: Rule): string {
  const { id, principle, examples } = rule;
  const lines = [
    `# ${id}`,
    '',
    rule.why,
    '',
    `- **By default:** ${rule.default}.`,
    `- **Looks at:** ${looksAt[rule.kind]}.`,
    `- **Comes from:** principle ${principle.number}. ${principle.says}`,
    '',
    '## Fires',
    '',
    `When ${rule.firesWhen}`,
    '',
    '## Stays silent',
    '',
    ...rule.silentWhen.map((when) => `- ${when}`),
    '',
    '## Examples',
    '',
    '| what is known | the text | verdict |',
    '| --- | --- | --- |',
    ...examples.map((example: RuleExample) => {
      return `| ${known(example)} | ${example.text.replaceAll('|', '\\|')} | ${example.verdict} |`;
    }),
    '',
    `An organiser can set \`${id}\` to \`block\`, \`coach\`, \`note\` or \`off\`.`,
    '',
  ];
  return lines.join('\n');
}
