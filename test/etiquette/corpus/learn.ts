import { Features } from '../../../src/etiquette/model/features.ts';
import {
  doubleHeads,
  type Head,
  headIndex,
  heads,
  overall,
  textHeads,
} from '../../../src/etiquette/model/heads.ts';
import { damping } from '../../../src/etiquette/model/model.ts';
import { languageIn } from '../../../src/etiquette/text/language-in.ts';
import { isWord, Matcher } from '../../../src/etiquette/text/lexicons.ts';
import { Reader } from '../../../src/etiquette/text/reader.ts';
import type { Act, Example } from './corpus.ts';

/** What there is to learn of one sentence, or of a whole text. */
export interface Instance {
  example: number;
  /** It is the whole text, no sentence. */
  whole: boolean;
  features: Int32Array;
  /** For each head: 1 or 0, or -1 where the head has nothing to say of it. */
  labels: Int8Array;
}

const reader = new Reader(isWord);
const matcher = new Matcher();
const features = new Features();

const on = (acts: Example['acts'], ...names: Act[]) =>
  names.some((name) => acts[name] !== undefined);

export function instancesOf(examples: readonly Example[]): Instance[] {
  return examples.flatMap((example, index) => {
    reader.read(example.text);
    matcher.find(reader);
    languageIn(reader, matcher);
    features.read(reader, matcher.matches);
    const marked = new Map<Act, Set<number>>();
    for (const [act, words] of Object.entries(example.acts)) {
      marked.set(act as Act, sentencesOf(example.text.indexOf(words), words.length));
    }
    const rows: Instance[] = [];
    for (let sentence = 0; sentence < features.sentences; sentence++) {
      const has = (...names: Act[]) => names.some((name) => marked.get(name)?.has(sentence));
      const labels = new Int8Array(heads.length).fill(-1);
      const say = (head: Head, value: boolean) => {
        labels[headIndex[head]] = value ? 1 : 0;
      };
      say('contacts', has('contacts', 'contacts-bounded'));
      if (has('contacts', 'contacts-bounded')) say('bounded', has('contacts-bounded'));
      say('third', has('favour-for-third', 'third-light'));
      if (has('favour-for-third', 'third-light')) say('light', has('third-light'));
      say('pressure', has('pressure', 'urgency'));
      if (has('pressure', 'urgency')) say('urgent', !has('pressure'));
      say('bait', has('bait'));
      say('apology', has('apology'));
      rows.push({
        example: index,
        whole: false,
        features: features.ids.slice(features.starts[sentence]!, features.starts[sentence + 1]!),
        labels,
      });
    }
    const labels = new Int8Array(heads.length).fill(-1);
    labels[headIndex.vague] = on(example.acts, 'vague') ? 1 : 0;
    labels[headIndex.bundle] = on(example.acts, 'bundle') ? 1 : 0;
    for (const head of doubleHeads) {
      labels[headIndex[overall[head]]] = wants(example, head) ? 1 : 0;
    }
    if (example.relationship === 'cold')
      labels[headIndex.noContext] = on(example.acts, 'no-context') ? 1 : 0;
    rows.push({
      example: index,
      whole: true,
      features: features.ids.slice(0, features.count),
      labels,
    });
    return rows;
  });
}

/** The longest text of two together. */
const LONGEST_PAIR = 900;

/**
 * Each example once more with another of its language behind it: what one sentence asks stays so whatever else the message
 * says. Whether a message of two is vague, a bundle or without context isn't known.
 */
export function pairsOf(examples: readonly Example[]): Instance[] {
  const byLanguage = new Map<string, Example[]>();
  for (const example of examples) {
    const own = byLanguage.get(example.lang);
    if (own) own.push(example);
    else byLanguage.set(example.lang, [example]);
  }
  let random = 7;
  const pairs = examples.flatMap((first): Example[] => {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    const own = byLanguage.get(first.lang)!;
    const second = own[(random >> 8) % own.length]!;
    const same = Object.keys(first.acts).some((act) => act in second.acts);
    if (same || first.text.length + second.text.length > LONGEST_PAIR) return [];
    const text = `${first.text}${(random & 0x4000) === 0 ? ' ' : '\n\n'}${second.text}`;
    return [{ ...first, text, acts: { ...first.acts, ...second.acts } }];
  });
  const instances = instancesOf(pairs);
  for (const { whole, labels } of instances) {
    if (whole) for (const head of textHeads) labels[headIndex[head]] = -1;
  }
  return instances;
}

