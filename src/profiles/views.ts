import { text } from '../introductions/views/describe.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Inline } from '../view.ts';
import type { Profile } from './profile.ts';

/** The page as others read it. */
export function profileBlocks(profile: Profile, words: Messages): Block[] {
  const lines: Inline[][] = [];
  for (const id of ['skills', 'experience', 'aims'] as const) {
    const said = profile[id];
    if (said) lines.push(words.rich(`profile.line-${id}`, { text: said }));
  }
  if (profile.resume) {
    const label = words.text('referral.resume-link');
    lines.push([{ node: 'link', url: profile.resume, text: label }]);
  }
  return [
    text(words, 'profile.line-headline', { text: profile.headline }),
    ...(lines.length > 0 ? [{ node: 'list' as const, items: lines }] : []),
  ];
}
