import type pino from 'pino';
import type { Answer } from '../../src/effect.ts';
import type { View } from '../../src/view.ts';
import { fitsHome } from './render.ts';
import { reason } from './trouble.ts';

/** A Home tab's view with what waits above it, as much as has room; `shown` are the keys of that. */
export function homeWith(
  view: View,
  waiting: Answer['waiting'],
  log: pino.Logger,
): { shown: string[]; view: View } {
  const shown: string[] = [];
  let above: View['blocks'] = [];
  for (const { key, view: waits } of waiting) {
    const more = [...above, ...waits.blocks];
    try {
      if (!fitsHome({ blocks: [...more, ...view.blocks] })) continue;
    } catch (error) {
      // One that can't be rendered must not keep the others from being read.
      log.warn({ why: reason(error) }, 'a waiting message could not be shown');
      continue;
    }
    above = more;
    shown.push(key);
  }
  return { shown, view: { ...view, blocks: [...above, ...view.blocks] } };
}
