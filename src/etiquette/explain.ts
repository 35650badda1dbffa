import type { Messages } from '../messages/messages.ts';
import type { Finding } from './finding.ts';
import type { Explanation, Saying } from './rule.ts';
import { rules } from './rules/all.ts';

/** Whether a finding is about the words, rather than about what happened before. */
export const isAboutWords = (finding: Finding): boolean =>
  rules.find(({ id }) => id === finding.rule)?.kind === 'text';

/** Which words of the catalogue say what a finding means. */
export function explain(finding: Finding): Explanation {
  const rule = rules.find(({ id }) => id === finding.rule);
  if (!rule) throw new Error(`no rule is called ${finding.rule}`);
  return rule.explain(finding.data);
}

/** A saying's values as the reader writes them: days in words. */
export function placed({ values }: Saying, { locale }: Pick<Messages, 'locale'>): Saying['values'] {
  const { date } = values;
  if (typeof date !== 'string' || date === '') return values;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return { ...values, date: day.format(new Date(`${date}T00:00:00Z`)) };
}
