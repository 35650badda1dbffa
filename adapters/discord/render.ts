import type { APIMessageTopLevelComponent } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord.js';
import type { View } from '../../src/view.ts';
import { bytesOf } from './fitting.ts';
import { limits } from './limits.ts';
import { type Piece, piecesOf, type TextKind } from './pieces.ts';

/** A message's body, as Discord takes it when a message is made or edited. */
export interface MessageBody {
  /** `null` takes the text away from a message that turns into components. */
  content?: string | null;
  components: APIMessageTopLevelComponent[];
  flags: number;
  allowed_mentions: { parse: []; users?: string[] };
}

export interface RenderOptions {
  /** The guild, for the buttons. */
  community: string;
  /**
   * `components`: components v2. `content`: as text with buttons below where the view fits into that, because a phone's
   * notification of a components v2 message is empty (discord/discord-api-docs#7854); for what arrives unasked.
   */
  as: 'components' | 'content';
  /** Users whom the message notifies; nobody else ever is. */
  notify?: string[];
}

/**
 * A view as one message, or as several where a message can't hold it: what a member wrote is never cut. Throws when the
 * view holds what no message can (a bug).
 */
export function renderView(view: View, options: RenderOptions): [MessageBody, ...MessageBody[]] {
  const pieces = piecesOf(view, options.community);
  const allowed_mentions: MessageBody['allowed_mentions'] = options.notify
    ? { parse: [], users: options.notify }
    : { parse: [] };
  if (options.as === 'content') {
    const message = asContent(pieces);
    if (message) return [{ ...message, allowed_mentions }];
  }
  const [first = [], ...rest] = pack(pieces);
  const message = (components: APIMessageTopLevelComponent[]): MessageBody => ({
    components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions,
  });
  return [message(first), ...rest.map(message)];
}

function asContent(pieces: Piece[]): Omit<MessageBody, 'allowed_mentions'> | undefined {
  const firstRow = pieces.findIndex((piece) => piece.piece === 'row');
  const said = firstRow < 0 ? pieces : pieces.slice(0, firstRow);
  const below = firstRow < 0 ? [] : pieces.slice(firstRow);
  const rows = below.flatMap((piece) => (piece.piece === 'row' ? [piece.row] : []));
  if (rows.length !== below.length || rows.length > limits.legacyRows) return undefined;
  let content = '';
  let before: TextKind | undefined;
  for (const piece of said) {
    if (piece.piece !== 'text') continue;
    if (before) content += before === 'heading' || piece.kind === 'quote' ? '\n' : '\n\n';
    content += piece.markdown;
    before = piece.kind;
  }
  if (content.trim() === '' || content.length > limits.content) return undefined;
  // Previews of what a member links to would push the buttons off the screen.
  return { content, components: rows, flags: MessageFlags.SuppressEmbeds };
}

function pack(pieces: Piece[]): APIMessageTopLevelComponent[][] {
  const messages: (Cost & { components: APIMessageTopLevelComponent[] })[] = [];
  for (const piece of pieces) {
    const component = topLevel(piece);
    const adds = cost(component);
    let message = messages.at(-1);
    if (!message || !hasRoom(message, adds)) {
      message = { components: [], count: 0, text: 0, bytes: 0 };
      messages.push(message);
    }
    message.components.push(component);
    message.count += adds.count;
    message.text += adds.text;
    message.bytes += adds.bytes;
  }
  return messages
    .map(({ components }) => withoutOuterDividers(components))
    .filter((components) => components.length > 0);
}

function topLevel(piece: Piece): APIMessageTopLevelComponent {
  switch (piece.piece) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: piece.markdown };
    case 'divider':
      return { type: ComponentType.Separator };
    case 'row':
      return piece.row;
  }
}

/** What a component takes of a message's room. */
interface Cost {
  count: number;
  text: number;
  bytes: number;
}

const hasRoom = (message: Cost, adds: Cost): boolean =>
  message.count + adds.count <= limits.components &&
  message.text + adds.text <= limits.text &&
  message.bytes + adds.bytes <= limits.textBytes;

function cost(component: APIMessageTopLevelComponent): Cost {
  if (component.type === ComponentType.TextDisplay) {
    const { content } = component;
    return { count: 1, text: content.length, bytes: bytesOf(content) };
  }
  if (component.type !== ComponentType.ActionRow) return { count: 1, text: 0, bytes: 0 };
  const words = component.components.flatMap((inner) => {
    if (inner.type === ComponentType.Button) return 'label' in inner ? [inner.label ?? ''] : [];
    const options = inner.type === ComponentType.StringSelect ? inner.options : [];
    return [inner.placeholder ?? '', ...options.map((option) => option.label)];
  });
  const text = words.join('');
  return { count: 1 + component.components.length, text: text.length, bytes: bytesOf(text) };
}

function withoutOuterDividers(
  components: APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  const shows = (component: APIMessageTopLevelComponent) =>
    component.type !== ComponentType.Separator;
  const first = components.findIndex(shows);
  const last = components.findLastIndex(shows);
  return first < 0 ? [] : components.slice(first, last + 1);
}
