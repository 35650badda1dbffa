import type { Act, Acted } from '../pane.ts';
import { runCommand, runMessageCommand } from './act-command.ts';
import { chosenIn, submitModal } from './act-modal.ts';
import { canSee, DM, isThread, TEXT } from './channels.ts';
import type { InteractionDesk } from './interactions.ts';
import { LIMITS } from './limits.ts';
import { withMentions } from './mentions.ts';
import { findMessage, post, visibleTo } from './messages.ts';
import { optionsOf } from './parts.ts';
import { isMember, type Resident } from './residents.ts';
import { resolvedChannels, resolvedUsers } from './resolved.ts';
import {
  allComponents,
  COMPONENT,
  type Component,
  INTERACTION,
  type StoredChannel,
  type StoredMessage,
} from './state.ts';
import { suggest } from './suggest.ts';
import { channelIds, type Town } from './town.ts';

/** Does what a person does in their client; resolves when the app has answered first, or couldn't. */
export async function performAct(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  act: Act,
): Promise<Acted> {
  if (person.bot) return { ok: false, error: `${person.name} is a bot: nobody can act as it.` };
  if (!isMember(town.state, person.user)) {
    return { ok: false, error: `${person.name} has left the server.` };
  }
  switch (act.do) {
    case 'command':
    case 'suggest':
    case 'say': {
      const channel = placeOf(town, person, act.in);
      if (!channel)
        return { ok: false, error: `There is no conversation "${act.in}" to see here.` };
      if (act.do === 'suggest') return suggest(town, desk, person, channel, act.text);
      return attend(town, person, channel, () =>
        act.do === 'say'
          ? Promise.resolve(say(town, person, channel, act.text))
          : runCommand(town, desk, person, channel, act.text),
      );
    }
    case 'press':
      return useComponent(town, desk, person, act.message, act.button, undefined);
    case 'choose':
      return useComponent(town, desk, person, act.message, act.select, act.value);
    case 'message-action': {
      const message = visibleMessage(town, person, act.message);
      const channel = town.state.channels[message?.channel ?? ''];
      if (!message || !channel) return { ok: false, error: 'That message is not there any more.' };
      return attend(town, person, channel, () =>
        runMessageCommand(town, desk, person, channel, message.id, act.action),
      );
    }
    case 'submit': {
      const channel = town.state.channels[town.state.modals[person.user]?.channel ?? ''];
      const send = () => submitModal(town, desk, person, act.values);
      return channel ? attend(town, person, channel, send) : send();
    }
    case 'dismiss': {
      delete town.state.modals[person.user];
      town.changed();
      return { ok: true };
    }
  }
}

/** Whoever does something in a conversation has read it, before and after. */
async function attend(
  town: Town,
  person: Resident,
  channel: StoredChannel,
  work: () => Promise<Acted>,
): Promise<Acted> {
  const look = () => {
    const last = visibleTo(town, channel, person.user).at(-1);
    if (!last) return;
    town.state.seen[person.user] = { ...town.state.seen[person.user], [channel.id]: last.id };
    town.changed();
  };
  look();
  const acted = await work();
  look();
  return acted;
}

/** A conversation by id or by channel name; without one, the first channel. */
function placeOf(
  town: Town,
  person: Resident,
  where: string | undefined,
): StoredChannel | undefined {
  const wanted = where?.replace(/^#/, '') ?? Object.keys(channelIds)[0]!;
  const channel = town.state.channels[channelIds[wanted] ?? wanted];
  return channel && canSee(town, channel, person.user) ? channel : undefined;
}

function say(town: Town, person: Resident, channel: StoredChannel, text: string): Acted {
  const content = withMentions(town, text).trim();
  if (!content) return { ok: false, error: 'There is nothing to send yet.' };
  if ([...content].length > LIMITS.content) {
    return { ok: false, error: `Your message is too long: at most ${LIMITS.content} characters.` };
  }
  const writable = channel.type === TEXT || channel.type === DM || isThread(channel);
  if (!writable || channel.locked) return { ok: false, error: 'You cannot write here.' };
  const draft = { content, flags: 0, enforceNonce: false };
  post(town, channel, draft, { author: person.user });
  return { ok: true };
}

async function useComponent(
  town: Town,
  desk: InteractionDesk,
  person: Resident,
  messageId: string,
  customId: string,
  typed: string | undefined,
): Promise<Acted> {
  const message = visibleMessage(town, person, messageId);
  const component = allComponents(message?.components ?? []).find(
    ({ custom_id, url }) => custom_id === customId || (url !== undefined && url === customId),
  );
  const isButton = component?.type === COMPONENT.button;
  if (!message || !component || isButton !== (typed === undefined)) {
    return { ok: false, error: 'That is not on this message any more.' };
  }
  if (component.disabled) return { ok: false, error: 'This is switched off.' };
  // A link only opens in the browser.
  if (component.url) return { ok: true };
  const channel = town.state.channels[message.channel]!;
  const data = dataOf(town, person, channel, component, typed);
  if ('error' in data) return { ok: false, error: data.error };
  return attend(town, person, channel, async () => {
    const outcome = await desk.deliver({
      type: INTERACTION.component,
      user: person.user,
      channel,
      message,
      data: data.data,
    });
    return outcome.ok ? { ok: true, answeredInMs: outcome.ms } : outcome;
  });
}

function dataOf(
  town: Town,
  person: Resident,
  channel: StoredChannel,
  component: Component,
  typed: string | undefined,
): { data: Record<string, unknown> } | { error: string } {
  const { type: component_type, custom_id, id } = component;
  if (typed === undefined) return { data: { component_type, custom_id, id } };
  const value = chosenIn(town, component, typed);
  if (!optionsOf(town, component, person).some((option) => option.value === value)) {
    return { error: `"${typed}" is not one of the options.` };
  }
  const resolved = {
    ...(component_type === COMPONENT.userSelect ? resolvedUsers(town, channel, [value]) : {}),
    ...(component_type === COMPONENT.channelSelect
      ? resolvedChannels(town, person.user, [value])
      : {}),
  };
  const some = Object.keys(resolved).length > 0 ? { resolved } : {};
  return { data: { component_type, custom_id, id, values: [value], ...some } };
}

function visibleMessage(town: Town, person: Resident, id: string): StoredMessage | undefined {
  const message = findMessage(town, id);
  const channel = message && town.state.channels[message.channel];
  if (!channel || !canSee(town, channel, person.user)) return undefined;
  return message.onlyFor && message.onlyFor !== person.user ? undefined : message;
}
