import { similarFirms } from '../helping/firms.ts';
import type { Draft } from '../introductions/ask.ts';
import { small, text } from '../introductions/views/describe.ts';
import type { Hitch } from '../introductions/views/draft.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Button, View } from '../view.ts';

/** As many as both platforms show in one select, and a member can take in. */
const MOST_FIRMS = 25;

export interface Insiders {
  /** How many insiders could be asked now. */
  found: number;
  /** All firms that members offer referrals at. */
  firms: string[];
}

/** Which firm, whether somebody there can be asked, and what to do next. */
export function referralCard(
  draft: Draft,
  { found, firms }: Insiders,
  words: Messages,
  hitch?: Hitch,
): View {
  const { id, target } = draft;
  const firm = target?.who === 'firm' ? target.name : undefined;
  const heading = words.text('referral.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  if (hitch) blocks.push(text(words, hitch.key, hitch.values));
  const other: Button = {
    label: words.text(firm ? 'referral.other-firm' : 'referral.name-firm'),
    press: { type: 'name-firm', ask: id },
  };
  const discard: Button = {
    label: words.text('draft.discard'),
    press: { type: 'discard', ask: id },
  };
  if (firm && found > 0) {
    blocks.push(
      text(words, 'referral.found', { count: found, firm }),
      small(words, 'referral.one-by-one'),
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('draft.write'),
            style: 'agree',
            press: { type: 'write-ask', ask: id },
          },
          other,
          discard,
        ],
      },
    );
    return { summary: heading, blocks };
  }
  if (firm && !hitch) blocks.push(text(words, 'referral.nobody', { firm }));
  const alike = firm ? similarFirms(firm, firms, 5) : firms.slice(0, MOST_FIRMS);
  if (alike.length > 0) {
    blocks.push(text(words, firm ? 'referral.alike' : 'referral.which'), {
      node: 'select',
      placeholder: words.text('referral.choose'),
      choose: { type: 'pick-firm', ask: id },
      from: {
        kind: 'options',
        options: alike.map((name) => ({ value: name, label: name })),
      },
    });
  } else if (!firm) blocks.push(text(words, 'referral.none-offered'));
  if (firm) blocks.push(text(words, 'referral.instead'));
  blocks.push({
    node: 'buttons',
    buttons: [
      ...(firm
        ? [{ label: words.text('find.watch'), press: { type: 'watch', ask: id } } as const]
        : []),
      other,
      discard,
    ],
  });
  return { summary: heading, blocks };
}
