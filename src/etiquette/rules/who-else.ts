import { gently } from '../language/gentle.ts';
import { type Found, marksOf, type Reviewed, say, type TextRule } from '../rule.ts';

/** Where the form names the field or the firm, the text needn't. */
const BOUNDED_BY_FORM = -1;

export const whoElse = {
  id: 'who-else',
  kind: 'text',
  place: 'instead',
  default:
    'block where the two are strangers or have just met; coach where they know each other and the ask has no bounds',
  why: 'Somebody’s contacts are built on trust. Asking a near stranger to share them asks for that trust before there is any; asking a friend without saying whom you want to meet leaves them all the work.',
  principle: {
    number: 4,
    says: 'Relationship before contacts: with a person you have just met, ask about their own work, never about whom they know.',
  },
  firesWhen:
    'a text asks for the helper’s contacts: who they know, names, introductions to nobody in particular, their address book, passing a CV around; straight out or in a roundabout way.',
  silentWhen: [
    'one named person is asked for',
    'the two know each other, and the ask has bounds: one field, team or firm, and one to three people',
    'a team is asked for at a firm that the helper offers to help with',
    'it is a thank-you, or a question whom else to thank',
    'the question is only quoted, for instance to ask how to answer it',
    'it asks who is on the panel, or whether a post is open',
    'the helper offered it first',
  ],
  examples: [
    {
      relationship: 'cold',
      verdict: 'block',
      text: 'We haven’t met, but who else do you know at the port authority?',
    },
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'Could you send my CV to everyone you know?',
    },
    {
      relationship: 'established',
      verdict: 'pass',
      text: 'I’m really interested in dialysis nursing, but I don’t know many people there yet. Is there one person you’d suggest I talk to?',
    },
    {
      relationship: 'cold',
      verdict: 'pass',
      text: 'I’m a planner at the council. Could I ask you for twenty minutes about how you moved into planning?',
    },
  ],
  check(reviewed): Found | undefined {
    const { relationship } = reviewed;
    const marks = marksOf(reviewed, 'contacts').filter((mark) => !isAllowed(mark, reviewed));
    if (marks.length === 0) return undefined;
    const sure = marks.some(({ signal }) => signal.sure);
    return {
      severity: relationship === 'established' || !sure ? 'coach' : 'block',
      marks,
      data: { relationship },
    };
  },
  explain({ relationship }) {
    const title = say('rule.who-else.title');
    if (relationship === 'established') {
      return {
        title,
        reason: say('rule.who-else.reason.established'),
        waysOut: [say('rule.who-else.way.one-person'), say('rule.who-else.way.interest')],
      };
    }
    return {
      title,
      reason: say(
        relationship === 'new' ? 'rule.who-else.reason.new' : 'rule.who-else.reason.cold',
      ),
      waysOut: [say('rule.who-else.way.talk'), say('rule.who-else.way.later')],
    };
  },
  gentle: (_found, { relationship, about }, gentle) =>
    gently(relationship === 'established' ? gentle.introduction : gentle.talk, about),
} as const satisfies TextRule;

/** Bounded, between people who know each other; or a team at a firm that the helper offers. */
function isAllowed(
  { field, signal }: ReturnType<typeof marksOf>[number],
  { texts, relationship, about }: Reviewed,
): boolean {
  const typed = texts.find((text) => text.field === field)?.typed ?? '';
  const sentence = typed.slice(signal.sentence.start, signal.sentence.end).toLowerCase();
  const offered = about.offeredCompanies ?? [];
  if (offered.some((name) => name.trim() !== '' && sentence.includes(name.trim().toLowerCase()))) {
    return true;
  }
  if (relationship !== 'established') return false;
  const least = about.field || about.company || about.role ? BOUNDED_BY_FORM : 0;
  return signal.says('bounded') >= least;
}
