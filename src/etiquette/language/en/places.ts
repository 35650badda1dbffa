import type { Token } from '../../tokens.ts';

const before = new Set('in at into within inside from with'.split(' '));
const copulas = new Set('is are was were be if will would might hi hello hey'.split(' '));
const between = new Set('the your our their this that same local'.split(' '));
/** What follows "in" or "at" and names neither field nor team nor firm. */
const nowhere = new Set(
  `network networks circle circles contacts touch mind general person particular advance case time fact order all any anything
  anywhere contact it you me them him her us who which whom one some a an list address phone rolodex friends people two three few and or
  i common future meantime way place end moment least once first last present home night search area world town my mine front
  connections crowd gang each every other others least best return reach hand`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether the words name a field, a team or a firm: something after "in", "at", "into". */
export function namesPlace(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    if (token.word === 'there') return i > 0 && !copulas.has(tokens[i - 1]?.word ?? '');
    if (!before.has(token.word)) return false;
    let next = i + 1;
    while (tokens[next] && between.has(tokens[next]?.word ?? '')) next++;
    const place = tokens[next];
    return place !== undefined && !place.opens && !nowhere.has(place.word);
  });
}
