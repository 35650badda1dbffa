import type { FieldErrors, Form } from './form.ts';
import type { Community, MemberId } from './member.ts';
import type { View } from './view.ts';

/**
 * What the core decided should happen outside, as data. Effects are stored in the outbox in the transaction that saves the
 * state, and performed by a worker afterwards: nothing decided is lost, nothing rolled back is sent.
 */
export type Effect = (Dm | Conversation | Post | Revise) & {
  /** Unique in its community: deciding the same thing twice sends it once. Names the effect, e.g. `ask:<id>:asked:1`. */
  key: string;
  /** ISO 8601; absent means now. */
  notBefore?: string;
};

/** A private message to one member. */
export interface Dm {
  effect: 'dm';
  to: MemberId;
  view: View;
  /** The ask it is about: if the member's DMs are closed, that ask waits for them. */
  ask?: string;
  /** An earlier message of this key may have arrived; this is the second and last one. */
  again?: true;
}

/** A conversation of two or three people, opened with a message that mentions them. */
export interface Conversation {
  effect: 'conversation';
  /** Short name where the platform wants one (Discord thread). */
  title: string;
  members: MemberId[];
  view: View;
  /** Discord: the channel under which the private thread opens. Absent: there is none. */
  channel?: string;
  /** Sent instead when no common conversation can be had (no channel, somebody can't see it, a guest refused). */
  otherwise: (Dm & { key: string })[];
}

/** A message in a channel, for all to see. */
export interface Post {
  effect: 'post';
  community: Community;
  channel: string;
  view: View;
}

/** Replaces what an earlier effect sent. */
export interface Revise {
  effect: 'revise';
  /** Key of the effect that sent the message. */
  of: string;
  community: Community;
  view: View;
}

/** What the member who acted sees at once. */
export type Reply =
  /** A private message (ephemeral; on Slack, in the modal that was sent). */
  | { reply: 'message'; view: View }
  /** The message with the pressed button becomes this. */
  | { reply: 'update'; view: View }
  | { reply: 'form'; form: Form }
  /** A sent form had wrong answers: all of them are named, and the form is offered again as filled in. */
  | { reply: 'errors'; errors: FieldErrors; form: Form }
  /** The platform delivered the same action again: the first answer stands. */
  | { reply: 'nothing' };

export interface Answer {
  reply: Reply;
  /** Messages that could not reach the member before (closed DMs): shown privately after the reply, then reported as shown. */
  waiting: { key: string; view: View }[];
}

/** What became of performing an effect. */
export type Outcome =
  /** `ref` is the platform's own reference to the message, opaque to everybody else; it serves later revisions. */
  | { outcome: 'sent'; ref: string }
  /** The member takes no DMs; or has left, as the directory knows. */
  | { outcome: 'closed'; left?: true }
  /** This can't be done here, now or later; `why` is for the log. A conversation falls back to its `otherwise`. */
  | { outcome: 'refused'; why: string }
  /** Not now: rate limit or outage. Nothing was sent. */
  | { outcome: 'later'; afterMs: number; why: string }
  /** An earlier try got no answer and the platform can't tell us: it may or may not be there. Never sent again. */
  | { outcome: 'ambiguous'; why: string };
