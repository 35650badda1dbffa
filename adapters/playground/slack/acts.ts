import { commands, messageActions } from '../../../src/commands.ts';
import type { Act, Acted, Persona } from '../pane.ts';
import { isRecord } from './checks.ts';
import { offeredBy } from './fields.ts';
import { closeForm, sendForm } from './forms.ts';
import { paneMessageId, visibleTo } from './pane.ts';
import {
  type Actionable,
  actionablesOf,
  blockActionsPayload,
  commandPayload,
  messageActionPayload,
  type Place,
} from './payloads.ts';
import { elementId } from './rendering.ts';
import { respond } from './response-url.ts';
import { askForOption, type Scene, unanswered } from './scene.ts';
import { type Block, type Conversation, type Resident, residentById, residents } from './state.ts';
import { encodeTyped } from './typed-text.ts';
import { conversationById, markRead, modalsOf, post, type Workspace } from './workspace.ts';

const DEFAULT_CHANNEL = 'C0GENERAL';
const gone = (what: string): Acted => ({ ok: false, error: `That ${what} is not there any more.` });

/** Does what a persona does, and waits for the app's acknowledgement. */
export async function perform(scene: Scene, persona: Persona, act: Act): Promise<Acted> {
  const resident = residentById(persona.user);
  if (!resident || resident.isBot) return { ok: false, error: 'Bots act by themselves.' };
  switch (act.do) {
    case 'command':
      return command(scene, resident, act);
    case 'suggest':
      return { ok: true, suggestions: suggestions(act.text) };
    case 'press':
      return press(scene, resident, act);
    case 'choose':
      return choose(scene, resident, act);
    case 'submit':
      return sendForm(scene, resident, act.values);
    case 'dismiss':
      return closeForm(scene, resident);
    case 'message-action':
      return messageAction(scene, resident, act);
    case 'say':
      return say(scene, resident, act);
  }
}

async function command(
  { workspace, dispatch }: Scene,
  resident: Resident,
  act: Extract<Act, { do: 'command' }>,
): Promise<Acted> {
  const conversation = ownConversation(workspace, resident, act.in ?? DEFAULT_CHANNEL);
  if (!conversation) return gone('conversation');
  const [, name = '', text = ''] = /^\s*\/(\S*)\s*([\s\S]*)$/.exec(act.text) ?? [];
  if (!name) return { ok: false, error: 'A command starts with "/", for example /goodword.' };
  if (!commands.some((each) => each.name === name)) {
    return {
      ok: false,
      error: `/${name} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands. If you are trying to send a message and not run a command, try preceding the "/" with an empty space.`,
    };
  }
  markRead(conversation, resident.id);
  workspace.changed();
  const payload = commandPayload(workspace, resident, conversation, {
    name,
    text: encodeTyped(workspace, text.trim()),
  });
  const { first, all } = await dispatch.action({ type: 'slash_commands', payload });
  if (!first.acknowledged) return unanswered(`/${name}`, first);
  for (const answer of all) {
    const said = answer.acknowledged ? spoken(answer.body) : undefined;
    if (!said) continue;
    const refused = respond(workspace, { channel: conversation.id, user: resident.id }, said);
    if (refused) return unanswered(`/${name}`, first);
  }
  return { ok: true, answeredInMs: first.ms };
}

/** The message in a command's acknowledgement, when it carries one. */
function spoken(body: unknown): Record<string, unknown> | undefined {
  if (typeof body === 'string' && body.trim()) return { text: body };
  return isRecord(body) && (body.text || body.blocks) ? body : undefined;
}

const ownConversation = (
  workspace: Workspace,
  resident: Resident,
  id: string,
): Conversation | undefined => {
  const found = conversationById(workspace, id);
  return found?.members.includes(resident.id) ? found : undefined;
};

/** Command names, then `@` names: Slack completes nothing else in a command. */
function suggestions(text: string): { value: string; label: string }[] {
  const name = /^\/(\S*)$/.exec(text)?.[1];
  if (name !== undefined) {
    return commands
      .filter((each) => each.name.startsWith(name))
      .map((each) => ({ value: `/${each.name} `, label: `/${each.name} ${each.usage}`.trim() }));
  }
  const typed = /(^|\s)@([^@]*)$/.exec(text);
  if (!typed) return [];
  const begun = (typed[2] ?? '').toLowerCase();
  const before = text.slice(0, text.length - begun.length - 1);
  return residents
    .filter(({ name: whole, handle }) =>
      [handle, ...whole.toLowerCase().split(' '), whole.toLowerCase()].some((word) =>
        word.startsWith(begun),
      ),
    )
    .map(({ name: whole, handle }) => ({ value: `${before}@${handle} `, label: whole }));
}

