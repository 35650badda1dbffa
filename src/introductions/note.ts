import type { Messages } from '../messages/messages.ts';
import type { AskWords } from './ask.ts';

/** At most this many words, so that whoever gets it reads it on a phone. */
const MAX_WORDS = 120;

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * A note in the seeker's first person that the helper can forward to somebody outside. The seeker's own words go in whole
 * or not at all: they are never shortened, and the helper has them on the card.
 */
export function forwardableNote(seekerName: string, written: AskWords, words: Messages): string {
  const hello = words.text('note.hello', { seeker: seekerName });
  const purpose = words.text(`note.purpose-${written.purpose}`, {
    opening: withoutFullStop(written.opening),
  });
  const close = words.text('note.close');
  const whole = [hello, purpose, written.note.trim(), close].join('\n\n');
  return countWords(whole) <= MAX_WORDS ? whole : [hello, purpose, close].join('\n\n');
}

const withoutFullStop = (text: string): string => text.trim().replace(/[.。।]$/u, '');
