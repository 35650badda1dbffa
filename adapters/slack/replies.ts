import type { types, webApi } from '@slack/bolt';
import type pino from 'pino';
import { sentence } from '../../src/context.ts';
import type { Reply } from '../../src/effect.ts';
import type { FieldErrors, Form } from '../../src/form.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { View } from '../../src/view.ts';
import { renderForm } from './form-modal.ts';
import type { Surface } from './parse.ts';
import { renderHome, renderMessages, renderModal, type SlackMessage } from './render.ts';
import { inPlace, privately, respond } from './response-url.ts';
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
}

/** Callback id of a modal that shows an answer. */
export const ANSWER = 'answer';

export function createReplies({ client, words, log }: RepliesOptions): Replies {
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
    const tried: string[] = [];
    if (responseUrl) {
      const sent = await attempt(tried, view, (message, i) =>
        respond(responseUrl, i === 0 ? inPlace(message) : privately(message)),
      );
      if (sent !== 'nothing') return;
    }
    if (channel && !ephemeral) {
      const [message, ...more] = renderMessages(view, { tables: 'list' });
      try {
        if (message && more.length === 0) {
          await client.chat.update({ channel, ts, ...message, parse: 'none', link_names: false });
          return;
        }
      } catch (error) {
        tried.push(reason(error));
      }
    }
    log.info({ tried }, 'a pressed message could not be replaced');
    const { responseUrl: _, ...elsewhere } = surface;
    await tellPrivately(view, elsewhere);
  }

  /** Into the modal where the member is; if they closed it, the words come by DM. */
  async function show(
    view: types.ModalView,
    surface: Extract<Surface, { on: 'modal' | 'submission' }>,
    otherwise: View,
  ): Promise<types.ModalView | undefined> {
    for (let tries = 0; ; tries++) {
      try {
        await client.views.update({ view_id: surface.view, view });
        return view;
      } catch (error) {
        const found = troubleOf(error);
        // Updating the same view twice does no harm.
        if (found.trouble !== 'refused' && tries === 0) continue;
        const why = found.trouble === 'refused' ? found.code : found.why;
        log.info({ surface: surface.on, why }, 'the modal could not be updated');
        const { channel: _, responseUrl: __, ...dm } = surface;
        await tellPrivately(otherwise, why === 'not_found' ? dm : surface);
        return undefined;
      }
    }
  }

  async function publish(view: View, surface: Surface): Promise<undefined> {
    await client.views.publish({ user_id: surface.by.user, view: renderHome(view) });
  }

  async function tellPrivately(view: View, surface: Surface): Promise<boolean> {
    const { responseUrl, channel, thread, by } = surface;
    const tried: string[] = [];
    if (responseUrl) {
      const sent = await attempt(tried, view, (message) =>
        respond(responseUrl, privately(message, thread)),
      );
      if (sent !== 'nothing') return sent === 'all';
    }
    if (channel) {
      const sent = await attempt(tried, view, (message) =>
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
    const sent = await attempt(tried, view, (message) =>
      client.chat.postMessage({ channel: by.user, ...message, ...asIs, ...noPreviews }),
    );
    if (sent === 'nothing') {
      throw new Error(`no way to answer privately worked: ${tried.join(', ')}`);
    }
    log.info({ tried }, 'answered by DM');
    return sent === 'all';
  }

  /** Sends a view, with its table as a list if Slack won't have the table, and says how much of it arrived. */
  async function attempt(
    tried: string[],
    view: View,
    send: (message: SlackMessage, i: number) => Promise<unknown>,
  ): Promise<'all' | 'some' | 'nothing'> {
    let arrived = 0;
    for (const tables of ['native', 'list'] as const) {
      const messages = renderMessages(view, { tables });
      try {
        for (const message of messages) {
          await send(message, arrived);
          arrived++;
        }
        return 'all';
      } catch (error) {
        const found = troubleOf(error);
        tried.push(found.trouble === 'refused' ? found.code : reason(error));
        const table = messages.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
        if (arrived > 0 || !table) break;
      }
    }
    return arrived > 0 ? 'some' : 'nothing';
  }
}

const asIs = { parse: 'none', link_names: false } as const;
const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

const lateTriggers = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_exchanged']);

function whence({ channel, responseUrl }: Surface): ViewNote {
  return { ...(channel ? { channel } : {}), ...(responseUrl ? { responseUrl } : {}) };
}
