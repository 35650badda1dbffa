/** Legal forms, which people write or leave out: as they end a folded name, the longest first. */
const LEGAL_ENDINGS = [
  'gmbh and co kg',
  'sa de cv',
  'sp z oo',
  'sdn bhd',
  'sa rl',
  'a s',
  ...'inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag kg kgaa ohg ug se sa sas sarl srl sro spa sl bv nv oy oyj ab as asa aps kk pty pte pvt ltda eirl ооо оао зао ао ooo ou tbk kft nyrt zrt αε אבעמ בעמ'.split(
    ' ',
  ),
];
const LEGAL_BEGINNINGS = ['pt', 'cv', 'ооо', 'оао', 'зао', 'ао', 'ooo'];
const ORDINARY = new Set('the a an and la le les el los der die das de o os il'.split(' '));
const WITHOUT_SPACES =
  /株式会社|\(株\)|合同会社|有限会社|股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團|주식회사|유한회사|\(주\)/gu;

/** Marks over these scripts' letters are left out by many who write them; in others they make another letter. */
const LOOSE_MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{Mn}*)\p{Mn}/gu;

/** Letters, digits and what belongs to them, without loose marks and capitals; words apart. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[’'.״"]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim();

/** The same for every way in which people write a firm's name: `Northwind Ltd.` and `northwind`. Never empty, unless blank. */
export function firmKey(name: string): string {
  const whole = folded(name);
  let key = folded(name.normalize('NFKC').replace(WITHOUT_SPACES, ' '));
  for (let shorter = withoutForms(key); shorter !== key; shorter = withoutForms(key)) key = shorter;
  return key || whole || name.trim().toLowerCase();
}

/** Without one legal form; a name that is nothing else stays. */
function withoutForms(key: string): string {
  const ending = LEGAL_ENDINGS.find((form) => key.endsWith(` ${form}`));
  if (ending) {
    const rest = key
      .slice(0, -ending.length)
      .replace(/ and $/, ' ')
      .trim();
    // "The Co" is no "the".
    return ORDINARY.has(rest) ? key : rest;
  }
  const beginning = LEGAL_BEGINNINGS.find((form) => key.startsWith(`${form} `));
  return beginning ? key.slice(beginning.length).trim() : key;
}

/** Two pieces of text as sets of two neighbouring letters: how much they have in common, from 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const letters = [...text];
    return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
  };
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
  if (key === '') return [];
  const known = new Map<string, string>();
  for (const firm of firms) if (!known.has(firmKey(firm))) known.set(firmKey(firm), firm);
  return [...known]
    .map(([other, firm]) => ({
      firm,
      like: hasWords(other, key) || hasWords(key, other) ? 1 : likeness(key, other),
    }))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((a, b) => b.like - a.like || a.firm.localeCompare(b.firm))
    .slice(0, limit)
    .map(({ firm }) => firm);
}

/** Whether a folded text has these words, whole and in a row. */
const hasWords = (text: string, words: string): boolean =>
  words !== '' && ` ${text} `.includes(` ${words} `);

/** Written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Shorter words say little about a field: `of`, `and`, `head`. */
const LEAST_WORD = 5;

/** Whether two descriptions of a field or a role mean the same line of work: one stands in the other, or a long word in both. */
export function isSameField(a: string, b: string): boolean {
  const [first, second] = [folded(a), folded(b)];
  if (first === '' || second === '') return false;
  if (UNSPACED.test(first) && UNSPACED.test(second)) {
    return first.includes(second) || second.includes(first);
  }
  if (hasWords(first, second) || hasWords(second, first)) return true;
  const words = new Set(first.split(' ').filter((word) => word.length >= LEAST_WORD));
  return second.split(' ').some((word) => words.has(word));
}

/** Whether a text names a firm, whatever its legal form and capitals. */
export const namesFirm = (text: string, firm: string): boolean => {
  const key = firmKey(firm);
  const said = folded(text);
  // Korean particles stand at the end of a word.
  return /[\p{Script=Hangul}]/u.test(key) || UNSPACED.test(key)
    ? said.includes(key)
    : hasWords(said, key);
};

/** What stands in one line, apart by commas, semicolons or lines; each once, as `keyOf` tells them apart. */
export function listed(
  text: string | undefined,
  keyOf: (item: string) => string = (item) => item.toLowerCase(),
): string[] {
  const seen = new Map<string, string>();
  for (const part of (text ?? '').split(/[,;\n、，；،؛]+/)) {
    const item = part.trim();
    if (item && !seen.has(keyOf(item))) seen.set(keyOf(item), item);
  }
  return [...seen.values()];
}
