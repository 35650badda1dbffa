import type { APIInteraction } from 'discord.js';
import type { Logger } from 'pino';
import { answering } from '../../src/commands.ts';
import type { Answer, Reply } from '../../src/effect.ts';
import type { Intent } from '../../src/intent.ts';
import { type Messages, messagesFor } from '../../src/messages/messages.ts';
import type { App, SuggestQuery } from '../../src/ports.ts';
import { plain, type View } from '../../src/view.ts';
import { type Api, DiscordTrouble, type Patience } from './api.ts';
import type { DiscordDirectory } from './directory.ts';
import { errorsView } from './form-errors.ts';
import { type Answers, createAnswers } from './interaction.ts';
import { limits, shorten } from './limits.ts';
import { renderForm } from './modal.ts';
import { parseInteraction } from './parse.ts';
import { namedByLookup } from './spoken.ts';
import type { Time } from './time.ts';

/** Completions come within Discord's three seconds or not at all; a list that is late is an error message to the member. */
const SUGGEST_MS = 2_000;

/** An interaction's token is given up so long before its end, since the last try takes time too. */
const TOKEN_MARGIN_MS = 30_000;

export interface AnswerTools {
  api: Api;
  app: App;
  directory: Pick<DiscordDirectory, 'lookup'>;
  log: Logger;
  time: Time;
  /** Aborted when the process stops: then nothing is waited for any more. */
  stopping: AbortSignal;
}

/** Answers one interaction from its first word to its last. Never rejects. */
export async function answerInteraction(
  tools: AnswerTools,
  interaction: APIInteraction,
): Promise<void> {
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  const words = messagesFor(locale);
  const log = tools.log.child({ interaction: interaction.id });
  const patience: Patience = {
    until: tools.time.now() + limits.tokenLife - TOKEN_MARGIN_MS,
    signal: tools.stopping,
  };
  const answersIn = (community: string) =>
    createAnswers(tools.api, interaction, { community, patience });
  let answers = answersIn(interaction.guild_id ?? '0');
  try {
    const action = parseInteraction(interaction);
    if (!action) {
      log.warn({ type: interaction.type }, 'an interaction of a kind that is not ours');
      return;
    }
    switch (action.action) {
      case 'stale':
        await answers.message(sentence(words.text('stale-button')));
        return;
      case 'suggest':
        await answers.choices(await choicesFor({ app: tools.app, log }, action.query));
        return;
      case 'ask': {
        answers = answersIn(action.intent.by.community);
        const { app, directory } = tools;
        await answerIntent({ app, directory, log, words, answers }, action);
      }
    }
  } catch (error) {
    if (error instanceof DiscordTrouble) {
      log.error({ why: error.message }, 'an interaction was not answered');
      return;
    }
    log.error({ err: error }, 'an interaction failed; the member got this interaction as a code');
    await apologise(answers, words, interaction.id, log);
  }
}

interface Hand {
  app: App;
  directory: Pick<DiscordDirectory, 'lookup'>;
  log: Logger;
  words: Messages;
  answers: Answers;
}

async function answerIntent(
  hand: Hand,
  { from, intent }: { from: 'command' | 'component' | 'modal'; intent: Intent },
): Promise<void> {
  const { app, answers, log } = hand;
  const way = answering(intent.request);
  if (way === 'form' && from !== 'modal') {
    const answer = await app.answer(intent);
    if (await answerAtOnce(hand, intent, answer)) await tellWaiting(hand, intent, answer);
    else log.warn({ type: intent.request.type }, 'a first answer came too late');
    return;
  }
  // A form that a command opened stands on no message.
  const updates = way === 'update' && answers.onMessage;
  const acknowledged = updates ? await answers.deferUpdate() : await answers.deferMessage();
  if (!acknowledged) {
    // The member reads "did not respond": so nothing is done either, and they try again.
    log.warn({ type: intent.request.type }, 'an interaction could not be acknowledged');
    return;
  }
  const answer = await app.answer(await withNames(hand, intent));
  const view = viewOf(hand, answer.reply);
  if (!view) {
    if (!updates) await answers.withdraw();
  } else if (updates && answer.reply.reply !== 'update') await answers.followUp(view);
  else await answers.edit(view);
  await tellWaiting(hand, intent, answer);
}

