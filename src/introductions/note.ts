import type { Messages } from '../messages/messages.ts';
import type { Profile } from '../profiles/profile.ts';
import type { AskWords } from './ask.ts';

/** At most this many words, so that whoever gets it reads it on a phone. */
const MAX_WORDS = 120;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** Words, also where none are written apart. */
const countWords = (text: string): number =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;

/**
 * A note in the seeker's first person that the helper can forward to somebody outside, with what the profile says. The seeker's
 * own words go in whole or not at all: they are never shortened, and the helper has them on the card.
 */
export function forwardableNote(
  seekerName: string,
  written: AskWords,
  words: Messages,
  profile?: Profile,
): string {
  const hello = words.text('note.hello', { seeker: seekerName });
  const headline =
    profile && words.text('note.headline', { headline: withoutFullStop(profile.headline) });
  const purpose = words.text(`note.purpose-${written.purpose}`, {
    opening: withoutFullStop(written.opening),
  });
  const resume = profile?.resume && words.text('note.resume', { resume: profile.resume });
  const close = words.text('note.close');
  const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');
  const whole = joined(hello, headline, purpose, written.note.trim(), resume, close);
  return countWords(whole) <= MAX_WORDS ? whole : joined(hello, headline, purpose, resume, close);
}

const withoutFullStop = (text: string): string => text.trim().replace(/[.。।]$/u, '');
