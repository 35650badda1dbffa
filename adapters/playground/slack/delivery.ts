/** What the app is told: a slash command, an interaction or an event. */
export interface Envelope {
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: Record<string, unknown>;
  /** Which repeat of an event this is, and why it is repeated. */
  retry?: { attempt: number; reason: string };
}

/** The app's first answer, or what Slack's client calls the lack of one. */
export type Acknowledgement = { ms: number } & (
  | { acknowledged: true; body: unknown }
  | {
      acknowledged: false;
      error: 'operation_timeout' | 'dispatch_failed' | 'http_client_error' | 'http_service_error';
      /** The reason that a repeat of an event gives. */
      reason: 'http_timeout' | 'connection_failed' | 'http_error';
      /** The app asked not to be sent this again. */
      final: boolean;
    }
);

/** A way to reach the app. */
export interface Courier {
  /** Hands over one envelope and waits for its acknowledgement, at most three real seconds. */
  deliver(envelope: Envelope): Promise<Acknowledgement>;
  stop(): Promise<void>;
}
