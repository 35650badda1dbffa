import type { TextRule } from './rule.ts';

/** A rule's page in `docs/rules/`, from what the code says of it. */
export function ruleMarkdown(rule: TextRule): string {
  const { id, principle, examples } = rule;
  const lines = [
    `# ${id}`,
    '',
    rule.why,
    '',
    `- **By default:** ${rule.default}.`,
    `- **Looks at:** the words, and how well the two know each other.`,
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
    '| they know each other | the text | verdict |',
    '| --- | --- | --- |',
    ...examples.map(({ relationship, text, verdict }) => {
      return `| ${relationship} | ${text.replaceAll('|', '\\|')} | ${verdict} |`;
    }),
    '',
    `An organiser can set \`${id}\` to \`block\`, \`coach\`, \`note\` or \`off\`.`,
    '',
  ];
  return lines.join('\n');
}