/** The intent with the names of members where it still mentions them by id. */
async function withNames({ directory, words, log }: Hand, intent: Intent): Promise<Intent> {
  const { request, by } = intent;
  if (request.type !== 'ask-intro' || !request.target || !('text' in request.target)) return intent;
  const lookup = async (user: string) => {
    try {
      return (await directory.lookup({ ...by, user }))?.name;
    } catch (error) {
      log.warn({ err: error }, 'who is mentioned could not be looked up');
      return undefined;
    }
  };
  const unknown = { person: words.text('mention.person'), place: words.text('mention.place') };
  const text = await namedByLookup(request.target.text, lookup, unknown);
  return { ...intent, request: { ...request, target: { text } } };
}

/** The reply as the first answer. False: it came too late. */
async function answerAtOnce(
  { answers, words, log }: Hand,
  intent: Intent,
  { reply }: Answer,
): Promise<boolean> {
  switch (reply.reply) {
    case 'form': {
      const options = {
        community: intent.by.community,
        ...(intent.locale ? { locale: intent.locale } : {}),
      };
      return answers.form(renderForm(reply.form, options));
    }
    case 'update':
      return answers.onMessage ? answers.update(reply.view) : answers.message(reply.view);
    case 'nothing':
      if (answers.onMessage) return answers.deferUpdate();
      if (await answers.deferMessage()) await answers.withdraw();
      return true;
    default:
      return answers.message(viewOf({ words, log }, reply) ?? sentence(words.text('later')));
  }
}

function viewOf({ words, log }: Pick<Hand, 'words' | 'log'>, reply: Reply): View | undefined {
  switch (reply.reply) {
    case 'message':
    case 'update':
      return reply.view;
    case 'errors':
      return errorsView(reply.form, reply.errors, words);
    case 'nothing':
      return undefined;
    case 'form':
      // A modal must be the first answer, and this one comes after it: then its questions open from a button.
      log.error({ form: reply.form.send.type }, 'a form came where none can be opened');
      return errorsView(reply.form, {}, words);
  }
}

/** One that doesn't get through keeps waiting, and says nothing against the reply, which did. */
async function tellWaiting(
  { app, answers, log }: Hand,
  { by }: Intent,
  { waiting }: Answer,
): Promise<void> {
  const shown: string[] = [];
  for (const { key, view } of waiting) {
    try {
      await answers.followUp(view);
      shown.push(key);
    } catch (error) {
      log.warn({ err: error }, 'a waiting message could not be shown');
    }
  }
  if (shown.length > 0) await app.shown(by, shown);
}

async function choicesFor(
  { app, log }: Pick<Hand, 'app' | 'log'>,
  query: SuggestQuery,
): Promise<{ name: string; value: string }[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<[]>((resolve) => {
    timer = setTimeout(() => resolve([]), SUGGEST_MS);
  });
  try {
    const found = await Promise.race([app.suggest(query), late]);
    return found
      .filter(({ value }) => value !== '' && value.length <= limits.choice)
      .slice(0, limits.choices)
      .map(({ label, value }) => ({ name: shorten(label.trim() || value, limits.choice), value }));
  } catch (error) {
    // The member can go on typing.
    log.error({ err: error, option: query.option }, 'no completions');
    return [];
  } finally {
    clearTimeout(timer);
  }
}

const sentence = (text: string): View => ({
  blocks: [{ node: 'text', content: [plain(text)] }],
});

/** Whatever was answered so far: one of these still works. */
async function apologise(
  answers: Answers,
  words: Messages,
  code: string,
  log: Logger,
): Promise<void> {
  const view = sentence(words.text('failed', { code }));
  try {
    if (!(await answers.message(view))) await answers.followUp(view);
  } catch (error) {
    log.error(
      { why: error instanceof Error ? error.message : 'unknown' },
      'not even an apology could be sent',
    );
  }
}
