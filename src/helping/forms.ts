import type { Form } from '../form.ts';
import type { Draft } from '../introductions/ask.ts';
import type { Messages } from '../messages/messages.ts';
import { helpOffers, type Offer } from './offer.ts';

export const limits = { list: 500, times: 200, number: 3, line: 120 };

const given = (value: string | undefined) => (value ? { value } : {});
const joined = (list: string[]) => given(list.join(', '));

/** What a member can help with. */
export const offerForm = (offer: Offer, words: Messages): Form => ({
  title: words.text('offer.title'),
  submit: words.text('offer.submit'),
  send: { type: 'send-offer' },
  fields: [
    {
      id: 'firms',
      kind: 'line',
      label: words.text('offer.firms'),
      hint: words.text('offer.firms-hint'),
      required: false,
      maxLength: limits.list,
      ...joined(offer.firms),
    },
    {
      id: 'fields',
      kind: 'line',
      label: words.text('offer.fields'),
      hint: words.text('offer.fields-hint'),
      required: true,
      maxLength: limits.list,
      ...joined(offer.fields),
    },
    {
      id: 'languages',
      kind: 'line',
      label: words.text('offer.languages'),
      hint: words.text('offer.languages-hint'),
      required: false,
      maxLength: limits.list,
      ...joined(offer.languages),
    },
    {
      id: 'kinds',
      kind: 'choice',
      label: words.text('offer.kinds'),
      required: true,
      options: [
        { value: 'all', label: words.text('offer.kind-all') },
        ...helpOffers.map((kind) => ({ value: kind, label: words.text(`offer.kind-${kind}`) })),
      ],
      value: offer.kinds.length === 1 ? offer.kinds[0] : 'all',
    },
  ],
});

/** How much of it, how often, and when. */
export const paceForm = (offer: Offer, words: Messages): Form => ({
  title: words.text('offer.pace-title'),
  submit: words.text('offer.submit'),
  send: { type: 'send-pace' },
  fields: [
    {
      id: 'capacity',
      kind: 'line',
      label: words.text('offer.capacity'),
      hint: words.text('offer.capacity-hint'),
      required: false,
      maxLength: limits.number,
      ...given(offer.capacity?.toString()),
    },
    {
      id: 'rhythm',
      kind: 'line',
      label: words.text('offer.rhythm'),
      hint: words.text('offer.rhythm-hint'),
      required: false,
      maxLength: limits.number,
      ...given(offer.rhythmDays?.toString()),
    },
    {
      id: 'times',
      kind: 'line',
      label: words.text('offer.times'),
      hint: words.text('offer.times-hint'),
      required: false,
      maxLength: limits.times,
      ...given(offer.times),
    },
    {
      id: 'until',
      kind: 'date',
      label: words.text('offer.until'),
      required: false,
      ...given(offer.pausedUntil),
    },
  ],
});

/** Whom Goodword should look for. */
export const findForm = ({ id, words: written }: Draft, words: Messages): Form => ({
  title: words.text('find.title'),
  submit: words.text('find.submit'),
  send: { type: 'send-find', ask: id },
  fields: [
    {
      id: 'firm',
      kind: 'line',
      label: words.text('find.firm'),
      required: false,
      maxLength: limits.line,
      ...given(written?.looking?.firm ?? written?.spoken),
    },
    {
      id: 'field',
      kind: 'line',
      label: words.text('find.field'),
      hint: words.text('find.field-hint'),
      required: false,
      maxLength: limits.line,
      ...given(written?.looking?.field),
    },
    {
      id: 'language',
      kind: 'line',
      label: words.text('find.language'),
      required: false,
      maxLength: limits.line,
      ...given(written?.looking?.language),
    },
  ],
});
