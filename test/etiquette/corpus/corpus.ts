import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Severity, severities, type Verdict } from '../../../src/etiquette/finding.ts';
import type { RuleId } from '../../../src/etiquette/rules/all.ts';

/** What a message of the corpus does, with the exact words that do it. */
export const acts = [
  'contacts',
  'contacts-bounded',
  'favour-for-third',
  'third-light',
  'pressure',
  'urgency',
  'vague',
  'bundle',
  'bait',
  'no-context',
  'apology',
] as const;
export type Act = (typeof acts)[number];

const exampleSchema = z.object({
  lang: z.string(),
  relationship: z.enum(['cold', 'new', 'established']),
  kind: z.enum(['ask', 'question', 'reminder', 'thanks', 'permission']).optional(),
  text: z.string(),
  acts: z.partialRecord(z.enum(acts), z.string()),
});
export interface Example extends z.infer<typeof exampleSchema> {
  /** `de/a.jsonl:12` */
  id: string;
}

const folder = import.meta.dirname;

/** All examples of a part: those to learn from, or those held back. */
export function corpus(part: 'training' | 'held-back'): Example[] {
  return readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => read(join(folder, part, name), name));
}

export function read(path: string, name: string): Example[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      return [{ ...exampleSchema.parse(JSON.parse(line)), id: `${name}:${i + 1}` }];
    });
}

/** What the review should say of an example, by the labelling guide: its acts, and how well the two know each other. */
export function labelOf({ acts, relationship, kind = 'ask' }: Example): {
  verdict: Verdict;
  rules: RuleId[];
} {
  const known = relationship === 'established';
  const said: [RuleId, Severity][] = [];
  if (acts.contacts !== undefined || (acts['contacts-bounded'] !== undefined && !known)) {
    said.push(['who-else', known ? 'coach' : 'block']);
  }
  if (acts['favour-for-third'] !== undefined) said.push(['friend-of-friend', 'block']);
  else if (acts['third-light'] !== undefined) said.push(['friend-of-friend', 'coach']);
  if (acts.pressure !== undefined) said.push(['pressure', 'block']);
  else if (acts.urgency !== undefined) said.push(['pressure', 'coach']);
  if (acts.bait !== undefined) said.push(['bait-and-switch', 'coach']);
  if (acts.bundle !== undefined) said.push(['bundle', 'coach']);
  if (acts.vague !== undefined && kind === 'ask') said.push(['vague', 'coach']);
  if (acts['no-context'] !== undefined && kind === 'ask' && relationship === 'cold') {
    said.push(['no-context', 'coach']);
  }
  if (acts.apology !== undefined) said.push(['over-apologetic', 'note']);
  const weight = Math.max(0, ...said.map(([, severity]) => severities.indexOf(severity)));
  return {
    verdict: weight === 2 ? 'block' : weight === 1 ? 'coach' : 'pass',
    rules: said.map(([rule]) => rule),
  };
}
