import type { Conversation } from '../../effect.ts';
import { type MemberId, peer } from '../../member.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Profile } from '../../profiles/profile.ts';
import { profileBlocks } from '../../profiles/views.ts';
import type { Block, View } from '../../view.ts';
import { mention } from '../../view.ts';
import type { SentAsk } from '../ask.ts';
import { reportButton } from './card.ts';
import { questionBlocks, small, text, wordsBlocks } from './describe.ts';

interface Opening {
  ask: SentAsk;
  key: string;
  channel?: string;
  /** Display names for the title, where the platform wants one. */
  names: { seeker: string; helper: string; target?: string };
  wordsOf(user: string): Messages;
  /** The seeker's. */
  profile?: Profile;
}

/** Asks a target for consent: action and scope first, then exactly what would be shared. */
export function consentView(ask: SentAsk, words: Messages, profile?: Profile): View {
  const helper = mention(peer(ask.seeker, ask.helper));
  const seeker = mention(ask.seeker);
  return {
    summary: words.text('consent.summary'),
    blocks: [
      { node: 'heading', text: words.text('consent.heading') },
      text(words, 'consent.text', { helper, seeker }),
      text(words, 'consent.shared', { seeker }),
      ...wordsBlocks(ask, words),
      ...(profile ? profileBlocks(profile, words) : []),
      ...questionBlocks(ask, words),
      small(words, `consent.readers-${ask.seeker.platform}`),
      small(words, 'consent.no-answer', { seeker }),
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('consent.yes'),
            style: 'agree',
            press: { type: 'consent', ask: ask.id },
          },
          { label: words.text('consent.no'), press: { type: 'refuse', ask: ask.id } },
          { label: words.text('consent.never'), press: { type: 'refuse-always', ask: ask.id } },
        ],
      },
    ],
  };
}

/** The consent message once it is answered or over. */
export function consentSettled(
  ask: SentAsk,
  how: 'said-yes' | 'said-no' | 'said-never' | 'over',
  words: Messages,
): View {
  return {
    summary: words.text(`consent.${how}`),
    blocks: [
      text(words, `consent.${how}`),
      ...(how === 'said-yes' ? [reportButton(ask, words)] : []),
    ],
  };
}

/** The conversation of seeker, helper and target; where none can be had, a message to each that names the other. */
export function introduction(opening: Opening, target: MemberId): Conversation & { key: string } {
  const { ask, key, names, wordsOf } = opening;
  const helper = peer(ask.seeker, ask.helper);
  const shared = wordsOf(ask.seeker.user);
  const people = { seeker: mention(ask.seeker), helper: mention(helper), target: mention(target) };
  const dm = (to: MemberId, blocks: Block[], words: Messages) => ({
    effect: 'dm' as const,
    key: `${key}:dm:${to.user}`,
    to,
    view: { summary: words.text('introduced.heading'), blocks },
  });
  const forTarget = wordsOf(target.user);
  const forHelper = wordsOf(helper.user);
  return {
    effect: 'conversation',
    key,
    title: shared.text('introduced.title', {
      seeker: names.seeker,
      target: names.target ?? '',
    }),
    members: [ask.seeker, helper, target],
    channel: opening.channel,
    view: {
      summary: shared.text('introduced.heading'),
      blocks: [
        { node: 'heading', text: shared.text('introduced.heading') },
        text(shared, 'introduced.who', people),
        ...wordsBlocks(ask, shared),
        ...(opening.profile ? profileBlocks(opening.profile, shared) : []),
        ...questionBlocks(ask, shared),
        text(shared, 'introduced.next', people),
      ],
    },
    otherwise: [
      dm(
        ask.seeker,
        [text(shared, 'introduced.dm-seeker', { helper: people.helper, other: people.target })],
        shared,
      ),
      dm(
        target,
        [
          text(forTarget, 'introduced.dm-target', { helper: people.helper, other: people.seeker }),
          ...wordsBlocks(ask, forTarget),
          ...(opening.profile ? profileBlocks(opening.profile, forTarget) : []),
          ...questionBlocks(ask, forTarget),
        ],
        forTarget,
      ),
      dm(
        helper,
        [text(forHelper, 'introduced.dm-helper', { seeker: people.seeker, target: people.target })],
        forHelper,
      ),
    ],
  };
}

/** The conversation of seeker and helper about the helper's own work. */
export function talk(opening: Opening): Conversation & { key: string } {
  const { ask, key, names, wordsOf } = opening;
  const helper = peer(ask.seeker, ask.helper);
  const shared = wordsOf(ask.seeker.user);
  const forHelper = wordsOf(helper.user);
  const people = { seeker: mention(ask.seeker), helper: mention(helper) };
  return {
    effect: 'conversation',
    key,
    title: shared.text('introduced.title-talk', { seeker: names.seeker, helper: names.helper }),
    members: [ask.seeker, helper],
    channel: opening.channel,
    view: {
      summary: shared.text('talked.heading'),
      blocks: [
        { node: 'heading', text: shared.text('talked.heading') },
        text(shared, 'talked.who', people),
        ...wordsBlocks(ask, shared),
        ...(opening.profile ? profileBlocks(opening.profile, shared) : []),
        ...questionBlocks(ask, shared),
        text(shared, 'talked.next', people),
      ],
    },
    otherwise: [
      {
        effect: 'dm',
        key: `${key}:dm:${ask.seeker.user}`,
        to: ask.seeker,
        view: {
          summary: shared.text('talked.heading'),
          blocks: [text(shared, 'talked.dm-seeker', people)],
        },
      },
      {
        effect: 'dm',
        key: `${key}:dm:${helper.user}`,
        to: helper,
        view: {
          summary: forHelper.text('talked.heading'),
          blocks: [text(forHelper, 'talked.dm-helper', people)],
        },
      },
    ],
  };
}
