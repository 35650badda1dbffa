import { small, text } from '../introductions/views/describe.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Button, Inline, View } from '../view.ts';
import { isTaking, type Offer } from './offer.ts';

interface Offered {
  offer?: Offer;
  refusesAsks: boolean;
  /** Asks of the last 30 days. */
  received: number;
  capacity: number;
  full?: Date;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** What a member offers, and the ways to change it. */
export function offerView(offered: Offered, words: Messages): View {
  const { offer, refusesAsks } = offered;
  const heading = words.text('offer.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  if (refusesAsks) blocks.push(text(words, 'offer.refuses'));
  if (offer && offer.kinds.length > 0) blocks.push(offerLines(offer, words));
  else blocks.push(text(words, 'offer.none'));
  blocks.push(...paceBlocks(offered, words));
  const buttons: Button[] = [
    { label: words.text('offer.edit'), press: { type: 'edit-offer' } },
    { label: words.text('offer.edit-pace'), press: { type: 'edit-pace' } },
  ];
  if (offer) {
    buttons.push(
      isTaking(offer, offered.today)
        ? { label: words.text('offer.pause'), press: { type: 'pause-offer' } }
        : { label: words.text('offer.resume'), press: { type: 'resume-offer' } },
      { label: words.text('offer.withdraw'), press: { type: 'withdraw-offer' } },
    );
  }
  buttons.push(
    refusesAsks
      ? { label: words.text('offer.welcome-asks'), press: { type: 'welcome-asks' } }
      : { label: words.text('offer.refuse-asks'), press: { type: 'refuse-asks' } },
  );
  blocks.push({ node: 'buttons', buttons }, small(words, 'offer.free'));
  return { summary: heading, blocks };
}

function offerLines(offer: Offer, words: Messages): Block {
  const list = (items: string[]) => items.join(', ');
  const items: Inline[][] = [];
  if (offer.firms.length > 0)
    items.push(words.rich('offer.line-firms', { list: list(offer.firms) }));
  items.push(words.rich('offer.line-fields', { list: list(offer.fields) }));
  if (offer.languages.length > 0) {
    items.push(words.rich('offer.line-languages', { list: list(offer.languages) }));
  }
  items.push(
    words.rich('offer.line-kinds', {
      list: list(offer.kinds.map((kind) => words.text(`offer.kind-${kind}`))),
    }),
  );
  return { node: 'list', items };
}

function paceBlocks({ offer, received, capacity, full, today }: Offered, words: Messages): Block[] {
  const date = (day: string): Inline => ({
    node: 'time',
    at: `${day}T12:00:00.000Z`,
    style: 'date',
  });
  const blocks: Block[] = [];
  if (offer?.pausedUntil && !isTaking(offer, today)) {
    blocks.push(text(words, 'offer.paused', { date: date(offer.pausedUntil) }));
  }
  if (offer?.rhythmDays) blocks.push(small(words, 'offer.line-rhythm', { days: offer.rhythmDays }));
  if (offer?.times) blocks.push(small(words, 'offer.line-times', { times: offer.times }));
  blocks.push(
    full
      ? small(words, 'offer.load-full', {
          received,
          capacity,
          date: { node: 'time', at: full.toISOString(), style: 'date' },
        })
      : small(words, 'offer.load', { received, capacity }),
  );
  return blocks;
}

/** A helper who let several asks pass has a break, and a way back at once. */
export function pausedView(until: string, words: Messages): View {
  const date: Inline = { node: 'time', at: `${until}T12:00:00.000Z`, style: 'date' };
  return {
    summary: words.text('offer.break-summary'),
    blocks: [
      text(words, 'offer.break', { date }),
      {
        node: 'buttons',
        buttons: [
          { label: words.text('offer.stay'), style: 'agree', press: { type: 'resume-offer' } },
        ],
      },
    ],
  };
}