/** Whether a head should speak for an example; undefined where it has nothing to say of it. */
export function wants({ acts, relationship }: Example, head: Head): boolean | undefined {
  const contacts = on(acts, 'contacts', 'contacts-bounded');
  const third = on(acts, 'favour-for-third', 'third-light');
  const pressure = on(acts, 'pressure', 'urgency');
  switch (head) {
    case 'contacts':
      return contacts;
    case 'bounded':
      return contacts ? !on(acts, 'contacts') : undefined;
    case 'third':
      return third;
    case 'light':
      return third ? !on(acts, 'favour-for-third') : undefined;
    case 'pressure':
      return pressure;
    case 'urgent':
      return pressure ? !on(acts, 'pressure') : undefined;
    case 'bait':
      return on(acts, 'bait');
    case 'apology':
      return on(acts, 'apology');
    case 'contactsOverall':
      return contacts;
    case 'thirdOverall':
      return third;
    case 'pressureOverall':
      return pressure;
    case 'baitOverall':
      return on(acts, 'bait');
    case 'vague':
      return on(acts, 'vague');
    case 'bundle':
      return on(acts, 'bundle');
    case 'noContext':
      return relationship === 'cold' ? on(acts, 'no-context') : undefined;
  }
}

/** The sentences of the text just read that some typed units stand in. */
function sentencesOf(start: number, length: number): Set<number> {
  const found = new Set<number>();
  for (let token = 0; token < reader.count; token++) {
    const at = reader.folded.starts[reader.from[token]!]!;
    const end = reader.folded.ends[reader.to[token]! - 1]!;
    if (at < start + length && end > start) found.add(reader.sentence[token]!);
  }
  return found;
}

export interface Weights {
  /** From a feature to its row. */
  index: Map<number, number>;
  /** Rows of one weight a head. */
  rows: Float32Array;
  bias: Float32Array;
}

export interface Learning {
  epochs: number;
  rate: number;
  l2: number;
  fewest: number;
  /** How much a positive counts. */
  positive: number;
}
/** Measured on the training part, by cross-validation. */
export const usual: Learning = {
  epochs: 12,
  rate: 0.06,
  l2: 1e-5,
  fewest: 3,
  positive: 1,
};

/**
 * Logistic regression for every head, by AdaGrad; deterministic. What is seen often enough to learn of is counted without the
 * pairs.
 */
export function learn(
  own: readonly Instance[],
  pairs: readonly Instance[] = [],
  how: Learning = usual,
): Weights {
  const instances = [...own, ...pairs];
  const counts = new Map<number, number>();
  for (const { features } of own) {
    for (const id of new Set(features)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const index = new Map<number, number>();
  for (const [id, count] of counts) if (count >= how.fewest) index.set(id, index.size);
  const dense = instances.map(({ features }) =>
    Int32Array.from([...features].flatMap((id) => index.get(id) ?? [])),
  );
  const dampings = Float32Array.from(instances, ({ features }) => damping(features.length));
  const width = heads.length;
  const rows = new Float32Array(index.size * width);
  const sums = new Float32Array(index.size * width).fill(1e-2);
  const bias = new Float32Array(width).fill(-2);
  const biasSums = new Float32Array(width).fill(1);
  const order = Int32Array.from(instances.keys());
  let random = 12345;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
      const j = random % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const { labels } = instances[at]!;
      const ids = dense[at]!;
      for (let head = 0; head < width; head++) {
        const label = labels[head]!;
        if (label < 0) continue;
        let score = 0;
        for (let k = 0; k < ids.length; k++) score += rows[ids[k]! * width + head]!;
        score = bias[head]! + score * dampings[at]!;
        const p = 1 / (1 + Math.exp(-score));
        let gradient = p - label;
        if (label === 1) gradient *= how.positive;
        if (Math.abs(gradient) < 1e-3) continue;
        biasSums[head]! += gradient * gradient;
        bias[head]! -= (how.rate * gradient) / Math.sqrt(biasSums[head]!);
        for (let k = 0; k < ids.length; k++) {
          const cell = ids[k]! * width + head;
          const g = gradient * dampings[at]! + how.l2 * rows[cell]!;
          sums[cell]! += g * g;
          rows[cell]! -= (how.rate * g) / Math.sqrt(sums[cell]!);
        }
      }
    }
    for (let i = 0; i < rows.length; i++) rows[i]! *= 1 - how.l2 * 1000;
  }
  return { index, rows, bias };
}

export function scoresOf(instance: Instance, { index, rows, bias }: Weights): Float32Array {
  const scores = new Float32Array(heads.length);
  const width = heads.length;
  for (const id of instance.features) {
    const row = index.get(id);
    if (row === undefined) continue;
    for (let head = 0; head < width; head++) scores[head]! += rows[row * width + head]!;
  }
  const damped = damping(instance.features.length);
  for (let head = 0; head < width; head++) scores[head] = bias[head]! + scores[head]! * damped;
  return scores;
}