/** The message or open modal that an act names, if the persona sees it. */
function placeOf(workspace: Workspace, resident: Resident, id: string): Place | undefined {
  if (id === 'modal') {
    const view = modalsOf(workspace, resident.id).at(-1);
    return view && { view };
  }
  for (const conversation of workspace.state.conversations) {
    if (!conversation.members.includes(resident.id)) continue;
    const message = conversation.messages.find(
      (each) => paneMessageId(conversation, each) === id && visibleTo(resident.id, each),
    );
    if (message) return { conversation, message };
  }
  return undefined;
}

const blocksOf = (place: Place): Block[] =>
  'view' in place ? place.view.blocks : place.message.blocks;

function elementOf(place: Place, id: string): { block: Block; element: Actionable } | undefined {
  for (const block of blocksOf(place)) {
    const element = actionablesOf(block).find(
      (each) => elementId(block, each as { action_id?: string }) === id,
    );
    if (element) return { block, element };
  }
  return undefined;
}

async function press(
  scene: Scene,
  resident: Resident,
  act: Extract<Act, { do: 'press' }>,
): Promise<Acted> {
  const place = placeOf(scene.workspace, resident, act.message);
  if (!place) return gone('message');
  const found = elementOf(place, act.button);
  if (found?.element.type !== 'button') return gone('button');
  return interact(scene, resident, place, found);
}

async function choose(
  scene: Scene,
  resident: Resident,
  act: Extract<Act, { do: 'choose' }>,
): Promise<Acted> {
  const place = placeOf(scene.workspace, resident, act.message);
  if (!place) return gone('message');
  const found = elementOf(place, act.select);
  if (!found || found.element.type === 'button') return gone('menu');
  const { block, element } = found;
  if (element.type === 'external_select') {
    const actionId = element.action_id ?? '';
    const asked = { blockId: block.block_id ?? '', actionId, value: act.value };
    const option = await askForOption(scene, resident, place, asked);
    if (!option) return { ok: false, error: `No results for "${act.value}".` };
    return interact(scene, resident, place, { ...found, option });
  }
  const offered = offeredBy(scene.workspace, element as { type: string });
  if (offered && !offered.some((choice) => choice.value === act.value)) return gone('choice');
  return interact(scene, resident, place, { ...found, value: act.value });
}

async function interact(
  { workspace, dispatch }: Scene,
  resident: Resident,
  place: Place,
  acted: Parameters<typeof blockActionsPayload>[3],
): Promise<Acted> {
  if ('conversation' in place) markRead(place.conversation, resident.id);
  const payload = blockActionsPayload(workspace, resident, place, acted);
  workspace.changed();
  const { first } = await dispatch.action({ type: 'interactive', payload });
  return first.acknowledged
    ? { ok: true, answeredInMs: first.ms }
    : unanswered('Goodword did not respond: the action', first);
}

async function messageAction(
  { workspace, dispatch }: Scene,
  resident: Resident,
  act: Extract<Act, { do: 'message-action' }>,
): Promise<Acted> {
  const place = placeOf(workspace, resident, act.message);
  // What only one sees is in no conversation, and has no such menu.
  if (!place || 'view' in place || place.message.onlyFor !== undefined) return gone('message');
  const action = messageActions.find(({ name }) => name === act.action);
  if (!action) return { ok: false, error: `There is no "${act.action}" in the menu of a message.` };
  markRead(place.conversation, resident.id);
  workspace.changed();
  const payload = messageActionPayload(workspace, resident, place, action.id);
  const { first } = await dispatch.action({ type: 'interactive', payload });
  return first.acknowledged
    ? { ok: true, answeredInMs: first.ms }
    : unanswered('Goodword did not respond: the action', first);
}

function say({ workspace }: Scene, resident: Resident, act: Extract<Act, { do: 'say' }>): Acted {
  const conversation = ownConversation(workspace, resident, act.in);
  if (!conversation) return gone('conversation');
  if (!act.text.trim()) return { ok: false, error: 'There is nothing to send yet.' };
  post(workspace, conversation, {
    user: resident.id,
    text: encodeTyped(workspace, act.text),
    blocks: [],
  });
  markRead(conversation, resident.id);
  return { ok: true };
}
