import type { MemberId } from '../../member.ts';
import { peer } from '../../member.ts';
import type { MessageKey, Messages } from '../../messages/messages.ts';
import type { Block, Inline } from '../../view.ts';
import { mention, plain } from '../../view.ts';
import { type AskWords, isHelperKnown, type Person, type Purpose, type SentAsk } from '../ask.ts';

export const purposeText = (purpose: Purpose, words: Messages): string =>
  words.text(`form.purpose-${purpose}`);

export const declaredText = (declared: AskWords['declared'], words: Messages): string =>
  words.text(`form.declared-${declared}`);

export const text = (
  words: Messages,
  key: MessageKey,
  values?: Parameters<Messages['rich']>[1],
): Block => ({ node: 'text', content: words.rich(key, values) });

export const small = (
  words: Messages,
  key: MessageKey,
  values?: Parameters<Messages['rich']>[1],
): Block => ({ node: 'context', content: words.rich(key, values) });

/** A target person as text nodes: a mention for a member, the name as written for somebody outside. */
/** The helper as the seeker may know them: an insider stays unnamed until they helped. */
export function helperNode(ask: SentAsk, words: Messages): Inline {
  if (isHelperKnown(ask) || ask.target.who !== 'firm') return mention(peer(ask.seeker, ask.helper));
  return plain(words.text('referral.insider', { firm: ask.target.name }));
}

export const personNode = (person: Person, community: MemberId): Inline =>
  person.who === 'member'
    ? mention(peer(community, person.user))
    : { node: 'strong', text: person.name };

/** What the seeker would like to ask, in the order in which it came. */
export function questionBlocks(ask: Pick<SentAsk, 'words'>, words: Messages): Block[] {
  const { questions = [] } = ask.words;
  if (questions.length === 0) return [];
  return [
    text(words, 'card.questions', { count: questions.length }),
    ...questions.map((question): Block => ({ node: 'quote', text: question })),
  ];
}

/** What the seeker wrote, as everybody in the ask gets to see it. */
export function wordsBlocks(ask: Pick<SentAsk, 'words' | 'target'>, words: Messages): Block[] {
  if (ask.target.who === 'firm') return referralBlocks(ask, words);
  const { purpose, opening, note, offer } = ask.words;
  const blocks: Block[] = [
    text(words, 'card.purpose', { purpose: purposeText(purpose, words) }),
    text(words, 'card.opening', { opening }),
    { node: 'quote', text: note },
  ];
  if (offer) blocks.push(text(words, 'card.offer'), { node: 'quote', text: offer });
  return blocks;
}

function referralBlocks({ words: written }: Pick<SentAsk, 'words'>, words: Messages): Block[] {
  const { note, posting, resume, deadline } = written;
  const link = (url: string, key: MessageKey): Inline => ({
    node: 'link',
    url,
    text: words.text(key),
  });
  const lines: Inline[][] = [];
  if (posting) lines.push([link(posting, 'referral.posting-link')]);
  if (resume) lines.push([link(resume, 'referral.resume-link')]);
  if (deadline) {
    const date: Inline = { node: 'time', at: `${deadline}T12:00:00.000Z`, style: 'date' };
    lines.push(words.rich('referral.deadline-line', { date }));
  }
  return [
    { node: 'quote', text: note },
    ...(lines.length > 0 ? [{ node: 'list' as const, items: lines }] : []),
  ];
}
