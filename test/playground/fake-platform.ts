import type {
  Act,
  Acted,
  Fault,
  LocalClock,
  LocalPlatform,
  Pane,
  PaneConversation,
  PaneMessage,
  PaneModal,
  PanePart,
  Persona,
} from '../../adapters/playground/pane.ts';
import { channels, people } from '../../adapters/playground/world.ts';
import type { PlatformName } from '../../src/member.ts';
import { asked, askForm, blocked, commands, para, partsText, suggestions } from './fake-app.ts';

/**
 * A platform with a very small app behind it, for tests of the page and its interface alone: it keeps conversations, forms and
 * unread counts, and knows one story (an ask is written, stopped when vague, sent to Tom, accepted, and an introduction opens).
 */
export interface FakePlatform extends LocalPlatform {
  /** What the page sent, newest last. */
  acts: { handle: string; act: Act }[];
  faults: Fault[];
  stopped: boolean;
  /** A message of the app, to all or to one. */
  post(to: string, parts: PanePart[], options?: PostOptions): PaneMessage;
  openModal(handle: string, modal: PaneModal): void;
}

interface PostOptions {
  /** Only this persona sees it. */
  only?: string;
  from?: { name: string; handle?: string; app: boolean };
  text?: string;
  waiting?: boolean;
}

interface Conversation {
  id: string;
  kind: PaneConversation['kind'];
  name: string;
  handles: string[];
  messages: { message: PaneMessage; only?: string }[];
}

interface State {
  conversations: Conversation[];
  modals: Record<string, PaneModal>;
  /** `handle/conversation` → how many messages that persona could see when they last did something there. */
  seen: Record<string, number>;
  next: number;
}

const goodword = { name: 'Goodword', app: true };

