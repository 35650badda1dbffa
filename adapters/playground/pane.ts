import type { PlatformName } from '../../src/member.ts';

/**
 * What a persona sees on a local platform, and what they can do there. Each local server makes panes from what the bot
 * really sent; the page draws them, and `curl` reads them.
 */

export interface Persona {
  /** Short handle, the same on both platforms: `nadia`. */
  handle: string;
  /** The platform's user id. */
  user: string;
  name: string;
  role: 'seeker' | 'helper' | 'target' | 'organiser' | 'bot';
}

export interface Pane {
  platform: PlatformName;
  persona: Persona;
  /** Commands as the platform knows them, for completion. */
  commands: PaneCommand[];
  /** What the menu of a message offers, by name. */
  messageActions: string[];
  conversations: PaneConversation[];
  modal?: PaneModal;
}

export interface PaneCommand {
  /** Without the slash. */
  name: string;
  description: string;
  usage: string;
}

export interface PaneConversation {
  id: string;
  kind: 'channel' | 'app-dm' | 'group-dm' | 'thread';
  name: string;
  /** Names of who is in it; channels: everybody. */
  members: string[];
  /** Messages since this persona last did something in it. */
  unread: number;
  /** Oldest first. */
  messages: PaneMessage[];
}

export interface PaneMessage {
  id: string;
  from: { name: string; handle?: string; app: boolean };
  /** ISO 8601, by the local clock. */
  at: string;
  /** Only this persona sees it (ephemeral). */
  private: boolean;
  edited: boolean;
  /** The app acknowledged and has not answered yet (Discord's "thinking"). */
  waiting: boolean;
  /** What a notification or a screen reader gets. */
  text: string;
  parts: PanePart[];
}

export type PanePart =
  | { part: 'heading'; text: string }
  | { part: 'text'; content: PaneInline[] }
  | { part: 'quote'; content: PaneInline[] }
  | { part: 'list'; items: PaneInline[][] }
  | { part: 'code'; text: string }
  | { part: 'context'; content: PaneInline[] }
  | { part: 'divider' }
  | { part: 'buttons'; buttons: PaneButton[] }
  | {
      part: 'select';
      id: string;
      placeholder: string;
      options: { value: string; label: string }[];
    };

export interface PaneInline {
  text: string;
  strong?: boolean;
  italic?: boolean;
  code?: boolean;
  strike?: boolean;
  /** Only http(s) and mailto. */
  link?: string;
  mention?: boolean;
}

export interface PaneButton {
  id: string;
  label: string;
  style: 'default' | 'primary' | 'danger';
  url?: string;
}

export interface PaneModal {
  id: string;
  title: string;
  /** Absent: there is nothing to send. */
  submit?: string;
  close: string;
  /** What stands above or between the fields. */
  parts: PanePart[];
  fields: PaneField[];
}

export interface PaneField {
  id: string;
  label: string;
  hint?: string;
  kind: 'line' | 'paragraph' | 'choice' | 'member' | 'channel' | 'date';
  required: boolean;
  minLength?: number;
  maxLength?: number;
  placeholder?: string;
  /** What is in it now. */
  value: string;
  options?: { value: string; label: string }[];
  /** What the app said is wrong with it. */
  error?: string;
}

/** What a persona can do. `message` is a message id, or `modal` for a button inside the open modal. */
export type Act =
  | { do: 'command'; text: string; in?: string }
  /** Completions for the command line as typed so far (Discord options; on Slack, member names only). */
  | { do: 'suggest'; text: string; in?: string }
  | { do: 'press'; message: string; button: string }
  | { do: 'choose'; message: string; select: string; value: string }
  | { do: 'submit'; values: Record<string, string> }
  | { do: 'dismiss' }
  /** Something from a message's menu, by its name. */
  | { do: 'message-action'; message: string; action: string }
  /** An ordinary message, or a reply in a group DM or thread. */
  | { do: 'say'; text: string; in: string };

export type Acted =
  | {
      ok: true;
      /** Real milliseconds until the app's first answer. */
      answeredInMs?: number;
      suggestions?: { value: string; label: string }[];
    }
  /** What the platform's own client would show: "did not respond", a client-side form error, an unknown button. */
  | { ok: false; error: string; answeredInMs?: number };

/** What can be made to go wrong on a local platform, for tests and for the curious. */
export type Fault =
  /** The next `count` API calls whose method or route contains `match` get 429 with this Retry-After in seconds. */
  | { fault: 'rate-limit'; count: number; retryAfter: number; match?: string }
  /** The next `count` such calls are carried out and never answered: the connection is cut. */
  | { fault: 'drop-answer'; count: number; match?: string }
  /** The next `count` such calls get a server error. */
  | { fault: 'server-error'; count: number; match?: string }
  /** A persona's DMs open or close. */
  | { fault: 'dms'; handle: string; closed: boolean }
  /** The platform delivers the persona's next action twice. */
  | { fault: 'deliver-twice'; count: number };

/** A local Slack or Discord. */
export interface LocalPlatform {
  name: PlatformName;
  /** Base URL for the adapter's `SLACK_API_URL` or `DISCORD_API_URL`. */
  url: string;
  personas: Persona[];
  see(handle: string): Pane;
  act(handle: string, act: Act): Promise<Acted>;
  fault(fault: Fault): void;
  /** Called after every change that some pane shows. */
  onChange(listener: () => void): void;
  /** Everything that a restart must bring back, as JSON. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  stop(): Promise<void>;
}

/** The clock that the page moves. Timers of minutes to months follow it; seconds are real. */
export interface LocalClock {
  now(): Date;
  /** Moves it forward. */
  forward(ms: number): void;
}
