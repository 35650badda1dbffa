import type { Block, Inline, View } from './view.ts';

/**
 * Directions of text (Unicode's annex 9). What members write may run from right to left, and may hold controls that turn
 * around whatever follows them. Neither may reach our words.
 */

const EMBEDDERS = '\u202a\u202b\u202d\u202e';
const ISOLATORS = '\u2066\u2067\u2068';
const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';
const FIRST_STRONG = '\u2068';

/** As long as what it replaces, so that ranges into the text stay true; has no direction and no width. */
const NOTHING = '\u200b';

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;
/** Every direction ends with its line; what one platform shows as a line's end, the other may not. */
const LINE_ENDS = /(\r\n|(?!\t)[\p{Cc}\p{Zl}\p{Zp}])/u;
/** Letters and digits that don't run from left to right, and the marks and controls of direction. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The text without its unbalanced controls of direction: openers that stay open, closers that close nothing. */
export const withoutLooseControls = (text: string): string =>
  CONTROLS.test(text) ? text.split(LINE_ENDS).map(balancedLine).join('') : text;

function balancedLine(line: string): string {
  const open: number[] = [];
  const loose = new Set<number>();
  const isIsolator = (at: number) => ISOLATORS.includes(line.charAt(at));
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    const last = open.at(-1);
    if (EMBEDDERS.includes(char) || ISOLATORS.includes(char)) open.push(at);
    else if (char === POP_EMBEDDING) {
      if (last === undefined || isIsolator(last)) loose.add(at);
      else open.pop();
    } else if (char === POP_ISOLATE) {
      const opener = open.findLastIndex(isIsolator);
      if (opener < 0) loose.add(at);
      // With it ends whatever was opened inside.
      else open.splice(opener);
    }
  }
  for (const at of open) loose.add(at);
  return line
    .split('')
    .map((char, at) => (loose.has(at) ? NOTHING : char))
    .join('');
}

/**
 * Somebody's words for a place in a sentence that runs from left to right: whatever is in them, what stands around them stays
 * where it is. Words that can't turn anything around are left as they are.
 */
export function isolated(text: string): string {
  if (!TURNS.test(text)) return text;
  return text
    .split(LINE_ENDS)
    .map((line) =>
      TURNS.test(line) ? FIRST_STRONG + withoutLooseControls(line) + POP_ISOLATE : line,
    )
    .join('');
}

/** A view whose texts, each for itself, leave no direction open. For rendering; what is stored stays as it was written. */
export const withDirectionsClosed = (view: View): View => ({
  ...view,
  ...(view.summary === undefined ? {} : { summary: withoutLooseControls(view.summary) }),
  blocks: view.blocks.map(closedBlock),
});

function closedBlock(block: Block): Block {
  switch (block.node) {
    case 'heading':
    case 'quote':
      return { ...block, text: withoutLooseControls(block.text) };
    case 'text':
    case 'context':
      return { ...block, content: closedInline(block.content) };
    case 'list':
      return { ...block, items: block.items.map(closedInline) };
    case 'table':
      return {
        ...block,
        head: block.head.map(withoutLooseControls),
        rows: block.rows.map((row) => row.map(closedInline)),
      };
    case 'divider':
    case 'buttons':
    case 'select':
      return block;
  }
}

const closedInline = (content: Inline[]): Inline[] =>
  content.map((part) =>
    'text' in part ? { ...part, text: withoutLooseControls(part.text) } : part,
  );
