import { peer } from '../../member.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Profile } from '../../profiles/profile.ts';
import { profileBlocks } from '../../profiles/views.ts';
import type { Block, Button, View } from '../../view.ts';
import { mention } from '../../view.ts';
import { isReferral, type SentAsk } from '../ask.ts';
import { declaredText, personNode, questionBlocks, small, text, wordsBlocks } from './describe.ts';

export interface CardFacts {
  words: Messages;
  /** How many other helpers the seeker has asked for the same; never who. */
  others: number;
  /** Whether nobody knows yet if the two know each other, so that the helper is asked. */
  asksAcquaintance: boolean;
  /** The seeker's. */
  profile?: Profile;
  /** The note to forward, once the helper offered to introduce somebody outside. */
  forwardable?: string;
}

/** What the helper sees of an ask: enough to decide in half a minute; the answers while it is their turn, what became of it after. */
export function helperCard(ask: SentAsk, facts: CardFacts): View {
  const { words } = facts;
  const kind = kindOf(ask);
  const blocks: Block[] = [
    { node: 'heading', text: words.text(`card.heading${kind}`) },
    { node: 'text', content: whomText(ask, words) },
    ...wordsBlocks(ask, words),
  ];
  if (facts.profile) blocks.push(...profileBlocks(facts.profile, words));
  blocks.push(...questionBlocks(ask, words));
  for (const exchange of ask.words.exchanges ?? []) {
    blocks.push(text(words, 'card.question'), { node: 'quote', text: exchange.question });
    blocks.push(text(words, 'card.answer'), { node: 'quote', text: exchange.answer });
  }
  if (kind !== '-referral') {
    blocks.push(
      small(words, 'card.knows', { declared: declaredText(ask.words.declared, words) }),
      small(words, 'card.others', { count: facts.others }),
    );
  }
  blocks.push(...(ask.state.is === 'asked' ? answerBlocks(ask, facts) : settledBlocks(ask, facts)));
  return { summary: words.text(`card.summary${kind}`), blocks };
}

function kindOf({ target }: SentAsk): '' | '-talk' | '-referral' {
  if (target.who === 'firm') return '-referral';
  return target.who === 'helper' ? '-talk' : '';
}

function whomText(ask: SentAsk, words: Messages) {
  const seeker = mention(ask.seeker);
  const { target } = ask;
  switch (target.who) {
    case 'member':
      return words.rich('card.from-member', {
        seeker,
        target: mention(peer(ask.seeker, target.user)),
      });
    case 'outside':
      return words.rich('card.from-outside', { seeker, name: target.name });
    case 'team':
      return words.rich('card.from-team', { seeker, name: target.name });
    case 'helper':
      return words.rich('card.from-talk', { seeker });
    case 'firm':
      return words.rich('card.from-firm', { seeker, role: ask.words.opening, firm: target.name });
  }
}

function answerBlocks(ask: SentAsk, { words, asksAcquaintance }: CardFacts): Block[] {
  const { id, target } = ask;
  const referral = target.who === 'firm';
  const yes: Button = {
    label: words.text(
      referral ? 'answer.refer' : target.who === 'helper' ? 'answer.talk' : 'answer.introduce',
    ),
    style: 'agree',
    press: { type: target.who === 'team' ? 'introduce-who' : 'introduce', ask: id },
  };
  const blocks: Block[] = [
    {
      node: 'buttons',
      buttons: [
        yes,
        { label: words.text('answer.need-more'), press: { type: 'need-more', ask: id } },
        { label: words.text('answer.lend-name'), press: { type: 'lend-name', ask: id } },
        { label: words.text('answer.point'), press: { type: 'point', ask: id } },
        {
          label: words.text('answer.not-now'),
          press: { type: referral ? 'pass-on' : 'not-now', ask: id },
        },
        { label: words.text('answer.decline'), press: { type: 'decline', ask: id } },
      ],
    },
    small(words, 'card.no-pressure'),
  ];
  if (asksAcquaintance && !referral) {
    blocks.push(text(words, 'know.question'), {
      node: 'buttons',
      buttons: [
        { label: words.text('know.yes'), press: { type: 'know-each-other', ask: id } },
        { label: words.text('know.no'), press: { type: 'strangers', ask: id } },
      ],
    });
  }
  return blocks;
}

