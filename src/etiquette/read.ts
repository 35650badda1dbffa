import { type Concept, conceptIds } from './concepts.ts';
import type { FieldName } from './draft.ts';
import { languageIndex, languages } from './language/all.ts';
import { Features, NOWHERE } from './model/features.ts';
import { addedByText, type Head, headIndex, isDouble, overall, textHeads } from './model/heads.ts';
import { model, SENTENCE_HEADS } from './model/model.ts';
import type { ReadText, Signal } from './rule.ts';
import { chineseScript } from './text/chinese-script.ts';
import { languageIn } from './text/language-in.ts';
import { isWord, Matcher } from './text/lexicons.ts';
import { Reader } from './text/reader.ts';

// Room to work in, used by one reading after the other.
const reader = new Reader(isWord);
const matcher = new Matcher();
const features = new Features();

/** Heads that a rule asks for by themselves; the others qualify one of these. */
const signalling = ['contacts', 'third', 'pressure', 'bait', 'apology'] as const satisfies Head[];

/** How much less clear than the clearest a sentence may be that is marked as well, in log odds. */
const AS_CLEAR = 2.5;

const inAnyField = ({ head }: Signal): boolean =>
  head === 'contacts' || head === 'third' || head === 'pressure';

export interface Reading {
  /** BCP 47, or `und`. */
  language: string;
  /** Index of the language's rules; -1 for `und`. */
  rules: number;
  texts: ReadText[];
}

/**
 * Reads the fields of a draft, in a known language or in that which each is found to be in; the language told is that of the
 * longest text that has one.
 */
export function readFields(
  fields: readonly { field: FieldName; typed: string }[],
  known = 'auto',
): Reading {
  const given = known === 'auto' ? undefined : languageIndex(known);
  let language = 'und';
  let rules = -1;
  let longest = 0;
  const texts = fields.map(({ field, typed }): ReadText => {
    reader.read(typed);
    matcher.find(reader, given);
    const found = languageIn(reader, matcher, given);
    if (found < 0) return { field, typed, signals: [], echoes: [] };
    if (reader.count > longest) {
      longest = reader.count;
      rules = found;
      const { tag } = languages[rules]!;
      language = tag === 'zh' ? chineseScript(typed) : tag;
    }
    features.read(reader, matcher.matches);
    const { signals, echoes } = signalsIn();
    // A form's short answers are no message: what they lack says nothing.
    const own = field === 'note' ? signals : signals.filter(inAnyField);
    return { field, typed, signals: own, echoes };
  });
  return { language, rules, texts };
}

/** Whole phrases by which a head is sure of what it finds likely, and concepts beside which they may mean something else. */
const stockPhrases: Partial<Record<Head, Concept>> = {
  contacts: 'ask-contacts',
  third: 'ask-for-third',
};
const turning: ReadonlySet<Concept> = new Set<Concept>([
  'not-fishing',
  'thanks',
  'quoted',
  'agreed',
  'suggested',
  'news',
  'offer',
  'negation',
  'panel',
]);
/** Fewer words than this are no phrase of their own; a character counts for half a word. */
const FEWEST_WORDS = 2;

/** A stock phrase stands in the sentence, and nothing that turns its meaning. */
function hasStockPhrase(head: Head, sentence: number): boolean {
  const stock = stockPhrases[head];
  if (stock === undefined) return false;
  const { matches } = matcher;
  let found = false;
  for (let i = firstMatchOf(sentence); i < matches.count; i++) {
    const from = matches.from[i]!;
    if (reader.sentence[from] !== sentence) break;
    const concept = conceptIds[matches.concepts[i]!]!;
    if (turning.has(concept)) return false;
    const words = (matches.to[i]! - from) / ((reader.flags[from]! & 1) === 1 ? 2 : 1);
    found ||= concept === stock && words >= FEWEST_WORDS;
  }
  return found;
}

