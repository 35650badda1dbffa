/** Legal forms, which people write or leave out. */
const LEGAL_FORMS = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag kg ohg ug se sa sas sarl srl spa sl bv nv oy oyj ab as asa aps ohg kk pty pte pvt ltda eirl ooo sp zoo tbk pt cv and'.split(
    ' ',
  ),
);
const SUFFIXES = /(?:株式会社|有限公司|有限会社|股份|集团|集團|주식회사|㈜|\(주\))/g;

/** Letters and digits only, without marks and capitals; words apart. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[’'.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same for every way in which people write a firm's name: `Northwind Ltd.` and `northwind`. */
export function firmKey(name: string): string {
  const words = folded(name.replace(SUFFIXES, ' ')).split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Two pieces of text as sets of two neighbouring letters: how much they have in common, from 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set([...text].slice(1).map((letter, i) => `${[...text][i]}${letter}`));
  const [first, second] = [pairs(a), pairs(b)];
  if (first.size + second.size === 0) return 0;
  let both = 0;
  for (const pair of first) if (second.has(pair)) both++;
  return (2 * both) / (first.size + second.size);
}

const LEAST_LIKE = 0.45;

/** Firms whose names are like this one, the most like first. */
export function similarFirms(name: string, firms: Iterable<string>, limit = 3): string[] {
  const key = firmKey(name);
  const known = new Map<string, string>();
  for (const firm of firms) if (!known.has(firmKey(firm))) known.set(firmKey(firm), firm);
  return [...known]
    .map(([other, firm]) => ({ firm, like: startsWith(other, key) ? 1 : likeness(key, other) }))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((a, b) => b.like - a.like || a.firm.localeCompare(b.firm))
    .slice(0, limit)
    .map(({ firm }) => firm);
}

const startsWith = (a: string, b: string): boolean =>
  b !== '' && a !== '' && (`${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `));

/** Shorter words say little about a field: `of`, `and`, `die`. */
const LEAST_WORD = 5;

/** Whether two descriptions of a field or a role mean the same line of work: one stands in the other, or a long word in both. */
export function isSameField(a: string, b: string): boolean {
  const [first, second] = [folded(a), folded(b)];
  if (first === '' || second === '') return false;
  if (first.includes(second) || second.includes(first)) return true;
  const words = new Set(first.split(' ').filter((word) => word.length >= LEAST_WORD));
  return second.split(' ').some((word) => words.has(word));
}

/** What stands in one line, apart by commas, semicolons or lines. */
export function listed(text: string | undefined): string[] {
  const seen = new Map<string, string>();
  for (const part of (text ?? '').split(/[,;\n、，；،؛]+/)) {
    const item = part.trim();
    if (item && !seen.has(firmKey(item))) seen.set(firmKey(item), item);
  }
  return [...seen.values()];
}
