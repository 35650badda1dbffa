import { limits } from './limits.ts';
import { contentOf, revise } from './methods/chat.ts';
import { type Args, type Result, refuse } from './methods/method.ts';
import { conversationById, messageAt, post, removeMessage, type Workspace } from './workspace.ts';

/** HTTP status and body of an answer by `response_url`. */
export interface Answered {
  status: number;
  body: Result;
}

/**
 * A message sent to a `response_url`: five times within half an hour, ephemeral unless it says otherwise.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function answerByUrl(workspace: Workspace, id: string, args: Args): Answered {
  const url = workspace.state.responseUrls.find((candidate) => candidate.id === id);
  if (!url) return { status: 404, body: refuse('invalid_url') };
  if (workspace.clock.now().getTime() - url.since > limits.responseUrlMs) {
    return { status: 404, body: refuse('expired_url') };
  }
  if (url.uses >= limits.responseUrlUses) return { status: 404, body: refuse('used_url') };
  const refused = respond(workspace, url, args);
  if (refused) return { status: 400, body: refused };
  url.uses += 1;
  return { status: 200, body: { ok: true } };
}

/**
 * Does what a response asks for, whether it came by its URL or in the acknowledgement of a command. Gives the refusal when
 * it asks for something impossible.
 */
export function respond(
  workspace: Workspace,
  about: { channel: string; user: string; message?: string },
  args: Args,
): Result | undefined {
  const conversation = conversationById(workspace, about.channel);
  if (!conversation) return refuse('channel_not_found');
  const original = about.message && messageAt(workspace, about.channel, about.message);
  if (args.delete_original === true) {
    if (!original) return refuse('message_not_found');
    removeMessage(workspace, conversation, original.ts);
    return undefined;
  }
  const content = contentOf(workspace, args);
  if ('refused' in content) return content.refused;
  const { text, blocks = [] } = content;
  if (!text && !blocks.length) return refuse('no_text');
  if (args.replace_original === true && original) {
    revise(workspace, original, { text, blocks });
    return undefined;
  }
  post(workspace, conversation, {
    text,
    blocks,
    ...(args.response_type === 'in_channel' ? {} : { onlyFor: about.user }),
  });
  return undefined;
}
