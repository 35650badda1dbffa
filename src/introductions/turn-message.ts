import { peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { DmEffect } from '../ports.ts';
import type { View } from '../view.ts';
import { readerOf, type SentAsk } from './ask.ts';
import { type CardFacts, helperCard } from './views/card.ts';
import { consentView } from './views/introduced.ts';
import { heldQuestionView } from './views/seeker.ts';

/** Names an effect of an ask: what it is, and since when the ask has stood where it did. */
export const keyAt = (ask: SentAsk, what: string, at: Date): string =>
  `ask:${ask.id}:${what}:${at.getTime()}`;

/**
 * What tells whose turn it is that it is theirs, with the buttons to answer: the card, the question, the request for consent.
 * Undefined when no such message belongs to the ask's state.
 */
export function turnMessage(
  ask: SentAsk,
  { card, wordsOf }: { card: Omit<CardFacts, 'words'>; wordsOf(user: string): Messages },
): DmEffect | undefined {
  if (ask.hidden) return undefined;
  const { state } = ask;
  const message = (what: string, user: string, view: View): DmEffect => ({
    effect: 'dm',
    key: keyAt(ask, what, state.at),
    to: peer(ask.seeker, user),
    view,
    // Their turn: if it can't reach them, the ask waits.
    ask: ask.id,
  });
  switch (state.is) {
    case 'asked': {
      const view = helperCard(ask, { ...card, words: wordsOf(ask.helper) });
      return message('card', ask.helper, view);
    }
    case 'needs-info': {
      const { user } = ask.seeker;
      return message('question', user, heldQuestionView(ask, state, wordsOf(user)));
    }
    case 'with-target': {
      if (state.person.who !== 'member') return undefined;
      const { user } = state.person;
      return message('consent', user, consentView(ask, wordsOf(user), card.profile));
    }
    default:
      return undefined;
  }
}

/** Whether a message is of the turn that the ask is at; one of an earlier turn says nothing about this one. */
export const isOfThisTurn = (ask: SentAsk, { key, to }: DmEffect): boolean =>
  readerOf(ask) === to.user && key.endsWith(`:${ask.state.at.getTime()}`);

/** The one reminder of a card, as its key tells. */
export const isReminder = ({ key }: DmEffect): boolean => key.includes(':reminder:');

/** The message of a turn once more, for a reader who may have it already. */
export function saidAgain(message: DmEffect, words: Messages): DmEffect {
  const { summary, blocks } = message.view;
  return {
    ...message,
    again: true,
    view: {
      summary: words.text('repeat.summary', { summary: summary ?? '' }),
      blocks: [{ node: 'context', content: words.rich('repeat.text') }, ...blocks],
    },
  };
}
