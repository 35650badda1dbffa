import { simplified } from './simplified.ts';

const simplifiedOnly: ReadonlySet<string> = new Set(
  [...simplified.values()].filter((character) => !simplified.has(character)),
);

/** `zh-Hant` where more characters are in their traditional form than in their simplified one. */
export function chineseScript(typed: string): 'zh-Hans' | 'zh-Hant' {
  let traditional = 0;
  for (const character of typed) {
    if (simplified.has(character)) traditional++;
    else if (simplifiedOnly.has(character)) traditional--;
  }
  return traditional > 0 ? 'zh-Hant' : 'zh-Hans';
}
