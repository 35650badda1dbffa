import type { Settings } from '../communities/settings.ts';
import { sentence } from '../context.ts';
import type { Effect } from '../effect.ts';
import { communityOf, peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { DmEffect } from '../ports.ts';
import { type Inline, mention, type View } from '../view.ts';
import { type AskState, isHelperKnown, type SentAsk } from './ask.ts';
import type { AskEvent } from './transition.ts';
import { keyAt, turnMessage } from './turn-message.ts';
import { type CardFacts, helperCard } from './views/card.ts';
import { personNode } from './views/describe.ts';
import { consentSettled, introduction, talk } from './views/introduced.ts';
import {
  introducedByMailView,
  questionSettled,
  submittedView,
  undeliveredView,
} from './views/seeker.ts';

/** Everything that decides what an event sends; the same scene always sends the same. */
export interface Scene {
  /** The ask after the event. */
  ask: SentAsk;
  /** A referral that went on to the next insider, as the one before sees it. */
  passedBy?: SentAsk;
  before: AskState;
  event: AskEvent;
  now: Date;
  settings: Settings;
  wordsOf(user: string): Messages;
  card: Omit<CardFacts, 'words'>;
  /** Display names, where they are needed: for an introduction. */
  names?: { seeker: string; helper: string; target?: string };
  /** What was written along with the event: a pointer. */
  text?: string;
  /** How the target answered, for the words on their message. */
  targetRefusesAll?: boolean;
  /** Whether the target of an offered introduction may be asked. */
  consentIsWelcome: boolean;
}

/** What an event of an ask sends to whom. Pure. */
export function effectsOf(scene: Scene): Effect[] {
  const { passedBy } = scene;
  return [...closing(passedBy ? { ...scene, ask: passedBy } : scene), ...opening(scene)];
}

/** Old messages lose their buttons and say what became of it. */
function closing(scene: Scene): Effect[] {
  const { ask, before, wordsOf, card } = scene;
  const { state } = ask;
  if (before.is === 'draft') return [];
  if (state.is === 'undelivered' || state.is === before.is) return [];
  const revise = (of: string, view: View, notBefore?: string): Effect => ({
    effect: 'revise',
    key: `${of}:settled:${state.at.getTime()}`,
    of,
    community: communityOf(ask.seeker),
    view,
    notBefore,
  });
  // No sooner than the seeker is told of an end.
  const told = 'told' in state ? state.told : undefined;
  // Whoever blocked the seeker has had their last word on it.
  const toHelper = (effects: Effect[]): Effect[] => (ask.hidden ? [] : effects);
  if (before.is === 'undelivered') {
    if (before.turn.is === 'asked') {
      return [revise(keyAt(ask, 'undelivered', before.at), deliveredAtLast(scene), told)];
    }
    // What couldn't be brought is called off; the helper's card says how it stands.
    if (state.is === before.turn.is) return [];
    const card = helperCard(ask, { ...scene.card, words: wordsOf(ask.helper) });
    return toHelper([revise(keyAt(ask, 'card', new Date(before.turn.card)), card, told)]);
  }
  const settled = helperCard(ask, { ...card, words: wordsOf(ask.helper) });
  if (before.is === 'asked') {
    const cards = [keyAt(ask, 'card', before.at)];
    if (before.reminded) cards.push(keyAt(ask, 'reminder', before.at));
    return toHelper(cards.map((of) => revise(of, settled)));
  }
  if (!('card' in before) || before.card === undefined) return [];
  const cards: Effect[] = [];
  if (before.is === 'needs-info') {
    const view = questionSettled(ask, before, wordsOf(ask.seeker.user));
    cards.push(revise(keyAt(ask, 'question', before.at), view, told));
  }
  // The answer comes with a card of its own.
  if (state.is === 'asked') return cards;
  // The target's no has no time of its own for the helper either.
  cards.push(...toHelper([revise(keyAt(ask, 'card', new Date(before.card)), settled, told)]));
  if (before.is === 'with-target' && before.person.who === 'member') {
    const view = consentSettled(ask, consentEnd(scene), wordsOf(before.person.user));
    cards.push(revise(keyAt(ask, 'consent', before.at), view));
  }
  return cards;
}

/** What the seeker reads in the place of "we couldn't reach them". */
function deliveredAtLast({ ask, wordsOf }: Scene): View {
  const words = wordsOf(ask.seeker.user);
  const helper = mention(peer(ask.seeker, ask.helper));
  switch (ask.state.is) {
    case 'asked':
      return sentence(words, 'seeker.delivered', { helper });
    case 'withdrawn':
      return sentence(words, 'seeker.withdrawn', { helper });
    default:
      return sentence(words, 'settled.expired');
  }
}

function consentEnd({ ask, targetRefusesAll }: Scene): Parameters<typeof consentSettled>[1] {
  if (ask.state.is === 'introduced') return 'said-yes';
  if (ask.state.is !== 'declined') return 'over';
  return targetRefusesAll ? 'said-never' : 'said-no';
}

/** New messages. */
function opening(scene: Scene): Effect[] {
  const { ask, before, event, now, wordsOf, card, names } = scene;
  const { state } = ask;
  const seekerWords = wordsOf(ask.seeker.user);
  const helper = peer(ask.seeker, ask.helper);
  const helperNode = mention(helper);

  const toSeeker = (what: string, view: View): Effect => ({
    effect: 'dm',
    key: keyAt(ask, what, now),
    to: ask.seeker,
    view,
  });
  const turn = turnMessage(ask, scene);

  switch (state.is) {
    case 'asked':
      // Seen at last: they have it before their eyes already.
      if (!turn || before.is === 'undelivered') return [];
      if (state.at > now) return [{ ...turn, notBefore: state.at.toISOString() }];
      return [event.event === 'remind' ? reminder(ask, turn, wordsOf(ask.helper)) : turn];
    case 'needs-info':
      return turn && event.event === 'need-more' ? [turn] : [];
    case 'with-target':
      return turn && before.is !== 'undelivered' && scene.consentIsWelcome ? [turn] : [];
    case 'introduced': {
      if (before.is !== 'with-target') return [];
      if (before.person.who === 'outside') {
        const view = introducedByMailView(ask, before.person.name, card.forwardable, seekerWords);
        return [toSeeker('introduced', view)];
      }
      if (before.person.who !== 'member') return [];
      const target = peer(ask.seeker, before.person.user);
      return [introduction(conversation(scene, names), target)];
    }
    case 'submitted':
      return [toSeeker('submitted', submittedView(ask, seekerWords))];
    case 'talked':
      return [talk(conversation(scene, names))];
    case 'pointer':
      return [
        toSeeker('pointer', {
          summary: seekerWords.text('pointer.received-summary'),
          blocks: [
            {
              node: 'text',
              content: seekerWords.rich('pointer.received', { helper: helperNode }),
            },
            { node: 'quote', text: scene.text ?? '' },
          ],
        }),
      ];
    case 'name-lent':
      return [
        toSeeker('name-lent', {
          ...sentence(seekerWords, 'seeker.name-lent', {
            helper: helperNode,
            opening: ask.words.opening,
            helperName: names?.helper ?? '',
          }),
          summary: seekerWords.text('seeker.name-lent-summary'),
        }),
      ];
    case 'snoozed': {
      const date: Inline = { node: 'time', at: state.at.toISOString(), style: 'date' };
      return [
        toSeeker('snoozed', sentence(seekerWords, 'seeker.snoozed', { helper: helperNode, date })),
      ];
    }
    case 'undelivered':
      if (state.turn.is === 'asked') {
        if (!isHelperKnown(ask)) return [];
        return [toSeeker('undelivered', undeliveredView(ask, seekerWords))];
      }
      if (state.turn.is === 'with-target' && state.turn.person.who === 'member') {
        // Only the helper knows who it is.
        const target = personNode(state.turn.person, ask.seeker);
        const view = sentence(wordsOf(ask.helper), 'helper.target-undelivered', { target });
        return [{ effect: 'dm', key: keyAt(ask, 'target-undelivered', now), to: helper, view }];
      }
      return [];
    case 'declined':
    case 'expired':
      return event.event === 'withdraw' ? [] : ended(scene, state.told);
    case 'withdrawn':
      return wasOffered(before) && !ask.hidden ? [withdrawnAfterOffer(scene)] : [];
    default:
      return [];
  }
}

/** The helper had offered an introduction. */
function wasOffered(before: AskState): boolean {
  const turn = before.is === 'undelivered' ? before.turn : before;
  return turn.is === 'with-target' && turn.person.who !== 'firm';
}

/** Whoever offered an introduction learns that it isn't needed any more. */
function withdrawnAfterOffer({ ask, now, wordsOf }: Scene): Effect {
  const helper = peer(ask.seeker, ask.helper);
  const view = sentence(wordsOf(ask.helper), 'helper.withdrawn', { seeker: mention(ask.seeker) });
  return { effect: 'dm', key: keyAt(ask, 'withdrawn', now), to: helper, view };
}

/** The message that tells a seeker of an end without a help. */
export const endedKey = (ask: string): string => `ask:${ask}:ended`;

/**
 * Every end without an introduction reads the same, whoever caused it, and is told after a random delay, so that neither
 * words nor time say whose no it was.
 */
function ended({ ask, before, event, wordsOf }: Scene, told: string): Effect[] {
  const helper = peer(ask.seeker, ask.helper);
  const words = wordsOf(ask.seeker.user);
  const { target } = ask;
  const seekerReads =
    target.who === 'firm'
      ? sentence(words, 'seeker.ended-referral', { role: ask.words.opening, firm: target.name })
      : sentence(words, target.who === 'helper' ? 'seeker.ended-talk' : 'seeker.ended', {
          helper: mention(helper),
        });
  const effects: Effect[] = [
    {
      effect: 'dm',
      key: endedKey(ask.id),
      to: ask.seeker,
      view: { ...seekerReads, summary: words.text('seeker.ended-summary') },
      notBefore: told,
    },
  ];
  const offered = before.is === 'with-target' && before.person.who !== 'firm' && !ask.hidden;
  if (offered && event.event !== 'note-dropped') {
    const view = sentence(wordsOf(ask.helper), 'helper.ended', {
      seeker: mention(ask.seeker),
      target: personNode(before.person, ask.seeker),
    });
    const key = `ask:${ask.id}:ended:helper`;
    effects.push({ effect: 'dm', key, to: helper, view, notBefore: told });
  }
  return effects;
}

function conversation({ ask, settings, wordsOf, card }: Scene, names: Scene['names']) {
  return {
    ask,
    key: `ask:${ask.id}:conversation`,
    channel: settings.introductionsChannel,
    names: names ?? { seeker: '', helper: '' },
    wordsOf,
    ...(card.profile ? { profile: card.profile } : {}),
  };
}

function reminder(ask: SentAsk, card: DmEffect, words: Messages): DmEffect {
  const stop = { label: words.text('nudge.stop'), press: { type: 'stop-nudges' } } as const;
  const view: View = {
    summary: words.text('reminder.summary'),
    blocks: [
      { node: 'context', content: words.rich('reminder.text') },
      ...card.view.blocks,
      { node: 'buttons', buttons: [stop] },
    ],
  };
  return { ...card, key: keyAt(ask, 'reminder', ask.state.at), view };
}
