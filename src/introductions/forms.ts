import type { Field, Form, Values } from '../form.ts';
import type { FormRequest } from '../intent.ts';
import type { Messages } from '../messages/messages.ts';
import { relationships } from '../relationships/relationship.ts';
import { type AskWords, purposes } from './ask.ts';

export const limits = {
  opening: 300,
  note: 1500,
  questions: 700,
  offer: 300,
  name: 120,
  reply: 1500,
};

const given = (value: string | undefined) => (value ? { value } : {});

/** The five questions of an ask, filled in as far as they are written. */
export function askForm(
  send: Extract<FormRequest, { type: 'send-ask' }>,
  written: Partial<AskWords>,
  words: Messages,
): Form {
  const talk = send.target === 'h';
  return {
    title: words.text(talk ? 'form.title-talk' : 'form.title'),
    submit: words.text('form.submit'),
    send,
    fields: [
      // A talk is for learning about the work: there the questions stand in the place of the purpose.
      ...(talk ? [] : [purposeField(written, words)]),
      {
        id: 'opening',
        kind: 'line',
        label: words.text('form.opening'),
        hint: words.text('form.opening-hint'),
        required: true,
        maxLength: limits.opening,
        ...given(written.opening),
      },
      {
        id: 'note',
        kind: 'paragraph',
        label: words.text('form.note'),
        hint: words.text('form.note-hint'),
        required: true,
        maxLength: limits.note,
        ...given(written.note),
      },
      ...(talk ? [questionsField(written, words)] : []),
      {
        id: 'declared',
        kind: 'choice',
        label: words.text('form.declared'),
        required: true,
        options: relationships.map((value) => ({
          value,
          label: words.text(`form.declared-${value}`),
        })),
        ...given(written.declared),
      },
      {
        id: 'offer',
        kind: 'paragraph',
        label: words.text('form.offer'),
        required: false,
        maxLength: limits.offer,
        ...given(written.offer),
      },
    ],
  };
}

const purposeField = (written: Partial<AskWords>, words: Messages): Field => ({
  id: 'purpose',
  kind: 'choice',
  label: words.text('form.purpose'),
  required: true,
  options: purposes.map((value) => ({ value, label: words.text(`form.purpose-${value}`) })),
  ...given(written.purpose),
});

const questionsField = (written: Partial<AskWords>, words: Messages): Field => ({
  id: 'questions',
  kind: 'paragraph',
  label: words.text('form.questions'),
  hint: words.text('form.questions-hint'),
  required: true,
  maxLength: limits.questions,
  ...given(written.questions?.join('\n')),
});

/** What the form's answers say, as far as they are answered; only those in the lists count as choices. */
export function wordsFrom(values: Values): Partial<AskWords> {
  const one = <T extends string>(list: readonly T[], value?: string) =>
    list.find((candidate) => candidate === value);
  return {
    // The form of a talk has questions, and no purpose to choose.
    purpose: values.questions ? 'learn' : one(purposes, values.purpose),
    ...(values.questions?.trim() ? { questions: [values.questions.trim()] } : {}),
    opening: values.opening?.trim() || undefined,
    note: values.note?.trim() ? values.note : undefined,
    declared: one(relationships, values.declared),
    offer: values.offer?.trim() || undefined,
  };
}

/** What of it was typed, rather than chosen. */
export const typedIn = ({ opening, note, questions, offer }: Partial<AskWords>): string[] =>
  [opening, note, ...(questions ?? []), offer].flatMap((text) => text ?? []);

export const isComplete = (written: Partial<AskWords> | undefined): written is AskWords =>
  Boolean(written?.purpose && written.opening && written.note && written.declared);

/** Names somebody outside, or a team. */
export function aimForm(
  ask: string,
  as: 'outside' | 'team',
  name: string | undefined,
  words: Messages,
): Form {
  return {
    title: words.text(`aim.title-${as}`),
    submit: words.text('aim.submit'),
    send: { type: 'send-aim', ask, as },
    fields: [
      {
        id: 'name',
        kind: 'line',
        label: words.text(`aim.name-${as}`),
        hint: words.text(`aim.name-${as}-hint`),
        required: true,
        maxLength: limits.name,
        ...given(name),
      },
    ],
  };
}

const oneText = (
  id: string,
  label: string,
  words: { hint?: string; value?: string } = {},
): Field => ({ id, kind: 'paragraph', label, required: true, maxLength: limits.reply, ...words });

export const questionForm = (ask: string, words: Messages): Form => ({
  title: words.text('question.title-short'),
  submit: words.text('form.send'),
  send: { type: 'send-question', ask },
  fields: [oneText('question', words.text('question.label'))],
});

export const infoForm = (
  ask: string,
  question: string,
  unsent: string | undefined,
  words: Messages,
): Form => ({
  title: words.text('info.title'),
  submit: words.text('form.send'),
  send: { type: 'send-info', ask },
  intro: question,
  fields: [oneText('info', words.text('info.label'), given(unsent))],
});

export const pointerForm = (ask: string, words: Messages): Form => ({
  title: words.text('pointer.title'),
  submit: words.text('form.send'),
  send: { type: 'send-pointer', ask },
  fields: [oneText('pointer', words.text('pointer.label'), { hint: words.text('pointer.hint') })],
});

export const notNowForm = (ask: string, words: Messages): Form => ({
  title: words.text('not-now.title'),
  submit: words.text('form.send'),
  send: { type: 'send-not-now', ask },
  fields: [
    {
      id: 'until',
      kind: 'date',
      label: words.text('not-now.label'),
      hint: words.text('not-now.hint'),
      required: false,
    },
  ],
});

export const addedForm = (ask: string, words: Messages, unsent?: string): Form => ({
  title: words.text('add.title'),
  submit: words.text('form.send'),
  send: { type: 'send-added', ask },
  fields: [
    oneText('question', words.text('add.label'), {
      hint: words.text('add.hint'),
      ...given(unsent),
    }),
  ],
});

/** Where the seeker named a team, the helper picks the person. */
export const whoForm = (ask: string, words: Messages): Form => ({
  title: words.text('who.title-short'),
  submit: words.text('who.submit'),
  send: { type: 'send-who', ask },
  fields: [
    { id: 'member', kind: 'member', label: words.text('who.member'), required: false },
    {
      id: 'name',
      kind: 'line',
      label: words.text('who.name'),
      required: false,
      maxLength: limits.name,
    },
  ],
});
