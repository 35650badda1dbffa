import type { FieldErrors, Form } from '../../form.ts';
import { similarFirms } from '../../helping/firms.ts';
import type { Offer } from '../../helping/offer.ts';
import { peer } from '../../member.ts';
import type { MessageKey, Messages } from '../../messages/messages.ts';
import type { Block, Button, Inline, View } from '../../view.ts';
import { mention, plain } from '../../view.ts';
import type { Draft } from '../ask.ts';
import { small, text } from './describe.ts';

/** What stands in the way, above the card: a sentence with what to do. */
export interface Hitch {
  key: MessageKey;
  values?: Record<string, Inline | string | number>;
}

/** The private card on which a seeker chooses helper and target before writing. */
export function draftCard(draft: Draft, words: Messages, hitch?: Hitch): View {
  const { id, helper, target, seeker } = draft;
  const spoken = draft.words?.spoken;
  const blocks: Block[] = [{ node: 'heading', text: words.text('draft.heading') }];
  if (hitch) blocks.push(text(words, hitch.key, hitch.values));

  if (helper) {
    blocks.push(text(words, 'draft.helper-chosen', { helper: mention(peer(seeker, helper)) }));
  } else {
    blocks.push(text(words, 'draft.helper-missing'), {
      node: 'select',
      placeholder: words.text('draft.pick-helper'),
      choose: { type: 'pick-helper', ask: id },
      from: { kind: 'members' },
    });
    blocks.push({
      node: 'buttons',
      buttons: [{ label: words.text('find.button'), press: { type: 'find-helper', ask: id } }],
    });
  }

  const aims: Button[] = [
    { label: words.text('draft.aim-outside'), press: { type: 'aim-outside', ask: id } },
    { label: words.text('draft.aim-team'), press: { type: 'aim-team', ask: id } },
    { label: words.text('draft.aim-helper'), press: { type: 'aim-helper', ask: id } },
  ];
  if (target) {
    blocks.push(targetLine(draft, words));
  } else {
    blocks.push(
      spoken
        ? text(words, 'draft.target-words', { name: spoken })
        : text(words, 'draft.target-missing'),
      {
        node: 'select',
        placeholder: words.text('draft.pick-target'),
        choose: { type: 'pick-target', ask: id },
        from: { kind: 'members' },
      },
      { node: 'buttons', buttons: aims },
    );
  }

  const last: Button[] = [
    { label: words.text('draft.discard'), press: { type: 'discard', ask: id } },
  ];
  if (helper && target) {
    last.unshift({
      label: words.text('draft.write'),
      style: 'agree',
      press: { type: 'write-ask', ask: id },
    });
  }
  blocks.push({ node: 'divider' }, { node: 'buttons', buttons: last });
  return { summary: words.text('draft.heading'), blocks };
}

function targetLine({ target, seeker }: Draft, words: Messages): Block {
  switch (target?.who) {
    case 'member':
      return text(words, 'draft.target-member', { target: mention(peer(seeker, target.user)) });
    case 'outside':
      return text(words, 'draft.target-outside', { name: target.name });
    case 'team':
      return text(words, 'draft.target-team', { name: target.name });
    case 'firm':
      return text(words, 'draft.target-firm', { name: target.name });
    default:
      return text(words, 'draft.target-helper');
  }
}

/** Helpers who offer what a seeker looks for; or that there is nobody, and what to do. `firms` are all that are offered. */
export function foundView(draft: Draft, offers: Offer[], firms: string[], words: Messages): View {
  const { id } = draft;
  const { firm, field } = draft.words?.looking ?? {};
  const again: Button = {
    label: words.text('find.button'),
    press: { type: 'find-helper', ask: id },
  };
  if (offers.length > 0) {
    return {
      blocks: [
        text(words, 'find.found', { count: offers.length }),
        {
          node: 'list',
          items: offers.map(({ user, fields, languages }): Inline[] => [
            mention(peer(draft.seeker, user)),
            plain(` · ${[...fields, ...languages].join(', ')}`),
          ]),
        },
        {
          node: 'select',
          placeholder: words.text('find.choose'),
          choose: { type: 'pick-helper', ask: id },
          from: {
            kind: 'options',
            options: offers.map(({ user }) => ({ value: user, label: user })),
          },
        },
        { node: 'buttons', buttons: [again] },
      ],
    };
  }
  const alike = firm ? similarFirms(firm, firms).filter((name) => name !== firm) : [];
  return {
    blocks: [
      text(words, 'find.nobody', { what: firm ?? field ?? '' }),
      ...(alike.length > 0 ? [text(words, 'find.similar', { list: alike.join(', ') })] : []),
      text(words, 'find.next'),
      {
        node: 'buttons',
        buttons: [again, { label: words.text('find.watch'), press: { type: 'watch', ask: id } }],
      },
    ],
  };
}

/** What the seeker wrote before and didn't send, with the ways on; `fresh` is the draft that the command began now. */
export function unsentView(draft: Draft, fresh: string, words: Messages, hitch?: Hitch): View {
  const { id, helper, target, seeker } = draft;
  const heading = words.text('unsent.heading');
  const blocks: Block[] = [];
  if (hitch) blocks.push(text(words, hitch.key, hitch.values));
  blocks.push({ node: 'heading', text: heading });
  if (helper) {
    blocks.push(text(words, 'draft.helper-chosen', { helper: mention(peer(seeker, helper)) }));
  }
  if (target) blocks.push(targetLine(draft, words));
  const { opening, note, offer } = draft.words ?? {};
  if (opening) blocks.push(text(words, 'card.opening', { opening }));
  const quoted = note ?? offer;
  if (quoted) blocks.push({ node: 'quote', text: quoted });
  const isAimed = target?.who === 'firm' || Boolean(helper && target);
  blocks.push(small(words, 'review.kept'), {
    node: 'buttons',
    buttons: [
      {
        label: words.text('unsent.continue'),
        style: 'agree',
        press: { type: isAimed ? 'write-ask' : 'open-draft', ask: id },
      },
      { label: words.text('unsent.anew'), press: { type: 'open-draft', ask: fresh } },
      { label: words.text('draft.discard'), press: { type: 'discard', ask: id } },
    ],
  });
  return { summary: heading, blocks };
}

/** What is wrong with a form's answers, all at once; they are kept. */
export function errorLines(ask: string, form: Form, errors: FieldErrors, words: Messages): View {
  const items = form.fields
    .filter((field) => errors[field.id])
    .map((field) => [
      plain(words.text('form.error-line', { field: field.label, error: errors[field.id] ?? '' })),
    ]);
  return {
    summary: words.text('form.errors'),
    blocks: [
      text(words, 'form.errors'),
      { node: 'list', items },
      { node: 'buttons', buttons: editButtons(ask, words) },
    ],
  };
}

/** The draft is kept and can't go as it is: what stands in the way, and the two ways on. */
export function heldView(draft: Draft, words: Messages, hitch: Hitch[]): View {
  return {
    summary: words.text('review.block-heading'),
    blocks: [
      { node: 'heading', text: words.text('review.block-heading') },
      ...hitch.map(({ key, values }) => text(words, key, values)),
      { node: 'buttons', buttons: editButtons(draft.id, words) },
    ],
  };
}

export const editButtons = (ask: string, words: Messages): Button[] => [
  { label: words.text('draft.edit'), style: 'agree', press: { type: 'write-ask', ask } },
  { label: words.text('draft.discard'), press: { type: 'discard', ask } },
];