export function createFakePlatform(options: {
  name: PlatformName;
  clock: LocalClock;
  also?: Omit<Persona, 'user'>[];
}): FakePlatform {
  const { name, clock } = options;
  const personas: Persona[] = [...people, ...(options.also ?? [])].map(
    ({ handle, name, role }) => ({ handle, name, role, user: `U-${handle}` }),
  );
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let state: State = {
    conversations: [
      ...channels.map((channel) => ({
        id: channel.name,
        kind: 'channel' as const,
        name: channel.name,
        handles: personas.map((one) => one.handle),
        messages: [],
      })),
      ...personas
        .filter((one) => one.role !== 'bot')
        .map((one) => ({
          id: `dm-${one.handle}`,
          kind: 'app-dm' as const,
          name: 'Goodword',
          handles: [one.handle],
          messages: [],
        })),
    ],
    modals: {},
    seen: {},
    next: 1,
  };

  const nameOf = (handle: string) => personas.find((one) => one.handle === handle)?.name ?? handle;
  const find = (id: string) => state.conversations.find((one) => one.id === id);
  const visible = (conversation: Conversation, handle: string) =>
    conversation.messages.filter(({ only }) => only === undefined || only === handle);
  const markSeen = (handle: string, id: string) => {
    const conversation = find(id);
    if (conversation) state.seen[`${handle}/${id}`] = visible(conversation, handle).length;
  };

  function post(to: string, parts: PanePart[], options: PostOptions = {}): PaneMessage {
    const conversation = find(to);
    if (!conversation) throw new Error(`no conversation ${to}`);
    const message: PaneMessage = {
      id: `m${state.next++}`,
      from: options.from ?? goodword,
      at: clock.now().toISOString(),
      private: options.only !== undefined,
      edited: false,
      waiting: options.waiting ?? false,
      text: options.text ?? partsText(parts),
      parts,
    };
    conversation.messages.push({ message, ...(options.only && { only: options.only }) });
    changed();
    return message;
  }

  function replace(message: PaneMessage, parts: PanePart[]) {
    message.parts = parts;
    message.text = partsText(parts);
    message.edited = true;
    changed();
  }

  function messageOf(handle: string, id: string): PaneMessage | undefined {
    return state.conversations
      .filter((one) => one.handles.includes(handle))
      .flatMap((one) => visible(one, handle))
      .map(({ message }) => message)
      .find((message) => message.id === id);
  }

  function command(handle: string, text: string, at: string): Acted {
    markSeen(handle, at);
    if (text.startsWith('/ask-intro')) {
      state.modals[handle] = askForm('');
      changed();
      return { ok: true, answeredInMs: 12 };
    }
    if (text.startsWith('/goodword')) {
      post(at, [para('Goodword carries asks kindly. Start with /ask-intro.')], { only: handle });
      markSeen(handle, at);
      return { ok: true, answeredInMs: 9 };
    }
    return { ok: false, error: `${text.split(' ')[0]} is not a command here.` };
  }

  function submit(handle: string, values: Record<string, string>): Acted {
    const modal = state.modals[handle];
    if (!modal) return { ok: false, error: 'There is no form open.' };
    const missing = modal.fields.find((field) => field.required && !values[field.id]);
    if (missing) return { ok: false, error: `Please fill in “${missing.label}”.` };
    const note = values.note ?? '';
    if (note.length < 20) {
      state.modals[handle] = {
        ...modal,
        fields: modal.fields.map((field) => ({
          ...field,
          value: values[field.id] ?? '',
          ...(field.id === 'note' && {
            error: 'Please write a little more, so that Tom can say yes.',
          }),
        })),
      };
      changed();
      return { ok: true, answeredInMs: 15 };
    }
    delete state.modals[handle];
    if (/any job/i.test(note)) {
      post(`dm-${handle}`, blocked(note));
      return { ok: true, answeredInMs: 20 };
    }
    post('general', [para('Sent to Tom. You will hear from me here.')], { only: handle });
    post('dm-tom', asked(handle, nameOf(handle), note));
    return { ok: true, answeredInMs: 20 };
  }

  function press(handle: string, message: string, button: string): Acted {
    const found = messageOf(handle, message);
    const known = found?.parts.some(
      (part) => part.part === 'buttons' && part.buttons.some((one) => one.id === button),
    );
    if (!found || !known) return { ok: false, error: 'That button is not there any more.' };
    const [what, who] = button.split('-', 2);
    if (what === 'edit') state.modals[handle] = askForm('Do you know of any job for me?');
    if (what === 'discard') replace(found, [para('Discarded. Nobody saw it.')]);
    if (what === 'no') replace(found, [para('You said no. That is fine, and nobody is told why.')]);
    if (what === 'yes' && who) {
      replace(found, [para(`You introduce ${nameOf(who)} to Leila Moreau.`)]);
      const id = `group-${state.next++}`;
      state.conversations.push({
        id,
        kind: name === 'slack' ? 'group-dm' : 'thread',
        name: [who, handle, 'leila'].map((one) => nameOf(one).split(' ')[0]).join(', '),
        handles: [who, handle, 'leila'],
        messages: [],
      });
      post(id, [{ part: 'heading', text: 'Meet each other' }, para(`${nameOf(who)}, meet Leila.`)]);
    }
    changed();
    return { ok: true, answeredInMs: 11 };
  }

  return {
    name,
    url: 'http://127.0.0.1:1',
    personas,
    acts: [],
    faults: [],
    stopped: false,
    post,
    openModal(handle, modal) {
      state.modals[handle] = modal;
      changed();
    },
    see(handle): Pane {
      const persona = personas.find((one) => one.handle === handle);
      if (!persona) throw new Error(`nobody is ${handle}`);
      const modal = state.modals[handle];
      return structuredClone({
        platform: name,
        persona,
        commands,
        messageActions: ['Check this ask'],
        conversations: state.conversations
          .filter((one) => one.handles.includes(handle))
          .map((one) => {
            const messages = visible(one, handle);
            return {
              id: one.id,
              kind: one.kind,
              name: one.name,
              members: one.handles.map(nameOf),
              unread: messages.length - (state.seen[`${handle}/${one.id}`] ?? 0),
              messages: messages.map(({ message }) => message),
            };
          }),
        ...(modal && { modal }),
      });
    },
    async act(handle, act): Promise<Acted> {
      this.acts.push({ handle, act });
      switch (act.do) {
        case 'command':
          return command(handle, act.text, act.in ?? 'general');
        case 'suggest':
          return { ok: true, suggestions: suggestions(name, act) };
        case 'press':
          return press(handle, act.message, act.button);
        case 'choose': {
          const found = messageOf(handle, act.message);
          if (!found) return { ok: false, error: 'That message is gone.' };
          replace(found, [para(`You chose ${act.value}.`)]);
          return { ok: true };
        }
        case 'submit':
          return submit(handle, act.values);
        case 'dismiss':
          delete state.modals[handle];
          changed();
          return { ok: true };
        case 'message-action': {
          const found = messageOf(handle, act.message);
          if (!found) return { ok: false, error: 'That message is gone.' };
          post('general', [para(`${act.action}: ${found.text}`)]);
          return { ok: true };
        }
        case 'say': {
          if (find(act.in)?.kind === 'app-dm') {
            return {
              ok: false,
              error: 'Messages to this app are turned off. Please type a command.',
            };
          }
          post(act.in, [para(act.text)], {
            from: { name: nameOf(handle), handle, app: false },
            text: act.text,
          });
          markSeen(handle, act.in);
          changed();
          return { ok: true };
        }
      }
    },
    fault(fault) {
      this.faults.push(fault);
    },
    onChange: (listener) => void listeners.push(listener),
    snapshot: () => structuredClone(state),
    restore(snapshot) {
      if (typeof snapshot !== 'object' || snapshot === null || !('conversations' in snapshot)) {
        throw new Error(`not a snapshot of ${name}`);
      }
      state = structuredClone(snapshot) as State;
      changed();
    },
    async stop() {
      this.stopped = true;
    },
  };
}
