import type { types, webApi } from '@slack/bolt';
import type pino from 'pino';
import { sentence } from '../../src/context.ts';
import type { Reply } from '../../src/effect.ts';
import type { FieldErrors, Form } from '../../src/form.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { View } from '../../src/view.ts';
import { renderForm } from './form-modal.ts';
import type { Surface } from './parse.ts';
import { createPatience, type Patience } from './patience.ts';
import { renderHome, renderMessages, renderModal, type SlackMessage } from './render.ts';
import { inPlace, privately, respond } from './response-url.ts';
import { machineTime, type Time } from './time.ts';
import { reason, troubleOf } from './trouble.ts';
import { type ViewNote, writeNote } from './view-note.ts';

/** Brings what the core replied to where the member is looking. */
export interface Replies {
  /** What a modal shows afterwards, when the reply went into one. Rejects when the member could not be reached at all. */
  give(reply: Reply, surface: Surface): Promise<types.ModalView | undefined>;
  /**
   * Only the member sees it: in the conversation they are in, or else in their DM with the app. False: only a part of it got
   * there. Rejects when nothing did.
   */
  tellPrivately(view: View, surface: Surface): Promise<boolean>;
  /** A view to read, as a modal for this surface. */
  modal(view: View, surface: Surface, title?: string): types.ModalView;
}

export interface RepliesOptions {
  /** Doesn't retry, and is not the one that delivers effects: members don't queue behind those. */
  client: webApi.WebClient;
  words: Messages;
  log: pino.Logger;
  /** Waiting times go by it. Default: the machine's. */
  time?: Time;
  /** Aborted when the process stops: then nothing is waited for any more. */
  stopping: AbortSignal;
}

/** No way to a member worked, however long it was tried. */
export class Unreachable extends Error {}

/** What of a way failed, and after how long it may work, if ever. */
type Tried = { why: string; afterMs?: number }[];

/** A response URL's half hour, less a margin. In milliseconds. */
const ANSWER_WORTH_MS = 25 * 60_000;
/** A wait up to here is better than another way, which is rarely where the member is looking. */
const BEFORE_ANOTHER_WAY_MS = 5_000;
/** So long a member may look at a modal that doesn't change. */
const LOOKING_MS = 60_000;

/** Callback id of a modal that shows an answer. */
export const ANSWER = 'answer';

