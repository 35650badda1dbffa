import type { Lexicon } from '../lexicon.ts';
import { gentleArabic } from './ar/gentle.ts';
import { arabic } from './ar/lexicon.ts';
import { gentleGerman } from './de/gentle.ts';
import { german } from './de/lexicon.ts';
import { gentleEnglish } from './en/gentle.ts';
import { english } from './en/lexicon.ts';
import { gentleSpanish } from './es/gentle.ts';
import { spanish } from './es/lexicon.ts';
import { gentleFinnish } from './fi/gentle.ts';
import { finnish } from './fi/lexicon.ts';
import { gentleFrench } from './fr/gentle.ts';
import { french } from './fr/lexicon.ts';
import type { Gentle } from './gentle.ts';
import { gentleHindi } from './hi/gentle.ts';
import { hindi } from './hi/lexicon.ts';
import { gentleIndonesian } from './id/gentle.ts';
import { indonesian } from './id/lexicon.ts';
import { gentleJapanese } from './ja/gentle.ts';
import { japanese } from './ja/lexicon.ts';
import { gentleKorean } from './ko/gentle.ts';
import { korean } from './ko/lexicon.ts';
import { gentlePolish } from './pl/gentle.ts';
import { polish } from './pl/lexicon.ts';
import { gentlePortuguese } from './pt/gentle.ts';
import { portuguese } from './pt/lexicon.ts';
import { gentleTurkish } from './tr/gentle.ts';
import { turkish } from './tr/lexicon.ts';
import { gentleSimplified, gentleTraditional } from './zh/gentle.ts';
import { chinese } from './zh/lexicon.ts';

/** What the text rules know of one language. */
export interface LanguageRules {
  /** BCP 47, without a script. */
  tag: string;
  lexicon: Lexicon;
  /** What a rewrite says, in the language of this full tag. */
  gentle(tag: string): Gentle;
}

export const languages: readonly LanguageRules[] = [
  { tag: 'en', lexicon: english, gentle: () => gentleEnglish },
  { tag: 'de', lexicon: german, gentle: () => gentleGerman },
  { tag: 'fi', lexicon: finnish, gentle: () => gentleFinnish },
  {
    tag: 'zh',
    lexicon: chinese,
    gentle: (tag) => (tag === 'zh-Hant' ? gentleTraditional : gentleSimplified),
  },
  { tag: 'ar', lexicon: arabic, gentle: () => gentleArabic },
  { tag: 'es', lexicon: spanish, gentle: () => gentleSpanish },
  { tag: 'fr', lexicon: french, gentle: () => gentleFrench },
  { tag: 'pt', lexicon: portuguese, gentle: () => gentlePortuguese },
  { tag: 'hi', lexicon: hindi, gentle: () => gentleHindi },
  { tag: 'ja', lexicon: japanese, gentle: () => gentleJapanese },
  { tag: 'tr', lexicon: turkish, gentle: () => gentleTurkish },
  { tag: 'pl', lexicon: polish, gentle: () => gentlePolish },
  { tag: 'id', lexicon: indonesian, gentle: () => gentleIndonesian },
  { tag: 'ko', lexicon: korean, gentle: () => gentleKorean },
];

const languageIndex = (tag: string): number => {
  const [primary = ''] = tag.toLowerCase().split('-');
  return languages.findIndex((language) => language.tag === primary);
};

/** The index of a BCP 47 tag's language among `languages`, or -1. */
export { languageIndex };

/** Whether the text rules know the language of a BCP 47 tag. */
export const isKnownLanguage = (tag: string): boolean => languageIndex(tag) >= 0;
