/**
 * Everything that the local Discord remembers, as plain JSON data. Names with underscores are Discord's own fields, kept
 * as they go over the wire.
 */
export interface State {
  /** The id that was given out last. */
  lastId: string;
  commands: StoredCommand[];
  channels: Record<string, StoredChannel>;
  /** By channel, oldest first. */
  messages: Record<string, StoredMessage[]>;
  interactions: Record<string, StoredInteraction>;
  /** The form that a person has open, by user id. */
  modals: Record<string, OpenModal>;
  /** The latest message when the person last did something there: by user id, then channel id. */
  seen: Record<string, Record<string, string>>;
  /** Users who take no DMs. */
  closedDms: string[];
  /** Users who left the server. */
  gone: string[];
  /** Language of the client by user id; others have en-US. */
  locales: Record<string, string>;
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  options?: CommandOption[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: number[];
}

export interface StoredCommand {
  id: string;
  version: string;
  /** Absent: everywhere. */
  guild?: string;
  /** 1 slash, 2 on a user, 3 on a message. */
  type: number;
  name: string;
  description: string;
  name_localizations: Record<string, string> | null;
  description_localizations: Record<string, string> | null;
  options: CommandOption[];
  default_member_permissions: string | null;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
}

export interface StoredChannel {
  id: string;
  /** 0 text, 1 DM, 11 public thread, 12 private thread. */
  type: number;
  name: string;
  topic?: string;
  /** DMs: the person, not the bot. */
  recipient?: string;
  /** Threads. */
  parent?: string;
  owner?: string;
  /** Threads: who is in it, with when they came (ISO 8601). */
  members?: Record<string, string>;
  invitable?: boolean;
  archived?: boolean;
  locked?: boolean;
  autoArchiveMinutes?: number;
  createdAt: string;
  /** Users, the bot included, from whom it is hidden. */
  hiddenFrom: string[];
}

/** A component as Discord's JSON has it; which keys there are depends on `type`. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string | null;
  url?: string;
  disabled?: boolean;
  emoji?: { name?: string; id?: string };
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  required?: boolean;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  default_values?: { id: string; type: string }[];
  channel_types?: number[];
  content?: string;
  divider?: boolean;
  spacing?: number;
  accent_color?: number | null;
  spoiler?: boolean;
  value?: string;
  min_length?: number;
  max_length?: number;
  components?: Component[];
  component?: Component;
  accessory?: Component;
}

export interface Embed {
  title?: string;
  url?: string;
  description?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  footer?: { text: string };
  author?: { name: string };
}

export interface StoredMessage {
  id: string;
  channel: string;
  /** 0 plain, 19 reply, 20 answer to a slash command, 23 answer to another command. */
  type: number;
  author: string;
  content: string;
  components: Component[];
  embeds: Embed[];
  /** Bits: 64 ephemeral, 128 "thinking", 32768 components v2. */
  flags: number;
  /** ISO 8601, local clock. */
  at: string;
  editedAt: string | null;
  /** Who is pinged: mentioned, and allowed to be. */
  pings: string[];
  nonce?: string | number;
  /** Unix milliseconds of real time, for the nonce. */
  sentAt: number;
  /** Ephemeral: the one who sees it. */
  onlyFor?: string;
  reference?: string;
  interaction?: { id: string; type: number; user: string; name?: string };
}

export interface StoredInteraction {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: number;
  user: string;
  channel: string;
  commandName?: string;
  /** The message whose component was used, also for a modal that such a component opened. */
  message?: string;
  /** ISO 8601, local clock. */
  at: string;
  state: 'waiting' | 'answered' | 'expired';
  /** The type of the first answer. */
  answer?: number;
  /** What `@original` stands for. */
  original?: string;
}

export interface OpenModal {
  id: string;
  custom_id: string;
  title: string;
  components: Component[];
  channel: string;
  message?: string;
  /** What the person typed when sending failed, by custom_id. */
  typed: Record<string, string>;
}

export const FLAGS = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  radioGroup: 21,
} as const;

/** Everything that is chosen from a list. */
export const SELECTS: number[] = [
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.roleSelect,
  COMPONENT.mentionableSelect,
  COMPONENT.channelSelect,
];

export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** What a component holds, each once, in reading order. */
export const childrenOf = (component: Component): Component[] => [
  ...(component.components ?? []),
  ...(component.component ? [component.component] : []),
  ...(component.accessory ? [component.accessory] : []),
];

/** The components and all they hold, in reading order. */
export const allComponents = (components: Component[]): Component[] =>
  components.flatMap((component) => [component, ...allComponents(childrenOf(component))]);

/** A copy as Discord keeps it: every component has its number, counted up where the app gave none, and its defaults. */
export function numbered(components: Component[]): Component[] {
  const copies = structuredClone(components);
  const all = allComponents(copies);
  const taken = new Set(all.map((component) => component.id));
  let next = 1;
  for (const component of all) {
    if (component.type === COMPONENT.container) {
      component.accent_color ??= null;
      component.spoiler ??= false;
    } else if (component.type === COMPONENT.separator) {
      component.divider ??= true;
      component.spacing ??= 1;
    } else if (SELECTS.includes(component.type)) {
      component.min_values ??= 1;
      component.max_values ??= 1;
    }
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copies;
}
