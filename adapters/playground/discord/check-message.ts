import { refusal } from './api-error.ts';
import { checkMessageComponents } from './check-components.ts';
import { type Fields, FormCheck, type Path } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { type Component, type Embed, FLAGS } from './state.ts';

/** A message as an app asks for it, checked. What the app left out is undefined; what it emptied is empty. */
export interface Draft {
  content?: string;
  components?: Component[];
  embeds?: Embed[];
  flags: number;
  nonce?: string | number;
  enforceNonce: boolean;
  allowedMentions?: AllowedMentions;
  reference?: string;
}

export interface AllowedMentions {
  parse?: string[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

/**
 * Checks a message's body as Discord does. `was` is the message that an edit changes. `path` leads to the body in the
 * request (`data` in an interaction's first answer). Throws the refusal.
 */
export function checkMessage(body: Fields, path: Path = [], was?: { flags: number }): Draft {
  const form = new FormCheck();
  form.integer([...path, 'flags'], body.flags, { min: 0, max: Number.MAX_SAFE_INTEGER });
  const flags = Number(body.flags ?? 0) | ((was?.flags ?? 0) & FLAGS.componentsV2);
  const v2 = (flags & FLAGS.componentsV2) !== 0;

  form.text([...path, 'content'], body.content, { max: LIMITS.content });
  checkEmbeds(form, [...path, 'embeds'], body.embeds);
  const size = checkMessageComponents(form, [...path, 'components'], body.components, v2);
  if (typeof body.nonce !== 'number') {
    form.text([...path, 'nonce'], body.nonce, { max: LIMITS.nonce });
  }
  checkMentions(form, [...path, 'allowed_mentions'], body.allowed_mentions);
  if (v2) {
    for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
      const value = body[field];
      if (!value || (Array.isArray(value) && value.length === 0)) continue;
      form.fail(
        [...path, field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  form.settle();
  if (size.tooManyBytes) throw refusal('serverError');

  const reference = body.message_reference as { message_id?: string } | null | undefined;
  return {
    ...('content' in body && body.content !== undefined
      ? { content: (body.content as string | null) ?? '' }
      : {}),
    ...(body.components !== undefined
      ? { components: (body.components as Component[] | null) ?? [] }
      : {}),
    ...(body.embeds !== undefined ? { embeds: (body.embeds as Embed[] | null) ?? [] } : {}),
    flags,
    ...(body.nonce != null ? { nonce: body.nonce as string | number } : {}),
    enforceNonce: body.enforce_nonce === true,
    ...(body.allowed_mentions ? { allowedMentions: body.allowed_mentions as AllowedMentions } : {}),
    ...(reference?.message_id ? { reference: reference.message_id } : {}),
  };
}

/** Refuses what has nothing in it to show. */
export function refuseEmpty(message: {
  content?: string;
  components?: Component[];
  embeds?: Embed[];
}): void {
  const shown = message.content?.trim() || message.components?.length || message.embeds?.length;
  if (!shown) throw refusal('emptyMessage');
}

function checkMentions(form: FormCheck, path: Path, value: unknown): void {
  if (value === undefined || value === null) return;
  const mentions = form.fields(path, value);
  if (!mentions) return;
  for (const [index, kind] of form.list([...path, 'parse'], mentions.parse, { max: 3 }).entries()) {
    if (['users', 'roles', 'everyone'].includes(String(kind))) continue;
    form.fail(
      [...path, 'parse', index],
      'BASE_TYPE_CHOICES',
      "Value must be one of ('users', 'roles', 'everyone').",
    );
  }
  const users = form.list([...path, 'users'], mentions.users, { max: 100 });
  const parse = Array.isArray(mentions.parse) ? mentions.parse : [];
  if (parse.includes('users') && users.length > 0) {
    form.fail(
      path,
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      "parse: ['users'] and users: [ids...] are mutually exclusive.",
    );
  }
}

function checkEmbeds(form: FormCheck, path: Path, value: unknown): void {
  let total = 0;
  const text = (at: Path, words: unknown, max: number, required = false) => {
    if (form.text(at, words, { max, min: required ? 1 : 0, required })) total += words.length;
  };
  for (const [index, item] of form.list(path, value, { max: LIMITS.embeds }).entries()) {
    const at = [...path, index];
    const embed = form.fields(at, item) as Embed | undefined;
    if (!embed) continue;
    text([...at, 'title'], embed.title, LIMITS.embedTitle);
    text([...at, 'description'], embed.description, LIMITS.embedDescription);
    text([...at, 'footer', 'text'], embed.footer?.text, LIMITS.embedFooter);
    text([...at, 'author', 'name'], embed.author?.name, LIMITS.embedAuthor);
    const fields = form.list([...at, 'fields'], embed.fields, { max: LIMITS.embedFields });
    for (const [number, field] of (fields as { name: string; value: string }[]).entries()) {
      const fieldAt = [...at, 'fields', number];
      text([...fieldAt, 'name'], field.name, LIMITS.embedFieldName, true);
      text([...fieldAt, 'value'], field.value, LIMITS.embedFieldValue, true);
    }
  }
  if (total > LIMITS.embedTotal) {
    form.fail(
      path,
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${LIMITS.embedTotal}`,
    );
  }
}
