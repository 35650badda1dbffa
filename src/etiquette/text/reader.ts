import { Folded, isLatin, kind, kindAt, latinOf } from './fold.ts';
import { type IsWord, joinSpelledOut } from './spelled-out.ts';

/** A text as tokens: words, and single characters of scripts without spaces. Reused between texts. */
export class Reader {
  readonly folded = new Folded();
  /** Tokens: units of the folded text, `count` of them. */
  from = new Uint32Array(512);
  to = new Uint32Array(512);
  /** The sentence that each stands in. */
  sentence = new Uint32Array(512);
  /** 1: a character of a script without spaces. 2: stands between quotation marks. */
  flags = new Uint8Array(512);
  count = 0;
  /** For each sentence: its first token, and whether it asks. */
  first = new Uint32Array(128);
  asks = new Uint8Array(128);
  sentences = 0;
  private readonly isWord: IsWord;
  private typed = '';
  /** Words of the text with figures for letters: then a word may be nothing but figures. */
  private disguised = 0;

  /** `isWord` tells words apart that are spelled out at equal distances. */
  constructor(isWord: IsWord = () => false) {
    this.isWord = isWord;
  }

  read(typed: string): void {
    this.typed = typed;
    this.folded.read(typed);
    if (this.tokenise()) {
      joinSpelledOut(this.folded, this.isWord);
      this.tokenise();
    }
  }

  /** Finds the tokens and undoes what disguises single words; true where words may be spelled out letter by letter. */
  private tokenise(): boolean {
    const { folded } = this;
    const { units, length } = folded;
    this.count = 0;
    this.sentences = 0;
    this.disguised = 0;
    let quoted = 0;
    let opens = true;
    let asks = 0;
    let singles = 0;
    let spelled = false;
    let line = 0;
    for (let at = 0; at < length; ) {
      const is = kindAt(units[at]!);
      if (is === kind.letter || is === kind.digit || is === kind.ideograph) {
        if (opens) {
          if (this.sentences > 0) this.asks[this.sentences - 1] = asks;
          asks = 0;
          opens = false;
          this.openSentence();
        }
        const end = is === kind.ideograph ? at + 1 : this.wordEnd(at);
        if (is === kind.letter && end - at === 1) {
          if (++singles >= FEWEST_SPELLED) spelled = true;
        } else singles = 0;
        this.push(at, end, (is === kind.ideograph ? 1 : 0) | (quoted << 1));
        at = end;
        continue;
      }
      switch (is) {
        case kind.question:
          asks = 1;
          opens = true;
          break;
        case kind.stop:
          opens = true;
          break;
        case kind.newline:
          if (this.isBlankBehind(at)) opens = true;
          else if (this.count - line >= FEWEST_ON_A_LINE && !this.goesOnBehind(at)) opens = true;
          line = this.count;
          break;
        case kind.dot:
          if (this.endsAt(at)) opens = true;
          break;
        case kind.quote:
          quoted ^= 1;
          break;
      }
      at++;
    }
    if (this.sentences > 0) this.asks[this.sentences - 1] = asks;
    return spelled;
  }

  /** The end of the word that begins here, look-alikes and figures that stand for letters undone. */
  private wordEnd(from: number): number {
    const { units, length } = this.folded;
    let latin = 0;
    let foreign = 0;
    let figures = 0;
    let at = from;
    for (; at < length; at++) {
      const unit = units[at]!;
      const is = kindAt(unit);
      if (is === kind.letter) {
        if (unit < 0x250) latin++;
        else foreign++;
      } else if (is === kind.digit) figures++;
      else if ((unit === AT || unit === DOLLAR) && this.goesOn(at + 1)) figures++;
      else if (is === kind.apostrophe && this.isContraction(at)) continue;
      else break;
    }
    if (foreign > 0 && (latin > 0 || this.latinAround(from, at))) {
      let all = true;
      for (let i = from; i < at; i++) {
        const unit = units[i]!;
        if (unit >= 0x250 && kindAt(unit) === kind.letter && latinOf(unit) === unit) all = false;
      }
      if (all || latin > 0) {
        for (let i = from; i < at; i++) units[i] = latinOf(units[i]!);
        latin += foreign;
      }
    }
    if (figures > 0 && (latin > 0 ? at - from > 1 : this.standsForAWord(from, at))) {
      this.disguised++;
      for (let i = from; i < at; i++) {
        const letter = FIGURES.get(units[i]!);
        if (letter !== undefined) units[i] = letter;
      }
    }
    return at;
  }

  /** `3153` after `wh0`. */
  private standsForAWord(from: number, to: number): boolean {
    if (this.disguised === 0 || to - from < 3) return false;
    const letters: number[] = [];
    for (let i = from; i < to; i++) {
      const letter = FIGURES.get(this.folded.units[i]!);
      if (letter === undefined) return false;
      letters.push(letter);
    }
    return this.isWord(String.fromCharCode(...letters));
  }

