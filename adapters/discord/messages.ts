import { MessageFlags, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { type Api, refusedWith } from './api.ts';
import { nonceOf } from './nonce.ts';
import type { MessageBody } from './render.ts';

/** What `perform` hands out and gets back for a revision, as JSON. */
const sentSchema = z.object({
  channel: z.string(),
  message: z.string(),
  /** What a long view went on in. */
  more: z.array(z.string()).optional(),
  /** Sent as components v2, which a message can't stop being. */
  components: z.boolean().optional(),
});
export type Sent = z.infer<typeof sentSchema>;

export function readRef(ref: string): Sent | undefined {
  try {
    return sentSchema.parse(JSON.parse(ref));
  } catch {
    return undefined;
  }
}

const isV2 = (body: MessageBody): boolean => (body.flags & MessageFlags.IsComponentsV2) !== 0;

function sentAs(channel: string, ids: string[], components: boolean): Sent {
  const [message = '', ...more] = ids;
  return {
    channel,
    message,
    ...(more.length > 0 ? { more } : {}),
    ...(components ? { components } : {}),
  };
}

/** Sends an effect's messages. Each carries its nonce: within the window a second send gives back the first message. */
export async function sendMessages(
  api: Api,
  channel: string,
  effectId: string,
  bodies: MessageBody[],
): Promise<Sent> {
  const ids: string[] = [];
  for (const [part, body] of bodies.entries()) {
    ids.push(await sendPart(api, channel, nonceOf(effectId, part), body));
  }
  return sentAs(channel, ids, bodies.some(isV2));
}

async function sendPart(
  api: Api,
  channel: string,
  nonce: string,
  body: MessageBody,
): Promise<string> {
  const { id } = await api<{ id: string }>('POST', Routes.channelMessages(channel), {
    body: { ...body, nonce, enforce_nonce: true },
    repeatable: true,
  });
  return id;
}

/** Puts other messages in the place of those sent; doing it again changes nothing more. */
export async function reviseMessages(
  api: Api,
  sent: Sent,
  effectId: string,
  bodies: MessageBody[],
): Promise<Sent> {
  const { channel } = sent;
  const before = [sent.message, ...(sent.more ?? [])];
  const ids: string[] = [];
  for (const [part, body] of bodies.entries()) {
    const id = before[part];
    if (id === undefined) {
      ids.push(await sendPart(api, channel, nonceOf(effectId, part), body));
      continue;
    }
    // A text message that turns into components must lose its text by name.
    const change = isV2(body) && !sent.components ? { ...body, content: null } : body;
    await api('PATCH', Routes.channelMessage(channel, id), { body: change });
    ids.push(id);
  }
  for (const id of before.slice(bodies.length)) await remove(api, channel, id);
  return sentAs(channel, ids, sent.components === true || bodies.some(isV2));
}

async function remove(api: Api, channel: string, id: string): Promise<void> {
  try {
    await api('DELETE', Routes.channelMessage(channel, id));
  } catch (error) {
    if (!refusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}
