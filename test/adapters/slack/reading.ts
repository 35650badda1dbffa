import type { SlackBlock } from '../../../adapters/slack/render.ts';

/** Reads rendered blocks as Slack would, for tests. */

type Node = Record<string, unknown>;

/** Every object in it, with where it is. */
export function* nodes(value: unknown, path = ''): Generator<{ node: Node; path: string }> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* nodes(each, `${path}/${i}`);
  } else if (typeof value === 'object' && value !== null) {
    yield { node: value as Node, path };
    for (const [key, each] of Object.entries(value)) yield* nodes(each, `${path}/${key}`);
  }
}

/** The words of all quotes, one after the other. */
export const quoted = (blocks: SlackBlock[]): string =>
  [...nodes(blocks)]
    .filter(({ node }) => node.type === 'rich_text_quote')
    .flatMap(({ node }) => node.elements as { text: string }[])
    .map(({ text }) => text)
    .join('');

/** Live mentions, broadcasts, links and dates, in rich text and in mrkdwn. */
export function live(blocks: unknown): string[] {
  const found: string[] = [];
  for (const { node } of nodes(blocks)) {
    if (
      ['user', 'usergroup', 'team', 'broadcast', 'channel', 'link', 'date', 'emoji'].includes(
        String(node.type),
      )
    ) {
      found.push(`${node.type}:${node.user_id ?? node.channel_id ?? node.url ?? node.timestamp}`);
    }
    if (node.type === 'mrkdwn') found.push(...liveInMrkdwn(String(node.text)));
    if (node.type === 'button' && node.url) found.push(`button:${node.url}`);
  }
  return found;
}

/** What stands in angle brackets is live. */
export const liveInMrkdwn = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
