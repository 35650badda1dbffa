import type { PanePart } from '../pane.ts';
import { canSee, isThread, TEXT } from './channels.ts';
import { partsOf, plain } from './markdown.ts';
import type { Reader } from './markdown-inline.ts';
import { apiRoles, membersOf, type Resident, residentOf } from './residents.ts';
import { COMPONENT, type Component, childrenOf, type Embed, type StoredMessage } from './state.ts';
import { localeOf, nameOf, type Town } from './town.ts';

/** How this person reads; `bot`: words by an app. */
export const readerFor = (town: Town, person: Resident, bot: boolean): Reader => ({
  locale: localeOf(town, person.user),
  timeZone: person.timeZone,
  now: town.clock.now(),
  maskedLinks: bot,
  userName: (id) => (residentOf(id) ? nameOf(id) : 'unknown-user'),
  channelName: (id) => {
    const channel = town.state.channels[id];
    return channel && canSee(town, channel, person.user) ? channel.name : 'unknown';
  },
  roleName: (id) => apiRoles().find((role) => role.id === id)?.name ?? 'deleted-role',
});

/** Everything that a message shows. */
export function partsOfMessage(town: Town, message: StoredMessage, person: Resident): PanePart[] {
  const reader = readerFor(town, person, residentOf(message.author)?.bot ?? false);
  return [
    ...partsOf(message.content, reader),
    ...message.embeds.flatMap((embed) => partsOfEmbed(embed, { ...reader, maskedLinks: true })),
    ...partsOfComponents(town, message.components, person, reader),
  ];
}

/** What components show, in reading order; pictures and files are left out. */
export function partsOfComponents(
  town: Town,
  components: Component[],
  person: Resident,
  reader: Reader,
): PanePart[] {
  return components.flatMap((component): PanePart[] => {
    switch (component.type) {
      case COMPONENT.textDisplay:
        return partsOf(component.content ?? '', reader);
      case COMPONENT.separator:
        return component.divider === false ? [] : [{ part: 'divider' }];
      case COMPONENT.actionRow:
        return partsOfRow(town, component.components ?? [], person);
      case COMPONENT.button:
        return partsOfRow(town, [component], person);
      default:
        return partsOfComponents(town, childrenOf(component), person, reader);
    }
  });
}

function partsOfRow(town: Town, row: Component[], person: Resident): PanePart[] {
  const buttons = row.filter(({ type }) => type === COMPONENT.button);
  const selects = row.filter(({ type }) => type !== COMPONENT.button);
  return [
    ...(buttons.length > 0
      ? [
          {
            part: 'buttons' as const,
            buttons: buttons.map((button) => ({
              id: button.custom_id ?? button.url ?? '',
              label: [button.emoji?.name, button.label].filter(Boolean).join(' '),
              style: styleOf(button),
              ...(button.url ? { url: button.url } : {}),
            })),
          },
        ]
      : []),
    ...selects.map((select) => ({
      part: 'select' as const,
      id: select.custom_id ?? '',
      placeholder: select.placeholder ?? 'Make a selection',
      options: optionsOf(town, select, person),
    })),
  ];
}

const styleOf = (button: Component): 'default' | 'primary' | 'danger' => {
  if (button.style === 4) return 'danger';
  return button.style === 1 || button.style === 3 ? 'primary' : 'default';
};

/** What a person can choose in a select or a radio group. */
export function optionsOf(
  town: Town,
  select: Component,
  person: Resident,
): { value: string; label: string }[] {
  if (select.type === COMPONENT.userSelect) {
    return membersOf(town.state).map(({ user, name }) => ({ value: user, label: name }));
  }
  if (select.type === COMPONENT.channelSelect) {
    return Object.values(town.state.channels)
      .filter(
        (channel) =>
          (channel.type === TEXT || isThread(channel)) && canSee(town, channel, person.user),
      )
      .filter(({ type }) => !select.channel_types?.length || select.channel_types.includes(type))
      .map(({ id, name }) => ({ value: id, label: `#${name}` }));
  }
  return (select.options ?? []).map(({ value, label }) => ({ value, label }));
}

function partsOfEmbed(embed: Embed, reader: Reader): PanePart[] {
  const small = (text: string | undefined) =>
    text ? [{ part: 'context' as const, content: [{ text }] }] : [];
  return [
    ...small(embed.author?.name),
    ...(embed.title ? [{ part: 'heading' as const, text: embed.title }] : []),
    ...partsOf(embed.description ?? '', reader),
    ...(embed.fields ?? []).flatMap((field) => [
      { part: 'text' as const, content: [{ text: field.name, strong: true }] },
      ...partsOf(field.value, reader),
    ]),
    ...small(embed.footer?.text),
  ];
}

/** The words of the parts, for notifications and screen readers. */
export function wordsOf(parts: PanePart[]): string {
  const lines = parts.flatMap((part): string[] => {
    switch (part.part) {
      case 'heading':
      case 'code':
        return [part.text];
      case 'list':
        return part.items.map((item) => `• ${plain(item)}`);
      case 'text':
      case 'quote':
      case 'context':
        return [plain(part.content)];
      default:
        return [];
    }
  });
  return lines.join('\n');
}
