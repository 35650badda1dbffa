import type { Request } from '../../src/intent.ts';
import { asTyped, oneLine } from './typed-text.ts';

/** What stands after a slash command. */

type Target = Extract<Request, { type: 'ask-intro' }>['target'];

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** The request of a command; undefined when there is no such command. */
export function commandRequest(command: string, text: string): Request | undefined {
  const name = command.replace(/^\//, '');
  const typed = text.trim();
  switch (name) {
    case 'ask-intro':
      return isHelp(typed) ? { type: 'help', command: name } : askIntro(typed);
    case 'ask-referral':
      return isHelp(typed) ? { type: 'help', command: name } : askReferral(typed);
    case 'check-ask':
      return isHelp(typed) ? { type: 'help', command: name } : checkAsk(typed);
    case 'thank':
      return isHelp(typed) ? { type: 'help', command: name } : thank(typed);
    case 'my-asks':
    case 'networking-profile':
    case 'offer-help':
    case 'helpers':
    case 'goodword':
      return isHelp(typed) ? { type: 'help', command: name } : { type: name };
    default:
      return undefined;
  }
}

const isHelp = (typed: string): boolean => /^help$/i.test(typed);

/**
 * The first mention is the helper, what else there is names the target. A name that begins with "@" and that Slack didn't
 * recognise stands where the helper should: then nobody who is mentioned later is taken for the helper, and the words are
 * kept as the target, for the member to read again when they choose a helper.
 */
function askIntro(typed: string): Request {
  const { mentioned, rest } = firstMention(typed);
  return {
    type: 'ask-intro',
    ...(mentioned ? { helper: mentioned } : {}),
    ...targetOf(rest),
  };
}

/** Whom a command mentions first, unless a name that Slack didn't recognise leads it; and what else it says. */
function firstMention(typed: string): { mentioned?: string; rest: string } {
  const mention = typed.startsWith('@') ? null : MENTION.exec(typed);
  if (!mention?.[1]) return { rest: typed };
  const before = typed.slice(0, mention.index);
  const after = typed.slice(mention.index + mention[0].length);
  return { mentioned: mention[1], rest: `${before} ${after}`.trim() };
}

function targetOf(words: string): { target?: Target } {
  if (!words) return {};
  const mention = MENTION.exec(words);
  if (mention?.[1] && mention.index === 0) return { target: { user: mention[1] } };
  return { target: { text: oneLine(words) } };
}

/** A firm is no member: whoever is mentioned in it stands there as typed. */
function askReferral(typed: string): Request {
  const company = oneLine(typed);
  return { type: 'ask-referral', ...(company ? { company } : {}) };
}

function thank(typed: string): Request {
  const { mentioned, rest } = firstMention(typed);
  const spoken = oneLine(rest);
  return {
    type: 'thank',
    ...(mentioned ? { helper: mentioned } : {}),
    ...(spoken ? { spoken } : {}),
  };
}

function checkAsk(typed: string): Request {
  return typed ? { type: 'check-ask', ...asTyped(typed) } : { type: 'check-ask' };
}