  private goesOn(at: number): boolean {
    const { units, length } = this.folded;
    return at < length && (kindAt(units[at]!) === kind.letter || kindAt(units[at]!) === kind.digit);
  }

  /**
   * `don't`, `you're`: at most two letters behind it make one word, read without the apostrophe. The `s` of `cousin's`, and
   * French `l'` and the like, are words of their own.
   */
  private isContraction(at: number): boolean {
    const { units, length } = this.folded;
    let end = at + 1;
    while (end < length && end <= at + 3 && kindAt(units[end]!) === kind.letter) end++;
    if (end === at + 2 && units[at + 1] === SMALL_S) return false;
    return end > at + 1 && end <= at + 3;
  }

  /** Whether the word before or behind is Latin. */
  private latinAround(from: number, to: number): boolean {
    const { units, length } = this.folded;
    const before = this.count > 0 ? units[this.to[this.count - 1]! - 1]! : 0;
    if (isLatin(before)) return true;
    for (let at = to; at < length && at < to + 3; at++) if (isLatin(units[at]!)) return true;
    return from === 0 && to === length;
  }

  /** The next line begins with a small letter: a line broken for its length. */
  private goesOnBehind(at: number): boolean {
    const { units, length, starts } = this.folded;
    let next = at + 1;
    while (next < length && kindAt(units[next]!) === kind.space) next++;
    return next < length && /^\p{Ll}/u.test(this.typed.charAt(starts[next]!));
  }

  private isBlankBehind(at: number): boolean {
    const { units, length } = this.folded;
    let next = at + 1;
    while (next < length && kindAt(units[next]!) === kind.space) next++;
    return next < length && kindAt(units[next]!) === kind.newline;
  }

  /** A full stop ends a sentence where a space follows, but not behind a figure, a single letter or a usual short form. */
  private endsAt(at: number): boolean {
    const { units, length } = this.folded;
    if (at + 1 < length) {
      const next = kindAt(units[at + 1]!);
      if (next === kind.letter || next === kind.digit || next === kind.dot) return false;
      if (next === kind.newline) return true;
    } else return true;
    if (this.count === 0) return true;
    const from = this.from[this.count - 1]!;
    const to = this.to[this.count - 1]!;
    if (to !== at) return true;
    if (kindAt(units[at - 1]!) === kind.digit) return false;
    if (to - from === 1 && units[from]! < 0x250) return false;
    return to - from > 4 || !SHORT_FORMS.has(String.fromCharCode(...units.subarray(from, to)));
  }

  private push(from: number, to: number, flags: number): void {
    if (this.count === this.from.length) this.grow();
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.flags[this.count] = flags;
    this.sentence[this.count] = this.sentences - 1;
    this.count++;
  }

  private openSentence(): void {
    if (this.sentences === this.first.length) {
      this.first = doubled(this.first);
      this.asks = doubled(this.asks);
    }
    this.first[this.sentences++] = this.count;
  }

  private grow(): void {
    this.from = doubled(this.from);
    this.to = doubled(this.to);
    this.sentence = doubled(this.sentence);
    this.flags = doubled(this.flags);
  }

  /** Whether a comma, a line's end or the like stands before a token that isn't the first. */
  isApart(token: number): boolean {
    const { units } = this.folded;
    for (let at = this.to[token - 1]!; at < this.from[token]!; at++) {
      const is = kindAt(units[at]!);
      if (is === kind.newline || is === kind.quote) return true;
      if (is === kind.other && BREAKS.has(units[at]!)) return true;
    }
    return false;
  }

  /** The first token behind a sentence. */
  sentenceEnd(sentence: number): number {
    return sentence + 1 < this.sentences ? this.first[sentence + 1]! : this.count;
  }
}

/** The same array with room for twice as much. */
export function doubled<T extends Uint32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (size: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}

export const APOSTROPHE = 0x27;
const SMALL_S = 0x73;
const AT = 0x40;
/** What stands between clauses, folded. */
const BREAKS: ReadonlySet<number> = new Set(Array.from(',;:()–—', (sign) => sign.charCodeAt(0)));
const DOLLAR = 0x24;
/** A line of fewer words goes on in the next one, unless a blank line follows. */
const FEWEST_ON_A_LINE = 4;
/** So many single letters in a row are no words. */
const FEWEST_SPELLED = 3;

/** Figures and signs that stand for letters; `l` is folded to `i`. */
const FIGURES: ReadonlyMap<number, number> = new Map(
  '0o 1i 3e 4a 5s 7t 8b @a $s'.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** Folded as texts are. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st hr fr bzw ca nr tei tel bspw ggf evti usw inki sra srta mme mie esim mm ym pvm ui dn inż'.split(
    ' ',
  ),
);
