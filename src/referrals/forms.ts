import type { FieldErrors, Form, Values } from '../form.ts';
import { isBlank } from '../form-check.ts';
import type { AskWords, Draft } from '../introductions/ask.ts';
import { limits as askLimits } from '../introductions/forms.ts';
import type { Messages } from '../messages/messages.ts';

export const limits = { firm: 70, role: 150, link: 500, note: askLimits.note };

const given = (value: string | undefined) => (value ? { value } : {});

/** Which firm. */
export const firmForm = (ask: string, firm: string | undefined, words: Messages): Form => ({
  title: words.text('referral.firm-title'),
  submit: words.text('aim.submit'),
  send: { type: 'send-firm', ask },
  fields: [
    {
      id: 'firm',
      kind: 'line',
      label: words.text('referral.firm'),
      required: true,
      maxLength: limits.firm,
      ...given(firm),
    },
  ],
});

/** The five questions of a referral, filled in as far as they are written. */
export function referralForm({ id, words: written = {} }: Draft, words: Messages): Form {
  const link = (name: 'posting' | 'resume', required: boolean) =>
    ({
      id: name,
      kind: 'line',
      label: words.text(`referral.${name}`),
      hint: words.text('referral.link-hint'),
      required,
      maxLength: limits.link,
      ...given(written[name]),
    }) as const;
  return {
    title: words.text('referral.title'),
    submit: words.text('form.submit'),
    send: { type: 'send-referral', ask: id },
    fields: [
      {
        id: 'role',
        kind: 'line',
        label: words.text('referral.role'),
        required: true,
        maxLength: limits.role,
        ...given(written.opening),
      },
      link('posting', true),
      {
        id: 'note',
        kind: 'paragraph',
        label: words.text('referral.note'),
        hint: words.text('form.note-hint'),
        required: true,
        maxLength: limits.note,
        ...given(written.note),
      },
      link('resume', false),
      {
        id: 'deadline',
        kind: 'date',
        label: words.text('referral.deadline'),
        required: false,
        ...given(written.deadline),
      },
    ],
  };
}

/** What the form's answers say; a link without its scheme is taken as one of the web. */
export function referralFrom({ role, posting, note, resume, deadline }: Values): Partial<AskWords> {
  return {
    purpose: 'opening',
    declared: 'cold',
    opening: said(role),
    note: said(note) && note,
    posting: said(posting) && (webLink(posting ?? '') ?? said(posting)),
    resume: said(resume) && (webLink(resume ?? '') ?? said(resume)),
    deadline: said(deadline),
  };
}

const said = (value = ''): string | undefined => (isBlank(value) ? undefined : value.trim());

/** What isn't a link, by field. */
export function linkErrors({ posting, resume }: Values, words: Messages): FieldErrors {
  const errors: FieldErrors = {};
  for (const [id, value] of Object.entries({ posting, resume })) {
    if (said(value) && !webLink(value ?? '')) errors[id] = words.text('referral.link-wrong');
  }
  return errors;
}

/** Signs of other scripts count several times in an address; both platforms take links of this length. */
const LONGEST_LINK = 1_500;

/** An address on the web as its canonical text; undefined when it is none. */
export function webLink(typed: string): string | undefined {
  const text = typed.trim();
  if (/\s/.test(text)) return undefined;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    const isNamed = url.hostname.includes('.') && !url.username && !url.password;
    return isWeb && isNamed && url.href.length <= LONGEST_LINK ? url.href : undefined;
  } catch {
    return undefined;
  }
}