export function createReplies(options: RepliesOptions): Replies {
  const { client, words, log, time = machineTime, stopping } = options;
  const patient = (): Patience => createPatience(time, stopping, ANSWER_WORTH_MS);

  return { give, tellPrivately, modal };

  async function give(reply: Reply, surface: Surface): Promise<types.ModalView | undefined> {
    switch (reply.reply) {
      case 'nothing':
        return undefined;
      case 'form':
        return ask(reply.form, {}, surface);
      case 'errors':
        return ask(reply.form, reply.errors, surface);
      case 'message':
        return tell(reply.view, surface);
      case 'update':
        return replace(reply.view, surface);
    }
  }

  function modal(view: View, surface: Surface, title = words.text('done.title')): types.ModalView {
    const close = words.text('close');
    return renderModal(view, {
      title,
      close,
      callbackId: ANSWER,
      metadata: writeNote(whence(surface)),
    });
  }

  async function ask(
    form: Form,
    errors: FieldErrors,
    surface: Surface,
  ): Promise<types.ModalView | undefined> {
    const inModal = surface.on === 'modal' || surface.on === 'submission';
    const note = inModal ? surface.note : whence(surface);
    const view = renderForm(form, { words, note, errors });
    if (inModal) return show(view, surface, sentence(words, 'later'));
    try {
      await client.views.open({ trigger_id: surface.trigger ?? '', view });
      return view;
    } catch (error) {
      const found = troubleOf(error);
      // The three seconds are over (the same for a trigger that was used up by a repeat).
      const late = found.trouble === 'refused' && lateTriggers.has(found.code);
      if (!late && found.trouble === 'refused') throw error;
      log.info({ surface: surface.on, why: late ? found.code : reason(error) }, 'no form opened');
      await tellPrivately(sentence(words, 'later'), surface);
      return undefined;
    }
  }

  async function tell(view: View, surface: Surface): Promise<types.ModalView | undefined> {
    switch (surface.on) {
      case 'submission':
        return show(modal(view, surface), surface, view);
      case 'modal':
      case 'home': {
        if (!surface.trigger) return publish(view, surface);
        // On top of what was pressed, which stays as it is.
        const args = { trigger_id: surface.trigger, view: modal(view, surface) };
        try {
          await (surface.on === 'modal' ? client.views.push(args) : client.views.open(args));
          return undefined;
        } catch (error) {
          log.info({ surface: surface.on, why: reason(error) }, 'no modal opened');
        }
        await tellPrivately(view, surface);
        return undefined;
      }
      default:
        await tellPrivately(view, surface);
        return undefined;
    }
  }

  async function replace(view: View, surface: Surface): Promise<types.ModalView | undefined> {
    switch (surface.on) {
      case 'modal':
      case 'submission':
        return show(modal(view, surface), surface, view);
      case 'home':
        return publish(view, surface);
      case 'command':
      case 'shortcut':
        await tellPrivately(view, surface);
        return undefined;
      case 'message':
        await replaceMessage(view, surface);
        return undefined;
    }
  }

  async function replaceMessage(
    view: View,
    surface: Extract<Surface, { on: 'message' }>,
  ): Promise<void> {
    const { responseUrl, channel, ts, ephemeral } = surface;
    const patience = patient();
    const tried: Tried = [];
    if (responseUrl) {
      const sent = await attempt({ tried, patience }, view, (message, i) =>
        respond(responseUrl, i === 0 ? inPlace(message) : privately(message)),
      );
      if (sent !== 'nothing') return;
    }
    const mayWork = tried.some(({ afterMs }) => afterMs !== undefined);
    if (channel && !ephemeral) {
      const [message, ...more] = renderMessages(view, { tables: 'list' });
      try {
        if (message && more.length === 0) {
          const update = { channel, ts, ...message, ...asIs };
          await patience.tries(() => client.chat.update(update), {
            ms: BEFORE_ANOTHER_WAY_MS,
            repeatable: true,
          });
          return;
        }
      } catch (error) {
        tried.push(failure(error));
      }
    }
    log.info({ tried }, 'a pressed message could not be replaced');
    const { responseUrl: _, ...elsewhere } = surface;
    await tellPrivately(view, mayWork ? surface : elsewhere);
  }

  /** Into the modal where the member is; if they closed it, the words come by DM. */
  async function show(
    view: types.ModalView,
    surface: Extract<Surface, { on: 'modal' | 'submission' }>,
    otherwise: View,
  ): Promise<types.ModalView | undefined> {
    const update = { view_id: surface.view, view };
    try {
      await patient().tries(() => client.views.update(update), {
        ms: LOOKING_MS,
        repeatable: true,
      });
      return view;
    } catch (error) {
      const { why } = failure(error);
      log.info({ surface: surface.on, why }, 'the modal could not be updated');
      const { channel: _, responseUrl: __, ...dm } = surface;
      await tellPrivately(otherwise, why === 'not_found' ? dm : surface);
      return undefined;
    }
  }

  async function publish(view: View, surface: Surface): Promise<undefined> {
    const home = { user_id: surface.by.user, view: renderHome(view) };
    await patient().tries(() => client.views.publish(home), { ms: LOOKING_MS, repeatable: true });
  }

  /** Every way, the best first; when all fail and one may work later, all over again. */
  async function tellPrivately(view: View, surface: Surface): Promise<boolean> {
    const { responseUrl, channel, thread, by } = surface;
    const patience = patient();
    for (;;) {
      const tried: Tried = [];
      if (responseUrl) {
        const sent = await attempt({ tried, patience }, view, (message) =>
          respond(responseUrl, privately(message, thread)),
        );
        if (sent !== 'nothing') return sent === 'all';
      }
      if (channel) {
        const sent = await attempt({ tried, patience }, view, (message) =>
          client.chat.postEphemeral({
            channel,
            user: by.user,
            ...message,
            ...asIs,
            ...(thread ? { thread_ts: thread } : {}),
          }),
        );
        if (sent !== 'nothing') return sent === 'all';
      }
      const sent = await attempt({ tried, patience }, view, (message) =>
        client.chat.postMessage({ channel: by.user, ...message, ...asIs, ...noPreviews }),
      );
      if (sent !== 'nothing') {
        log.info({ tried }, 'answered by DM');
        return sent === 'all';
      }
      const soonest = Math.min(...tried.map(({ afterMs }) => afterMs ?? Number.POSITIVE_INFINITY));
      log.warn({ tried }, 'no way to answer works yet');
      if (await patience.waits(soonest)) continue;
      const why = tried.map((one) => one.why).join(', ');
      throw new Unreachable(`no way to answer privately worked: ${why}`);
    }
  }

  /** Sends a view, with its table as a list if Slack won't have the table, and says how much of it arrived. */
  async function attempt(
    { tried, patience }: { tried: Tried; patience: Patience },
    view: View,
    send: (message: SlackMessage, i: number) => Promise<unknown>,
  ): Promise<'all' | 'some' | 'nothing'> {
    let arrived = 0;
    for (const tables of ['native', 'list'] as const) {
      const messages = renderMessages(view, { tables });
      try {
        for (const message of messages) {
          const at = arrived;
          // What has begun here is ended here, as long as that takes.
          const ms = at === 0 ? BEFORE_ANOTHER_WAY_MS : ANSWER_WORTH_MS;
          await patience.tries(() => send(message, at), { ms });
          arrived++;
        }
        return 'all';
      } catch (error) {
        tried.push(failure(error));
        const isRefused = troubleOf(error).trouble === 'refused';
        const table = messages.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
        if (arrived > 0 || !table || !isRefused) break;
      }
    }
    return arrived > 0 ? 'some' : 'nothing';
  }
}

function failure(error: unknown): Tried[number] {
  const found = troubleOf(error);
  if (found.trouble === 'refused') return { why: found.code };
  return { why: reason(error), ...(found.trouble === 'later' ? { afterMs: found.afterMs } : {}) };
}

const asIs = { parse: 'none', link_names: false } as const;
const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

const lateTriggers = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_exchanged']);

function whence({ channel, responseUrl }: Surface): ViewNote {
  return { ...(channel ? { channel } : {}), ...(responseUrl ? { responseUrl } : {}) };
}
