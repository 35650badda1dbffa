import { encodeRequest } from '../../src/intent.ts';
import { limits } from './limits.ts';

/**
 * A press in a DM comes without its server, so every `custom_id` names the community: `<guild>.<request>`, or
 * `<guild>:<n>.<request>` for the n-th component of a message with the same request, as ids in a message must differ.
 */
export interface CustomId {
  community: string;
  /** As `encodeRequest` wrote it. */
  code: string;
}

/** Writes the `custom_id`s of one message. Throws when a request is too long for one: that is a bug. */
export function createCustomIds(community: string): (request: { type: string }) => string {
  const used = new Map<string, number>();
  return (request) => {
    const code = encodeRequest(request);
    const before = used.get(code) ?? 0;
    used.set(code, before + 1);
    const id = before === 0 ? `${community}.${code}` : `${community}:${before}.${code}`;
    if (id.length > limits.customId) {
      throw new Error(
        `a ${request.type} request does not fit a custom_id: ${id.length} characters`,
      );
    }
    return id;
  };
}

/** Undefined: not one of ours. */
export function readCustomId(id: string): CustomId | undefined {
  const match = /^(\d{1,20})(?::\d+)?\.(.+)$/s.exec(id);
  return match?.[1] && match[2] ? { community: match[1], code: match[2] } : undefined;
}
