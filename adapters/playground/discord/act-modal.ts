import type { Acted } from '../pane.ts';
import type { InteractionDesk } from './interactions.ts';
import { memberAtStart } from './mentions.ts';
import { findMessage } from './messages.ts';
import { optionsOf } from './parts.ts';
import type { Resident } from './residents.ts';
import { type Resolved, resolvedChannels, resolvedUsers } from './resolved.ts';
import { inputsOf, prefilled } from './see.ts';
import { COMPONENT, type Component, INTERACTION, type StoredChannel } from './state.ts';
import { channelIds, type Town } from './town.ts';

/** Sends the open modal, if the client would let it. The modal stays open until the app has answered. */
export async function submitModal(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  values: Record<string, string>,
): Promise<Acted> {
  const modal = town.state.modals[person.user];
  if (!modal) return { ok: false, error: 'No form is open.' };
  // An input that isn't named keeps what is in it, as in a client.
  modal.typed = { ...modal.typed, ...values };
  const filled = new Map<string, string[]>();
  for (const { input, label } of inputsOf(modal.components)) {
    const made = filledIn(
      town,
      person,
      input,
      modal.typed[input.custom_id ?? ''] ?? prefilled(input),
    );
    if ('error' in made) {
      town.changed();
      return { ok: false, error: `${label}: ${made.error}` };
    }
    filled.set(input.custom_id ?? '', made.values);
  }
  const channel = town.state.channels[modal.channel];
  if (!channel) return { ok: false, error: 'Something went wrong. Try again.' };
  const message = modal.message ? findMessage(town, modal.message) : undefined;
  const outcome = await desk.deliver({
    type: INTERACTION.modal,
    user: person.user,
    channel,
    data: {
      custom_id: modal.custom_id,
      components: modal.components.map((component) => submitted(component, filled)),
      ...resolvedIn(town, person, channel, modal.components, filled),
    },
    ...(message ? { message } : {}),
  });
  if (!outcome.ok) return outcome;
  if (town.state.modals[person.user]?.id === modal.id) delete town.state.modals[person.user];
  town.changed();
  return { ok: true, answeredInMs: outcome.ms };
}

/** What the client sends for one input, or what it says below it. */
function filledIn(
  town: Town,
  person: Resident,
  input: Component,
  typed: string,
): { values: string[] } | { error: string } {
  const needed = input.required !== false;
  if (typed === '') return needed ? { error: 'This field is required.' } : { values: [] };
  if (input.type === COMPONENT.textInput) {
    const { min_length: min = 0, max_length: max = 4000 } = input;
    if (typed.length > max) return { error: `Must be ${max} or fewer in length.` };
    if (typed.length < min) return { error: `Must be at least ${min} characters.` };
    if (input.style === 1 && typed.includes('\n')) return { error: 'Must be a single line.' };
    return { values: [typed] };
  }
  const value = chosenIn(town, input, typed);
  const known = optionsOf(town, input, person).some((option) => option.value === value);
  return known ? { values: [value] } : { error: `"${typed}" is not one of the options.` };
}

/** A member by id or `@name`, a channel by id or `#name`, an option by its value. */
export function chosenIn(town: Town, select: Component, typed: string): string {
  if (select.type === COMPONENT.userSelect) {
    const member = memberAtStart(town, typed);
    return member && !member.rest.trim() ? member.member.user : typed;
  }
  if (select.type === COMPONENT.channelSelect) return channelIds[typed.replace(/^#/, '')] ?? typed;
  return typed;
}

/** A component as a submission carries it: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
function submitted(component: Component, filled: Map<string, string[]>): Record<string, unknown> {
  const { type, id, custom_id } = component;
  if (component.component) return { type, id, component: submitted(component.component, filled) };
  if (component.components) {
    return { type, id, components: component.components.map((inner) => submitted(inner, filled)) };
  }
  if (type === COMPONENT.textDisplay) return { type, id };
  const values = filled.get(custom_id ?? '') ?? [];
  if (type === COMPONENT.textInput) return { type, id, custom_id, value: values[0] ?? '' };
  if (type === COMPONENT.radioGroup) return { type, id, custom_id, value: values[0] ?? null };
  return { type, id, custom_id, values };
}

function resolvedIn(
  town: Town,
  person: Resident,
  channel: StoredChannel,
  components: Component[],
  filled: Map<string, string[]>,
): { resolved?: Resolved } {
  const idsOf = (kind: number) =>
    inputsOf(components)
      .filter(({ input }) => input.type === kind)
      .flatMap(({ input }) => filled.get(input.custom_id ?? '') ?? []);
  const resolved = {
    ...resolvedUsers(town, channel, idsOf(COMPONENT.userSelect)),
    ...resolvedChannels(town, person.user, idsOf(COMPONENT.channelSelect)),
  };
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}
