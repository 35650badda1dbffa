import type { Settings } from '../communities/settings.ts';
import { sentence } from '../context.ts';
import type { Effect } from '../effect.ts';
import { peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import { type Inline, mention, type View } from '../view.ts';
import type { AskState, SentAsk } from './ask.ts';
import type { AskEvent } from './transition.ts';
import { type CardFacts, helperCard } from './views/card.ts';
import { consentSettled, consentView, introduction, talk } from './views/introduced.ts';
import { heldQuestionView, introducedByMailView } from './views/seeker.ts';

/** Everything that decides what an event sends; the same scene always sends the same. */
export interface Scene {
  /** The ask after the event. */
  ask: SentAsk;
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
  random(): number;
}

const keyAt = (ask: SentAsk, what: string, at: Date): string =>
  `ask:${ask.id}:${what}:${at.getTime()}`;

/** What an event of an ask sends to whom. Pure. */
export function effectsOf(scene: Scene): Effect[] {
  return [...closing(scene), ...opening(scene)];
}

/** Old messages lose their buttons. */
function closing({ ask, before, wordsOf, card, targetRefusesAll }: Scene): Effect[] {
  const { state } = ask;
  const community = { platform: ask.seeker.platform, id: ask.seeker.community };
  const revise = (of: string, view: View): Effect => ({
    effect: 'revise',
    key: `${of}:settled:${state.at.getTime()}`,
    of,
    community,
    view,
  });
  if (before.is === 'asked' && state.is !== 'asked' && state.is !== 'undelivered') {
    const view = helperCard(ask, { ...card, words: wordsOf(ask.helper) });
    const cards = [keyAt(ask, 'card', before.at)];
    if (before.reminded) cards.push(keyAt(ask, 'reminder', before.at));
    return cards.map((of) => revise(of, view));
  }
  if (before.is === 'with-target' && before.person.who === 'member' && state.is !== 'undelivered') {
    const how =
      state.is === 'introduced'
        ? 'said-yes'
        : state.is === 'declined'
          ? targetRefusesAll
            ? 'said-never'
            : 'said-no'
          : 'over';
    const view = consentSettled(how, wordsOf(before.person.user));
    return [revise(keyAt(ask, 'consent', before.at), view)];
  }
  return [];
}

/** New messages. */
function opening(scene: Scene): Effect[] {
  const { ask, before, event, now, settings, wordsOf, card, names } = scene;
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
  const toHelper = (what: string, view: View, at = now): Effect => ({
    effect: 'dm',
    key: keyAt(ask, what, at),
    to: helper,
    view,
    ask: ask.id,
  });

  switch (state.is) {
    case 'asked': {
      // Seen at last: they have it before their eyes already.
      if (before.is === 'undelivered') return [];
      const view = helperCard(ask, { ...card, words: wordsOf(ask.helper) });
      if (event.event !== 'remind') return [toHelper('card', view, state.at)];
      return [toHelper('reminder', reminded(view, wordsOf(ask.helper)), state.at)];
    }
    case 'needs-info': {
      if (event.event !== 'need-more') return [];
      return [toSeeker('question', heldQuestionView(ask, state, seekerWords))];
    }
    case 'with-target': {
      if (state.person.who !== 'member' || before.is === 'undelivered') return [];
      const target = peer(ask.seeker, state.person.user);
      return [
        {
          effect: 'dm',
          key: keyAt(ask, 'consent', state.at),
          to: target,
          view: consentView(ask, wordsOf(target.user)),
          ask: ask.id,
        },
      ];
    }
    case 'introduced': {
      if (before.is !== 'with-target') return [];
      if (before.person.who === 'outside') {
        const view = introducedByMailView(ask, before.person.name, card.forwardable, seekerWords);
        return [toSeeker('introduced', view)];
      }
      const target = peer(ask.seeker, before.person.user);
      return [introduction(conversation(scene, names), target)];
    }
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
      if (state.whose !== 'helper') return [];
      return [
        toSeeker(
          'undelivered',
          sentence(seekerWords, 'seeker.undelivered', { helper: helperNode }),
        ),
      ];
    case 'declined':
    case 'expired':
      return ended(scene, settings);
    default:
      return [];
  }
}

/**
 * Every end without an introduction reads the same, whoever caused it, and is told after a random delay: neither words nor
 * time say whose no it was.
 */
function ended(scene: Scene, settings: Settings): Effect[] {
  const { ask, before, now, wordsOf } = scene;
  const helper = peer(ask.seeker, ask.helper);
  const hours = scene.random() * settings.policy.endToldWithinHours;
  const notBefore = new Date(now.getTime() + hours * 60 * 60 * 1000).toISOString();
  const told: Effect = {
    effect: 'dm',
    key: `ask:${ask.id}:ended`,
    to: ask.seeker,
    view: {
      ...sentence(wordsOf(ask.seeker.user), 'seeker.ended', { helper: mention(helper) }),
      summary: wordsOf(ask.seeker.user).text('seeker.ended-summary'),
    },
    notBefore,
  };
  const helperWaits =
    before.is === 'with-target' && scene.event.event !== 'note-dropped' ? [helper] : [];
  return [
    told,
    ...helperWaits.map(
      (to): Effect => ({
        effect: 'dm',
        key: `ask:${ask.id}:ended:helper`,
        to,
        view: sentence(wordsOf(to.user), 'settled.no-introduction'),
        notBefore,
      }),
    ),
  ];
}

function conversation({ ask, settings, wordsOf }: Scene, names: Scene['names']) {
  return {
    ask,
    key: `ask:${ask.id}:conversation`,
    channel: settings.introductionsChannel,
    names: names ?? { seeker: '', helper: '' },
    wordsOf,
  };
}

function reminded(card: View, words: Messages): View {
  return {
    summary: words.text('reminder.summary'),
    blocks: [{ node: 'context', content: words.rich('reminder.text') }, ...card.blocks],
  };
}
