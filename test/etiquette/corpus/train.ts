import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addedByText,
  type Head,
  headIndex,
  heads,
  isDouble,
  overall,
} from '../../../src/etiquette/model/heads.ts';
import { corpus } from './corpus.ts';
import { gentleExamples } from './gentle-examples.ts';
import {
  type Instance,
  instancesOf,
  learn,
  pairsOf,
  scoresOf,
  type Weights,
  wants,
} from './learn.ts';
import { learnedFrom } from './learned-from.ts';

/**
 * `npm run train`: learns the model's weights from the training part of the corpus and writes `src/etiquette/model/weights.ts`.
 * The same corpus gives the same weights.
 */

const FOLDS = 5;
/** Weights under this, in log odds, are left out. */
const LEAST = 0.03;
/** The largest weight that a row can hold, in log odds; larger ones are cut. */
const MOST = 2.54;

/** Of the fine messages so few may be held back by one head; one that isn't that sure only says something. */
const FALSE_BLOCKS = 0.0004;

/** Of the fine messages so few may get a finding from a head: together they stay under 4 %. */
const falseAlarms: Partial<Record<Head, number>> = {
  contacts: 0.0105,
  third: 0.012,
  pressure: 0.005,
  bait: 0.001,
  vague: 0.004,
  bundle: 0.002,
  noContext: 0.01,
};

const examples = [...corpus('training'), ...gentleExamples()];
const instances = instancesOf(examples);
console.error(`${examples.length} examples, ${instances.length} sentences and texts`);
const { likely, sure } = thresholds();
console.error('learning from all');
const weights = learn(instances, pairsOf(examples));
write(weights);

function thresholds(): { likely: number[]; sure: number[] } {
  const best = examples.map(() => new Float32Array(heads.length).fill(Number.NEGATIVE_INFINITY));
  for (let fold = 0; fold < FOLDS; fold++) {
    console.error(`fold ${fold + 1} of ${FOLDS}`);
    const inFold = (instance: Instance) => instance.example % FOLDS === fold;
    const others = examples.filter((_, i) => i % FOLDS !== fold);
    const learned = learn(
      instances.filter((instance) => !inFold(instance)),
      pairsOf(others),
    );
    for (const instance of instances.filter(inFold)) {
      const scores = scoresOf(instance, learned);
      const own = best[instance.example]!;
      for (let head = 0; head < heads.length; head++) {
        if (instance.labels[head]! >= 0) own[head] = Math.max(own[head]!, scores[head]!);
      }
    }
  }
  const likely: number[] = [];
  const sure: number[] = [];
  for (const head of heads) {
    const rows = examples.flatMap((example, i) => {
      const wanted = wants(example, head);
      let score = best[i]![headIndex[head]]!;
      if (isDouble(head)) score += addedByText(best[i]![headIndex[overall[head]]]!);
      return wanted === undefined || !Number.isFinite(score) ? [] : [{ score, wanted }];
    });
    const chosen = cuts(rows, falseAlarms[head]);
    likely.push(chosen.likely);
    sure.push(chosen.sure);
    console.error(
      `${head.padEnd(17)} likely ${chosen.likely.toFixed(2)} finds ${chosen.found.toFixed(2)}, sure ${chosen.sure.toFixed(2)} finds ${chosen.foundSurely.toFixed(2)} of ${chosen.wanted}`,
    );
  }
  return { likely, sure };
}

/**
 * Where to cut: what is likely may be wrong in a share of the fine ones, or, without one, is where F is best; what is sure may
 * hardly ever be wrong.
 */
function cuts(rows: { score: number; wanted: boolean }[], share: number | undefined) {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const wanted = sorted.filter((row) => row.wanted).length;
  const fine = sorted.length - wanted;
  let right = 0;
  let wrong = 0;
  let f = 0;
  let likely = sorted[0]?.score ?? 0;
  let sure = likely;
  let found = 0;
  let foundSurely = 0;
  sorted.forEach((row, i) => {
    if (row.wanted) right++;
    else wrong++;
    const cut = (row.score + (sorted[i + 1]?.score ?? row.score - 1)) / 2;
    const better = share === undefined ? (2 * right) / (right + wrong + wanted) : right / wanted;
    if (better > f && (share === undefined || wrong <= fine * share)) {
      f = better;
      likely = cut;
      found = right / wanted;
    }
    if (wrong <= fine * FALSE_BLOCKS) {
      sure = cut;
      foundSurely = right / wanted;
    }
  });
  return { likely, sure: Math.max(sure, likely), found, foundSurely, wanted };
}

function write({ index, rows, bias }: Weights): void {
  const width = heads.length;
  const scale = MOST / 127;
  const cellsOf = (row: number): number[] =>
    heads.map((_, head) => {
      const weight = rows[row * width + head]!;
      if (Math.abs(weight) < LEAST) return 0;
      return Math.max(-127, Math.min(127, Math.round(weight / scale)));
    });
  const kept = [...index]
    .map(([hash, row]) => ({ hash, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== 0))
    .sort((a, b) => a.hash - b.hash);
  const hashes = Int32Array.from(kept, ({ hash }) => hash);
  // A mask of the heads that have a weight, two bytes, and then these weights.
  const packed = kept.flatMap(({ cells }) => {
    const mask = cells.reduce((bits, cell, head) => (cell === 0 ? bits : bits | (1 << head)), 0);
    return [mask & 255, mask >> 8, ...cells.filter((cell) => cell !== 0).map((cell) => cell & 255)];
  });
  const text = [
    "import type { WeightsData } from './model.ts';",
    '',
    '/** Written by `npm run train`; not by hand. */',
    'export const weightsData: WeightsData = {',
    `  learnedFrom: '${learnedFrom()}',`,
    `  scale: ${scale},`,
    `  bias: [${[...bias].map((value) => value.toFixed(4)).join(', ')}],`,
    `  likely: [${likely.map((value) => value.toFixed(4)).join(', ')}],`,
    `  sure: [${sure.map((value) => value.toFixed(4)).join(', ')}],`,
    `  features: '${Buffer.from(hashes.buffer).toString('base64')}',`,
    `  rows: '${Buffer.from(packed).toString('base64')}',`,
    '};',
    '',
  ].join('\n');
  const path = join(import.meta.dirname, '../../../src/etiquette/model/weights.ts');
  writeFileSync(path, text);
  console.error(`${kept.length} features, ${(text.length / 1024).toFixed(0)} kB`);
}
