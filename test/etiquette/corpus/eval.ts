import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '../../../src/etiquette/review.ts';
import { type RuleId, rules } from '../../../src/etiquette/rules/all.ts';
import { corpus, type Example, labelOf } from './corpus.ts';
import { progress } from './progress.ts';

/**
 * `npm run eval`: what the review says of the held-back part of the corpus, by language and rule, beside what it should say.
 * Fails when a figure is worse than what is recorded. `--misses` lists what it got wrong; `--record` records.
 */

const flags = new Set(process.argv.slice(2));
const recordedAt = join(import.meta.dirname, 'recorded.json');

interface Told {
  example: Example;
  wanted: ReturnType<typeof labelOf>;
  verdict: string;
  rules: RuleId[];
  language: string;
}

const examples = corpus('held-back');
const bar = progress('reviewing', examples.length);
const told = examples.map((example): Told => {
  const { kind, text, relationship } = example;
  const { verdict, findings, language } = review(
    { kind, fields: { note: text } },
    { relationship },
  );
  bar.step();
  return {
    example,
    wanted: labelOf(example),
    verdict,
    rules: findings.map(({ rule }) => rule),
    language,
  };
});
bar.done();

/** A share with its 95 % interval (Wilson). */
function share(part: number, all: number): string {
  if (all === 0) return '      –        ';
  const z = 1.96;
  const p = part / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half =
    (z / (1 + (z * z) / all)) * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  const two = (value: number) => value.toFixed(2).replace(/^0/, '');
  return `${p.toFixed(2)} (${two(Math.max(0, middle - half))}–${two(Math.min(1, middle + half))})`;
}

const families: [string, string[]][] = [
  ['first five', ['en', 'de', 'fi', 'zh', 'ar']],
  ['next five', ['es', 'fr', 'pt', 'hi', 'ja']],
  ['then four', ['tr', 'pl', 'id', 'ko']],
];
const languageOf = ({ example }: Told): string => example.lang.split('-')[0] ?? '';

interface Figures {
  messages: number;
  fine: number;
  /** Fine ones held back, and fine ones held back or advised on. */
  falseBlocks: number;
  falseAlarms: number;
  agreeing: number;
  /** Told to be in the language that they are in. */
  language: number;
  rules: Record<string, { right: number; wrong: number; missed: number }>;
}

function figuresOf(rows: readonly Told[]): Figures {
  const fine = rows.filter(({ wanted }) => wanted.verdict === 'pass');
  return {
    messages: rows.length,
    fine: fine.length,
    falseBlocks: fine.filter(({ verdict }) => verdict === 'block').length,
    falseAlarms: fine.filter(({ verdict }) => verdict !== 'pass').length,
    agreeing: rows.filter(({ wanted, verdict }) => wanted.verdict === verdict).length,
    language: rows.filter((row) => row.language.split('-')[0] === languageOf(row)).length,
    rules: Object.fromEntries(
      textRules.map((rule) => {
        const should = (row: Told) => row.wanted.rules.includes(rule);
        const does = (row: Told) => row.rules.includes(rule);
        return [
          rule,
          {
            right: rows.filter((row) => should(row) && does(row)).length,
            wrong: rows.filter((row) => !should(row) && does(row)).length,
            missed: rows.filter((row) => should(row) && !does(row)).length,
          },
        ];
      }),
    ),
  };
}

const textRules = rules.filter(({ kind }) => kind === 'text').map(({ id }) => id);
const all = [...new Set(told.map(languageOf))].sort();
const groups: [string, readonly Told[]][] = [
  ...all.map((language): [string, Told[]] => [
    language,
    told.filter((row) => languageOf(row) === language),
  ]),
  ...families.map(([name, list]): [string, Told[]] => [
    name,
    told.filter((row) => list.includes(languageOf(row))),
  ]),
  ['all', told],
];
const figures = new Map(groups.map(([name, rows]) => [name, figuresOf(rows)]));

const pad = (text: string, width: number) => text.padEnd(width);
console.log(
  `\n${pad('', 11)} messages  agree            false blocks     false alarms     language`,
);
for (const [name, own] of figures) {
  console.log(
    [
      pad(name, 11),
      String(own.messages).padStart(8),
      ` ${share(own.agreeing, own.messages)}`,
      share(own.falseBlocks, own.fine),
      share(own.falseAlarms, own.fine),
      share(own.language, own.messages),
    ].join(' '),
  );
}
for (const rule of textRules) {
  console.log(`\n${pad(rule, 17)} should  recall           precision`);
  for (const [name, own] of figures) {
    const { right, wrong, missed } = own.rules[rule]!;
    if (right + wrong + missed === 0) continue;
    console.log(
      `${pad(name, 17)} ${String(right + missed).padStart(6)}  ${share(right, right + missed)} ${share(right, right + wrong)}`,
    );
  }
}

if (flags.has('--misses')) {
  for (const row of told) {
    const { example, wanted, verdict } = row;
    const same = [...row.rules].sort().join() === [...wanted.rules].sort().join();
    if (verdict === wanted.verdict && same) continue;
    console.log(
      `\n${example.id} ${example.relationship}: ${verdict} ${row.rules.join(', ')} — should be ${wanted.verdict} ${wanted.rules.join(', ')}\n  ${example.text.replaceAll('\n', ' / ')}`,
    );
  }
}

/** What must not get worse: pooled figures as shares, each language's errors as counts. */
function recordOf(): Record<string, number> {
  const record: Record<string, number> = {};
  for (const name of ['all', ...families.map(([family]) => family)]) {
    const own = figures.get(name)!;
    for (const rule of ['who-else', 'friend-of-friend'] as const) {
      const { right, wrong, missed } = own.rules[rule]!;
      record[`${name}: ${rule} missed`] = missed / Math.max(1, right + missed);
      record[`${name}: ${rule} wrong`] = wrong / Math.max(1, right + wrong);
    }
    record[`${name}: false blocks`] = own.falseBlocks / Math.max(1, own.fine);
    record[`${name}: false alarms`] = own.falseAlarms / Math.max(1, own.fine);
    record[`${name}: disagreeing`] = 1 - own.agreeing / Math.max(1, own.messages);
  }
  for (const language of all) {
    const own = figures.get(language)!;
    record[`${language}: wrong verdicts`] = own.messages - own.agreeing;
  }
  return record;
}

const now = recordOf();
if (flags.has('--record')) {
  const rounded = Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  );
  writeFileSync(recordedAt, `${JSON.stringify(rounded, null, 2)}\n`);
  console.log('\nRecorded.');
} else {
  const recorded = JSON.parse(readFileSync(recordedAt, 'utf8')) as Record<string, number>;
  const worse = Object.entries(recorded).filter(([name, value]) => (now[name] ?? 1) > value + 1e-4);
  for (const [name, value] of worse) {
    console.log(`Worse than recorded: ${name} is ${now[name]?.toFixed(4)}, was ${value}.`);
  }
  if (worse.length > 0) process.exitCode = 1;
  else console.log('\nNo figure is worse than what is recorded.');
}
