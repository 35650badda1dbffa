import type { types } from '@slack/bolt';
import { externalState, stateValue } from './fields.ts';
import { messageObject } from './methods/chat.ts';
import {
  app,
  type Block,
  type Conversation,
  type Message,
  type OpenView,
  type Resident,
  type StateValues,
  team,
} from './state.ts';
import { viewObject } from './views.ts';
import { createResponseUrl, createTrigger, nextTs, type Workspace } from './workspace.ts';

/** The old verification token; Bolt doesn't look at it, Slack still sends it. */
const token = 'local';

const who = (resident: Resident) => ({
  id: resident.id,
  username: resident.handle,
  name: resident.handle,
  team_id: team.id,
});

const common = {
  token,
  api_app_id: app.id,
  team: { id: team.id, domain: team.domain },
  enterprise: null,
  is_enterprise_install: false,
};

const channelName = (conversation: Conversation): string =>
  conversation.kind === 'app-dm' ? 'directmessage' : conversation.name;

/** What a slash command sends. */
export function commandPayload(
  workspace: Workspace,
  resident: Resident,
  conversation: Conversation,
  command: { name: string; text: string },
) {
  return {
    token,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: channelName(conversation),
    user_id: resident.id,
    user_name: resident.handle,
    command: `/${command.name}`,
    text: command.text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: createResponseUrl(workspace, { channel: conversation.id, user: resident.id }),
    trigger_id: createTrigger(workspace, resident.id).id,
  };
}

/** A button or picker outside a form's inputs. */
export type Actionable = types.ActionsBlock['elements'][number];

/** Where something was pressed: in a message or in the open modal. */
export type Place = { conversation: Conversation; message: Message } | { view: OpenView };

/** The interactive elements of a block that can be acted upon outside a form. */
export function actionablesOf(block: Block): Actionable[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image') {
    return [block.accessory];
  }
  return [];
}

/** What is chosen in a message's selects: nothing before, and the choice of this action. */
function messageState(blocks: Block[], chosen: StateValues): StateValues {
  const values: StateValues = {};
  for (const block of blocks) {
    for (const element of actionablesOf(block)) {
      if (element.type === 'button') continue;
      const blockId = block.block_id ?? '';
      const actionId = (element as { action_id?: string }).action_id ?? '';
      values[blockId] = {
        ...values[blockId],
        [actionId]: chosen[blockId]?.[actionId] ?? stateValue(element as { type: string }, ''),
      };
    }
  }
  return values;
}

/** What was pressed or chosen, and where in its message. */
export interface Acted {
  block: Block;
  element: Actionable;
  /** The value chosen in a select. */
  value?: string;
  /** The option chosen in a select whose options came from the app. */
  option?: types.PlainTextOption;
}

/** What a press or a choice sends. In a modal, what was chosen stays in its state. */
export function blockActionsPayload(
  workspace: Workspace,
  resident: Resident,
  place: Place,
  acted: Acted,
) {
  const { block, element, value, option } = acted;
  const blockId = block.block_id ?? '';
  const actionId = (element as { action_id?: string }).action_id ?? '';
  const chosen = option
    ? externalState(option)
    : stateValue(element as { type: string }, value ?? '');
  const detail =
    element.type === 'button'
      ? {
          type: 'button',
          text: element.text,
          ...(element.value === undefined ? {} : { value: element.value }),
          ...(element.url === undefined ? {} : { url: element.url }),
          ...(element.style === undefined ? {} : { style: element.style }),
        }
      : {
          ...chosen,
          ...('placeholder' in element && element.placeholder
            ? { placeholder: element.placeholder }
            : {}),
        };
  const actions = [
    { action_id: actionId, block_id: blockId, ...detail, action_ts: nextTs(workspace) },
  ];
  const base = { type: 'block_actions', user: who(resident), ...common, actions };
  if ('view' in place) {
    const { view } = place;
    if (element.type !== 'button') {
      view.values[blockId] = { ...view.values[blockId], [actionId]: chosen };
    }
    return {
      ...base,
      container: { type: 'view', view_id: view.id },
      trigger_id: createTrigger(workspace, resident.id, view.id).id,
      view: viewObject(view),
    };
  }
  const { conversation, message } = place;
  const ephemeral = message.onlyFor !== undefined;
  const state = { [blockId]: { [actionId]: chosen } };
  return {
    ...base,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    trigger_id: createTrigger(workspace, resident.id).id,
    channel: { id: conversation.id, name: channelName(conversation) },
    // Of an ephemeral message Slack sends no copy: it keeps none.
    ...(ephemeral ? {} : { message: messageObject(message) }),
    state: { values: messageState(message.blocks, state) },
    response_url: createResponseUrl(workspace, {
      channel: conversation.id,
      user: resident.id,
      message: message.ts,
    }),
  };
}

/** What an entry of a message's menu sends: the message comes along in full. */
export function messageActionPayload(
  workspace: Workspace,
  resident: Resident,
  { conversation, message }: { conversation: Conversation; message: Message },
  callbackId: string,
) {
  return {
    type: 'message_action',
    user: who(resident),
    ...common,
    callback_id: callbackId,
    action_ts: nextTs(workspace),
    trigger_id: createTrigger(workspace, resident.id).id,
    channel: { id: conversation.id, name: channelName(conversation) },
    message_ts: message.ts,
    message: messageObject(message),
    response_url: createResponseUrl(workspace, {
      channel: conversation.id,
      user: resident.id,
    }),
  };
}

/** What sending a form sends. */
export function viewSubmissionPayload(workspace: Workspace, resident: Resident, view: OpenView) {
  return {
    type: 'view_submission',
    user: who(resident),
    ...common,
    trigger_id: createTrigger(workspace, resident.id, view.id).id,
    view: viewObject(view),
    response_urls: [],
  };
}

/** What closing a form sends to an app that asked to know. */
export function viewClosedPayload(resident: Resident, view: OpenView, cleared: boolean) {
  return {
    type: 'view_closed',
    user: who(resident),
    ...common,
    view: viewObject(view),
    is_cleared: cleared,
  };
}

/** What a picker asks that gets its options from the app. */
export function blockSuggestionPayload(
  resident: Resident,
  place: Place,
  asked: { blockId: string; actionId: string; value: string },
) {
  const where =
    'view' in place
      ? { container: { type: 'view', view_id: place.view.id }, view: viewObject(place.view) }
      : {
          container: {
            type: 'message',
            message_ts: place.message.ts,
            channel_id: place.conversation.id,
            is_ephemeral: place.message.onlyFor !== undefined,
          },
          channel: { id: place.conversation.id, name: channelName(place.conversation) },
          message: messageObject(place.message),
        };
  return {
    type: 'block_suggestion',
    user: who(resident),
    ...common,
    action_id: asked.actionId,
    block_id: asked.blockId,
    value: asked.value,
    ...where,
  };
}

/** An event as the Events API wraps it. */
export function eventPayload(workspace: Workspace, id: string, event: Record<string, unknown>) {
  const seconds = Math.floor(workspace.clock.now().getTime() / 1000);
  return {
    token,
    team_id: team.id,
    api_app_id: app.id,
    event: { event_ts: `${seconds}.000000`, ...event },
    type: 'event_callback',
    event_id: id,
    event_time: seconds,
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}