/** Longer than that, mail programs and Slack take no address. */
const LONGEST_MAIL_LINK = 1_900;

/** The note as a draft in the helper's own mail program (RFC 6068). Discord opens no such links: there it is copied. */
function mailBlocks({ seeker }: SentAsk, note: string, words: Messages): Block[] {
  const subject = encodeURIComponent(words.text('note.mail-subject'));
  const url = `mailto:?subject=${subject}&body=${encodeURIComponent(note)}`;
  if (seeker.platform === 'discord' || url.length > LONGEST_MAIL_LINK) return [];
  return [{ node: 'text', content: [{ node: 'link', url, text: words.text('settled.mail') }] }];
}

/** Situations in which somebody declines; for each a sentence to say it with. */
export const declineWords = [
  'time',
  'nobody',
  'dont-know',
  'friend',
  'reputation',
  'not-mine',
] as const;

/** The seeker reads kind words anyway; whoever would like to say something themselves finds a sentence here. */
const declineSelect = (ask: SentAsk, words: Messages): Block => ({
  node: 'select',
  placeholder: words.text('decline.placeholder'),
  choose: { type: 'decline-words', ask: ask.id },
  from: {
    kind: 'options',
    options: declineWords.map((value) => ({ value, label: words.text(`decline.when-${value}`) })),
  },
});

/** For a talk or a meeting that turned out to be something else. */
export const reportButton = (ask: SentAsk, words: Messages): Block => ({
  node: 'buttons',
  buttons: [
    { label: words.text('report.not-as-asked'), press: { type: 'report-ask', ask: ask.id } },
  ],
});

/** The insider refers in their firm's own way, and says when it is done. */
const referringBlocks = (ask: SentAsk, words: Messages): Block[] => [
  text(words, 'settled.refers', { seeker: mention(ask.seeker) }),
  {
    node: 'buttons',
    buttons: [
      {
        label: words.text('settled.refer-submitted'),
        style: 'agree',
        press: { type: 'note-sent', ask: ask.id },
      },
      { label: words.text('settled.note-dropped'), press: { type: 'note-dropped', ask: ask.id } },
    ],
  },
];

function settledBlocks(ask: SentAsk, { words, forwardable }: CardFacts): Block[] {
  const { state } = ask;
  const seeker = mention(ask.seeker);
  switch (state.is) {
    case 'with-target':
      if (state.person.who === 'member') {
        const target = personNode(state.person, ask.seeker);
        return [text(words, 'settled.with-member', { target })];
      }
      if (state.person.who === 'firm') return referringBlocks(ask, words);
      return [
        text(words, 'settled.with-outside'),
        { node: 'quote', text: forwardable ?? '' },
        ...mailBlocks(ask, forwardable ?? '', words),
        text(words, 'settled.with-outside-next', { seeker }),
        {
          node: 'buttons',
          buttons: [
            {
              label: words.text('settled.note-sent'),
              style: 'agree',
              press: { type: 'note-sent', ask: ask.id },
            },
            {
              label: words.text('settled.note-dropped'),
              press: { type: 'note-dropped', ask: ask.id },
            },
          ],
        },
      ];
    case 'needs-info':
      return [text(words, 'settled.needs-info', { seeker })];
    case 'snoozed':
      return [
        text(words, 'settled.snoozed', {
          date: { node: 'time', at: state.at.toISOString(), style: 'date' },
        }),
      ];
    case 'introduced':
      return [text(words, 'settled.introduced'), reportButton(ask, words)];
    case 'talked':
      return [text(words, 'settled.talked'), reportButton(ask, words)];
    case 'pointer':
      return [text(words, 'settled.pointer')];
    case 'name-lent':
      return [text(words, 'settled.name-lent')];
    case 'declined':
      return state.by === 'helper'
        ? // Words of an insider's own would tell whose no it was.
          [
            text(words, 'settled.declined', { seeker }),
            ...(isReferral(ask) ? [] : [declineSelect(ask, words)]),
          ]
        : [text(words, 'settled.no-introduction')];
    case 'withdrawn':
      return [text(words, 'settled.withdrawn', { seeker })];
    case 'submitted':
      return [text(words, 'settled.submitted')];
    case 'expired':
      return [text(words, 'settled.expired')];
    case 'asked':
    case 'undelivered':
      return [text(words, 'settled.waiting')];
  }
}
