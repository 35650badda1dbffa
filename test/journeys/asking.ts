import type { PlatformName } from '../../src/member.ts';
import type { Actor } from './actor.ts';
import type { Stage } from './stage.ts';

/** The people of a local community. */
export interface Cast {
  /** The seeker. */
  nadia: Actor;
  /** The helper. */
  tom: Actor;
  /** Another helper. */
  aiko: Actor;
  /** The target. */
  leila: Actor;
  /** The organiser. */
  jonas: Actor;
}

export const cast = (stage: Stage, platform: PlatformName): Cast => ({
  nadia: stage.as(platform, 'nadia'),
  tom: stage.as(platform, 'tom'),
  aiko: stage.as(platform, 'aiko'),
  leila: stage.as(platform, 'leila'),
  jonas: stage.as(platform, 'jonas'),
});

/** A considerate note; nothing in it asks for contacts. */
export const NOTE =
  'I have run the night desk of a freight depot for six years and move to Tampere in May. Your talk on shift planning is why I write to you.';

/** What a seeker writes, by the beginnings of the form's labels. */
export const words = (more: { note?: string; declared?: string; opening?: string } = {}) => ({
  'What is it for': 'A specific opening',
  'The opening': more.opening ?? 'Dispatcher at the port',
  'Why them': more.note ?? NOTE,
  'How do you know': more.declared ?? 'We have met once or twice',
});

/** What a seeker writes who would like a talk. */
export function talkWords(): Record<string, string> {
  const { 'What is it for': _, ...rest } = words();
  return { ...rest, 'What would you like to ask': 'How did you begin? Tuesday after five?' };
}

/** The call that carries a message, for faults. */
export const sending = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' };

/** By now an end without an introduction has been told, whose time is drawn by lot. */
export const TOLD = 'P3D';

/** Nadia's ask to Tom for Leila, on its way. */
export async function asks({ nadia }: Cast, who = '@tom @leila'): Promise<void> {
  await nadia.command(`/ask-intro ${who}`);
  await nadia.fill(words());
  await nadia.sees('On its way');
}

/** Asked, offered and agreed to: all three are introduced. */
export async function introduces(people: Cast): Promise<void> {
  await asks(people);
  await people.tom.press('I’ll introduce you');
  await people.leila.press('Yes, introduce us');
  await people.nadia.sees('You are introduced');
}
