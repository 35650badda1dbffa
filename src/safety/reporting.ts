import { isOrganiser, readableReports } from '../communities/organisers.ts';
import { type Context, type Handlers, kept, say, sentence, wordsOf } from '../context.ts';
import type { Effect, Reply } from '../effect.ts';
import type { Form } from '../form.ts';
import { checkForm, formAgain } from '../form-check.ts';
import { isDraft, type SentAsk } from '../introductions/ask.ts';
import { purposeText, small, text } from '../introductions/views/describe.ts';
import { peer, sameMember } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores } from '../ports.ts';
import { dateIn } from '../time.ts';
import { type Block, type Inline, mention, type View } from '../view.ts';
import { type Report, reportKinds } from './report.ts';

type Reporting =
  | 'report-member'
  | 'send-report'
  | 'report-ask'
  | 'send-ask-report'
  | 'reports'
  | 'settle-report';

const MAX_TEXT = 1500;
/** So many reports stand in one message, the oldest first. */
const MOST_SHOWN = 5;

/** Telling the organisers what went wrong, and what they do about it. */
export const reportingHandlers: Handlers<Reporting> = {
  'report-member': async ({ words, by }, { choice }) =>
    choice === by.user
      ? say(words, 'discretion.self')
      : { reply: 'form', form: memberForm(choice, words) },
  'send-report': async (context, { about, values }) => {
    const { words } = context;
    const form = memberForm(about, words);
    const wrong = wrongIn(context, form, values);
    if (wrong) return wrong;
    const kind = reportKinds.find((one) => one === values.kind) ?? 'other';
    return context.once((stores) => file(context, stores, { about, kind, text: values.text }));
  },
  'report-ask': async (context, { ask: id }) => {
    const found = await context.read((stores) => partyOf(context, stores, id));
    return 'reply' in found ? found : { reply: 'form', form: askForm(id, context.words) };
  },
  'send-ask-report': async (context, { ask: id, values }) => {
    const { words } = context;
    const wrong = wrongIn(context, askForm(id, words), values);
    if (wrong) return wrong;
    return context.once(async (stores) => {
      const ask = await partyOf(context, stores, id);
      if ('reply' in ask) return kept(words, 'again.not-yours', values.text ?? '');
      const { purpose } = ask.words;
      const about = ask.seeker.user;
      return file(context, stores, {
        about,
        kind: 'not-as-asked',
        ask: id,
        purpose,
        text: values.text,
      });
    });
  },
  reports: async (context) => {
    const open = await readableReports(context);
    if (open.length === 0 && !(await isOrganiser(context))) {
      return say(context.words, 'settings.not-organiser');
    }
    return { reply: 'message', view: reportsView(context, open) };
  },
  'settle-report': async (context, { report: id }) => {
    const { words, now } = context;
    const readable = await readableReports(context);
    const report = readable.find((one) => one.id === id);
    if (!report && !(await isOrganiser(context))) return say(words, 'settings.not-organiser');
    return context.once(async (stores) => {
      if (report) await stores.reports.save({ ...report, settledAt: now });
      const left = readable.filter((one) => one.id !== id);
      return { reply: 'update', view: reportsView(context, left) };
    });
  },
};

/** The helper or the target of an ask that led to something. */
async function partyOf(
  { by, words }: Context,
  stores: Stores,
  id: string,
): Promise<SentAsk | Reply> {
  const ask = await stores.asks.get(id);
  if (!ask || isDraft(ask)) return say(words, 'again.gone');
  const { target } = ask;
  const isHelper = sameMember(peer(ask.seeker, ask.helper), by);
  const isTarget = target.who === 'member' && target.user === by.user;
  const wasAsked = isHelper || isTarget || (await stores.received.isTargetOf(id, by.user));
  return wasAsked ? ask : say(words, 'again.not-yours');
}

function wrongIn(
  { now, words }: Context,
  form: Form,
  values: Record<string, string>,
): Reply | undefined {
  const errors = checkForm(form, values, dateIn(now, 'UTC'), words);
  if (Object.keys(errors).length === 0) return undefined;
  return formAgain(form, values, errors);
}

const textField = (words: Messages, required: boolean) =>
  ({
    id: 'text',
    kind: 'paragraph',
    label: words.text('report.text'),
    hint: words.text('report.text-hint'),
    required,
    maxLength: MAX_TEXT,
  }) as const;

const memberForm = (about: string, words: Messages): Form => ({
  title: words.text('report.title'),
  submit: words.text('report.submit'),
  send: { type: 'send-report', about },
  fields: [
    {
      id: 'kind',
      kind: 'choice',
      label: words.text('report.kind'),
      required: true,
      options: reportKinds.map((value) => ({ value, label: words.text(`report.kind-${value}`) })),
    },
    textField(words, true),
  ],
});

const askForm = (ask: string, words: Messages): Form => ({
  title: words.text('report.title'),
  submit: words.text('report.submit'),
  send: { type: 'send-ask-report', ask },
  intro: words.text('report.ask-intro'),
  fields: [textField(words, false)],
});

/** Keeps the report, and tells the organisers who are on the list. */
async function file(
  { by, now, words, deps }: Context,
  stores: Stores,
  { text: typed, ...report }: Pick<Report, 'about' | 'kind' | 'ask' | 'purpose' | 'text'>,
): Promise<Reply> {
  const id = deps.ids.next();
  const said = typed?.trim();
  await stores.reports.save({
    id,
    by: by.user,
    ...report,
    ...(said ? { text: said } : {}),
    at: now,
  });
  const { organisers } = await stores.community.settings();
  const effects: Effect[] = [];
  for (const user of organisers) {
    if (user === by.user || user === report.about) continue;
    const theirs = wordsOf(await stores.members.get(user));
    const view: View = {
      blocks: [
        ...sentence(theirs, 'report.arrived').blocks,
        {
          node: 'buttons',
          buttons: [{ label: theirs.text('report.look'), press: { type: 'reports' } }],
        },
      ],
    };
    effects.push({ effect: 'dm', key: `report:${id}:${user}`, to: peer(by, user), view });
  }
  await stores.outbox.add(effects, now);
  return say(words, 'report.sent');
}

/** What waits for the organisers. */
function reportsView({ by, words }: Context, open: Report[]): View {
  const heading = words.text('report.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  if (open.length === 0) blocks.push(text(words, 'report.none'));
  for (const report of open.slice(0, MOST_SHOWN)) {
    const at: Inline = { node: 'time', at: report.at.toISOString(), style: 'date' };
    blocks.push(
      text(words, 'report.line', {
        by: mention(peer(by, report.by)),
        about: mention(peer(by, report.about)),
        kind: words.text(`report.kind-${report.kind}`),
        date: at,
      }),
    );
    const purpose = report.purpose as Parameters<typeof purposeText>[0] | undefined;
    if (purpose) {
      blocks.push(small(words, 'report.purpose', { purpose: purposeText(purpose, words) }));
    }
    if (report.text) blocks.push({ node: 'quote', text: report.text });
    blocks.push({
      node: 'buttons',
      buttons: [
        { label: words.text('report.settle'), press: { type: 'settle-report', report: report.id } },
      ],
    });
  }
  const more = open.length - MOST_SHOWN;
  if (more > 0) blocks.push(small(words, 'report.more', { count: more }));
  return { summary: heading, blocks };
}
