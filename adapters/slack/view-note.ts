import { z } from 'zod';
import { limits } from './limits.ts';

/**
 * What rides in a view's `private_metadata`: where the member came from, and for a form what its check needs, so that a
 * form that was opened before a restart can still be sent after it.
 */

const field = z.object({
  id: z.string(),
  /** The input block's id. */
  block: z.string(),
  kind: z.enum(['line', 'paragraph', 'choice', 'date', 'member', 'channel']),
  required: z.boolean(),
  label: z.string(),
  maxLength: z.number().optional(),
});

const formNote = z.object({
  /** The encoded request. */
  send: z.string(),
  /** How often it was offered again; names the blocks anew, since Slack keeps what was typed by block id. */
  round: z.number(),
  fields: z.array(field),
});

const viewNote = z.object({
  channel: z.string().optional(),
  responseUrl: z.string().optional(),
  form: formNote.optional(),
});

export type FieldNote = z.infer<typeof field>;
export type FormNote = z.infer<typeof formNote>;
export type ViewNote = z.infer<typeof viewNote>;

export function writeNote(note: ViewNote): string {
  const written = JSON.stringify(note);
  if (written.length <= limits.privateMetadata) return written;
  // Answers then go by DM instead of the response URL; the form itself must stay whole.
  const { responseUrl: _, ...rest } = note;
  const shorter = JSON.stringify(rest);
  if (shorter.length > limits.privateMetadata) throw new Error('a form too large for Slack');
  return shorter;
}

/** An empty note when there is none, or one of an earlier version. */
export function readNote(metadata: string | undefined): ViewNote {
  try {
    const read = viewNote.safeParse(JSON.parse(metadata || '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
