import type {
  Pane,
  PaneConversation,
  PaneInline,
  PaneMessage,
  PanePart,
} from '../../adapters/playground/pane.ts';

/** Where in a pane to look. `modal` is the open form; `dm` the app's direct messages. */
export type Where = 'modal' | 'dm' | 'channel' | 'group';

const inline = (content: PaneInline[]): string => content.map(({ text }) => text).join('');

function lines(part: PanePart): string[] {
  switch (part.part) {
    case 'heading':
      return [`# ${part.text}`];
    case 'text':
    case 'context':
      return [inline(part.content)];
    case 'quote':
      return [`> ${inline(part.content)}`];
    case 'list':
      return part.items.map((item) => `- ${inline(item)}`);
    case 'code':
      return [part.text];
    case 'buttons':
      return [part.buttons.map(({ label }) => `[${label}]`).join(' ')];
    case 'select':
      return [`<${part.placeholder}>`];
    case 'divider':
      return [];
  }
}

/** What stands in a message or modal, buttons as `[Label]`, selects as `<placeholder>`. */
export const written = (parts: PanePart[]): string => parts.flatMap(lines).join('\n');

const placeOf: Record<PaneConversation['kind'], Where> = {
  'app-dm': 'dm',
  channel: 'channel',
  'group-dm': 'group',
  thread: 'group',
};

export interface Spot {
  where: Where;
  /** A message's id, or `modal`. */
  id: string;
  parts: PanePart[];
  message?: PaneMessage;
  conversation?: PaneConversation;
}

/** Everything that a persona has before their eyes, the open form last. */
export function spots(pane: Pane, where?: Where): Spot[] {
  const messages = pane.conversations.flatMap((conversation) =>
    conversation.messages.map((message) => ({
      where: placeOf[conversation.kind],
      id: message.id,
      parts: message.parts,
      message,
      conversation,
    })),
  );
  const modal = pane.modal && { where: 'modal' as const, id: 'modal', parts: pane.modal.parts };
  return [...messages, ...(modal ? [modal] : [])].filter((spot) => !where || spot.where === where);
}

/** The pane as text: for a check, and for a person who reads why one failed. */
export function read(pane: Pane, where?: Where): string {
  return spots(pane, where)
    .map(({ parts, message, conversation, ...spot }) => {
      const by = message && `${message.from.name} in ${conversation?.name}`;
      const how = [message?.private && 'private', message?.waiting && 'waiting'].filter(Boolean);
      const fields = spot.where === 'modal' ? fieldLines(pane) : [];
      const title = spot.where === 'modal' ? `Form: ${pane.modal?.title}` : by;
      return [`── ${title} ${how.join(' ')}`.trim(), written(parts), ...fields].join('\n');
    })
    .join('\n');
}

const fieldLines = (pane: Pane): string[] =>
  (pane.modal?.fields ?? []).map(
    ({ label, value, error }) => `${label}: "${value}"${error ? ` ✗ ${error}` : ''}`,
  );