/** By halving: matches stand in order of the text. */
function firstMatchOf(sentence: number): number {
  const { matches } = matcher;
  let low = 0;
  let high = matches.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reader.sentence[matches.from[middle]!]! < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a sentence's own odds must be to go on with the ask of one before it. */
const GOES_ON = -2;
const goingOn: ReadonlySet<Head> = new Set<Head>(['contacts', 'third']);

function signalsIn(): { signals: Signal[]; echoes: Signal[] } {
  const known = model();
  const signals: Signal[] = [];
  const echoes: Signal[] = [];
  const { bySentence, whole } = known.score(features);
  const wholeOf = (head: Head): number => whole[headIndex[head] - SENTENCE_HEADS]!;
  for (const head of signalling) {
    const index = headIndex[head];
    const around = isDouble(head) ? addedByText(wholeOf(overall[head])) : 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = index; i < bySentence.length; i += SENTENCE_HEADS) {
      most = Math.max(most, bySentence[i]! + around);
    }
    const least = Math.max(known.likely[index]!, most - AS_CLEAR);
    if (most < least) continue;
    let asked = false;
    for (let sentence = 0; sentence < features.sentences; sentence++) {
      const own = bySentence[sentence * SENTENCE_HEADS + index]!;
      const odds = own + around;
      if (odds < least) {
        if (asked && own >= GOES_ON && goingOn.has(head)) {
          echoes.push(signalAt(head, sentence, false, bySentence));
        }
        continue;
      }
      asked = true;
      const sure = odds >= known.sure[index]! || hasStockPhrase(head, sentence);
      signals.push(signalAt(head, sentence, sure, bySentence));
    }
  }
  for (const head of textHeads) {
    const index = headIndex[head];
    const odds = wholeOf(head);
    if (odds < known.likely[index]!) continue;
    signals.push(signalAt(head, strongest(index), odds >= known.sure[index]!, bySentence));
  }
  return { signals, echoes };
}

/** The sentence that speaks most for a head. */
function strongest(head: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let sentence = 0; sentence < features.sentences; sentence++) {
    let sum = 0;
    for (let i = features.starts[sentence]!; i < features.starts[sentence + 1]!; i++) {
      sum += model().weight(features.ids[i]!, head);
    }
    if (sum > most) {
      most = sum;
      best = sentence;
    }
  }
  return best;
}

function signalAt(head: Head, sentence: number, sure: boolean, bySentence: Float64Array): Signal {
  const known = model();
  const first = reader.first[sentence]!;
  const last = reader.sentenceEnd(sentence);
  const { from, to } = evidence(headIndex[head], sentence, first, last);
  return {
    head,
    sure,
    says: (other) =>
      bySentence[sentence * SENTENCE_HEADS + headIndex[other]]! - known.likely[headIndex[other]]!,
    start: typedStart(from),
    end: typedEnd(to - 1),
    sentence: { start: typedStart(first), end: typedEnd(last - 1) },
  };
}

const typedStart = (token: number): number => reader.folded.starts[reader.from[token]!]!;
const typedEnd = (token: number): number => reader.folded.ends[reader.to[token]! - 1]!;

/** How much a word must speak for a head to lengthen the evidence, as a part of what the whole sentence says. */
const WORD_COSTS = 0.25;

/** The run of words that speaks most for a head. */
function evidence(
  head: number,
  sentence: number,
  first: number,
  last: number,
): { from: number; to: number } {
  const known = model();
  const said = new Float64Array(last - first);
  for (let i = features.starts[sentence]!; i < features.starts[sentence + 1]!; i++) {
    const token = features.tokens[i]!;
    if (token !== NOWHERE) said[token - first]! += known.weight(features.ids[i]!, head);
  }
  let total = 0;
  for (const value of said) total += Math.max(0, value);
  const cost = (total / said.length) * WORD_COSTS;
  let best = Number.NEGATIVE_INFINITY;
  let range = { from: first, to: last };
  let sum = 0;
  let start = 0;
  for (let at = 0; at < said.length; at++) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += said[at]! - cost;
    if (sum > best) {
      best = sum;
      range = { from: first + start, to: first + at + 1 };
    }
  }
  return wholeClause(range, first, last);
}

/** Words are marked by clauses, as people read them, unless that takes so many words more on a side. */
const CLAUSE_WITHIN = 8;

function wholeClause({ from, to }: { from: number; to: number }, first: number, last: number) {
  const within = CLAUSE_WITHIN * ((reader.flags[from]! & 1) === 1 ? 2 : 1);
  let start = from;
  while (start > first && from - start <= within && !reader.isApart(start)) start--;
  let end = to;
  while (end < last && end - to <= within && !reader.isApart(end)) end++;
  return { from: from - start > within ? from : start, to: end - to > within ? to : end };
}
