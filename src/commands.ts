import type { Request, RequestType } from './intent.ts';
import { limits } from './introductions/forms.ts';
import { limits as referralLimits } from './referrals/forms.ts';

/** How an action answers first: a form must be the first answer; everything else is acknowledged before any work. */
export type Answering = 'form' | 'message' | 'update';

export interface CommandOption {
  name: string;
  description: string;
  kind: 'member' | 'text';
  /** Completed while typing, where the platform can. */
  completes: boolean;
  /** Characters that a text may have; kept where it is typed, if the platform can, and else said. */
  maxLength?: number;
}

export interface Command {
  name:
    | 'ask-intro'
    | 'ask-referral'
    | 'check-ask'
    | 'my-asks'
    | 'networking-profile'
    | 'offer-help'
    | 'thank'
    | 'helpers'
    | 'goodword';
  /** At most 100 characters (Discord's limit). */
  description: string;
  /** Shown after the command's name where a platform has no named options (Slack). */
  usage: string;
  options: CommandOption[];
}

/** Something to do with a message, from its menu. */
export interface MessageAction {
  /** The action's name on the wire, where a platform has one beside what people read (Slack's `callback_id`). */
  id: string;
  /** What stands in the menu: at most 24 characters (Slack's limit; Discord's is 32). */
  name: string;
  /** At most 150 characters (Slack's limit). */
  description: string;
  request: Extract<Request, { author?: string }>['type'];
}

/** How long a text may be that is checked, in characters: as long as an ask's note. */
export const CHECKED_LENGTH = 1500;
/** A target takes as much as its own form does. */
const maxTarget = limits.name;

/** The one list of commands: Slack's manifest, Discord's registration, the help and the local page come from it. */
export const commands: Command[] = [
  {
    name: 'ask-intro',
    description: 'Ask somebody you know for an introduction, or for a short talk about their work',
    usage: '[@helper] [@person, or a name]',
    options: [
      { name: 'helper', description: 'Whom you ask', kind: 'member', completes: false },
      {
        name: 'target',
        description: 'Whom you would like to meet: a member, a person outside, or a team',
        kind: 'text',
        completes: true,
        maxLength: maxTarget,
      },
    ],
  },
  {
    name: 'ask-referral',
    description: 'Ask for a referral to one opening, at a firm where members offer them',
    usage: '[company]',
    options: [
      {
        name: 'company',
        description: 'The firm that has the opening',
        kind: 'text',
        completes: true,
        maxLength: referralLimits.firm,
      },
    ],
  },
  {
    name: 'check-ask',
    description: 'Review a draft privately, before anybody else sees it',
    usage: '[text]',
    options: [
      {
        name: 'text',
        description: 'What you would like to send; left out, a form opens',
        kind: 'text',
        completes: false,
        maxLength: CHECKED_LENGTH,
      },
    ],
  },
  {
    name: 'my-asks',
    description: 'See where your asks stand, and what waits for you',
    usage: '',
    options: [],
  },
  {
    name: 'networking-profile',
    description: 'Write the one page about you that goes with your asks',
    usage: '',
    options: [],
  },
  {
    name: 'offer-help',
    description: 'Say what you could help with, how much of it, and when',
    usage: '',
    options: [],
  },
  {
    name: 'thank',
    description: 'Thank somebody who helped you',
    usage: '[@helper]',
    options: [{ name: 'helper', description: 'Whom you thank', kind: 'member', completes: false }],
  },
  {
    name: 'helpers',
    description: 'See who helped this week, and your own standing',
    usage: '',
    options: [],
  },
  {
    name: 'goodword',
    description: 'What Goodword does, and its settings',
    usage: '',
    options: [],
  },
];

/** The one list of what can be done with a message; whatever comes from the commands comes from it too. */
export const messageActions: MessageAction[] = [
  {
    id: 'check-ask',
    name: 'Check this ask',
    description: 'Review one of your own messages privately',
    request: 'check-message',
  },
];

const forms = new Set<RequestType>([
  'aim-outside',
  'aim-team',
  'find-helper',
  'write-ask',
  'name-firm',
  'introduce-who',
  'need-more',
  'point',
  'not-now',
  'give-info',
  'add-question',
  'edit-profile',
  'talk-instead',
  'name-avoided',
  'report-member',
  'report-ask',
  'edit-offer',
  'edit-pace',
  'tell-outcome',
  'pick-outcome',
  'thank-now',
  'thank-member',
  'settings',
]);

const updates = new Set<RequestType>([
  'open-draft',
  'pick-helper',
  'pick-target',
  'pick-firm',
  'aim-helper',
  'use-rewrite',
  'send-as-is',
  'discard',
  'introduce',
  'lend-name',
  'decline',
  'pass-on',
  'know-each-other',
  'strangers',
  'note-sent',
  'note-dropped',
  'all-my-asks',
  'remove-profile',
  'avoid-person',
  'block-member',
  'allow-again',
  'settle-report',
  'add-organiser',
  'remove-organiser',
  'pause-offer',
  'resume-offer',
  'withdraw-offer',
  'refuse-asks',
  'welcome-asks',
  'watch',
  'my-ask',
  'withdraw',
  'consent',
  'refuse',
  'refuse-always',
  'undo-thanks',
  'we-talked',
  'not-yet',
  'thanked-already',
  'thank-later',
  'board',
  'board-hide',
  'board-show',
  // Forms that opened from a card, which says afterwards what became of it.
  'send-who',
  'send-question',
  'send-pointer',
  'send-not-now',
]);

/** How this request will be answered, known without looking anything up. */
export function answering(request: Request): Answering {
  if (request.type === 'ask-intro') {
    return request.helper && request.target && 'user' in request.target ? 'form' : 'message';
  }
  if (request.type === 'check-ask') return request.text === undefined ? 'form' : 'message';
  if (request.type === 'thank') return request.helper ? 'form' : 'message';
  if (forms.has(request.type)) return 'form';
  return updates.has(request.type) ? 'update' : 'message';
}

/** What a command was given that is longer than its option takes. */
export function overlong(
  request: Request,
): { option: 'target' | 'company'; typed: string; max: number } | undefined {
  const [option, text, max] =
    request.type === 'ask-referral'
      ? (['company', request.company, referralLimits.firm] as const)
      : request.type === 'ask-intro' && request.target && 'text' in request.target
        ? (['target', request.target.text, maxTarget] as const)
        : ([] as const);
  const typed = text?.trim() ?? '';
  return option && max && typed.length > max ? { option, typed, max } : undefined;
}
