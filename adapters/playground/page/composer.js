/** @import { Pane, PaneConversation } from '../pane.ts' */
/** @import { Completion } from './completion.js' */
/** @import { PlatformName } from './store.js' */
import { useEffect, useRef, useState } from 'preact/hooks';
import { completeCommand, completeMember, completeSuggested } from './completion.js';
import { html } from './html.js';
import { act, set, side, state, suggest } from './store.js';

/** Typing rests this long before the platform is asked for suggestions. */
const restMs = 120;

/** @param {{ platform: PlatformName, pane: Pane, conversation: PaneConversation }} props */
export function Composer({ platform, pane, conversation }) {
  const line = state.drafts[side(platform)] ?? '';
  const [suggested, setSuggested] = useState(
    /** @type {{ line: string, items: Completion[] }} */ ({ line: '', items: [] }),
  );
  const [chosen, setChosen] = useState({ line: '', at: 0 });
  const [closedFor, setClosedFor] = useState(/** @type {string | undefined} */ (undefined));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));

  const members = state.world?.platforms.find((one) => one.name === platform)?.members ?? [];
  const usable = useUsable(platform, pane, conversation);
  const commands = completeCommand(line, usable);
  const own = commands.length > 0 ? commands : completeMember(line, members);
  const items = own.length > 0 ? own : suggested.line === line ? suggested.items : [];
  const open = items.length > 0 && closedFor !== line;
  // A whole command is ready to be sent; what the platform suggests is an offer. Neither is taken by Enter unless picked.
  const complete = usable.some((command) => line === `/${command.name}`);
  const first = own.length > 0 && !complete ? 0 : -1;
  const at = Math.min(chosen.line === line ? chosen.at : first, items.length - 1);

  useEffect(() => {
    if (!/^\/\S+\s/.test(line)) return;
    let over = false;
    const timer = setTimeout(async () => {
      const suggestions = await suggest(platform, {
        do: 'suggest',
        text: line,
        in: conversation.id,
      });
      if (!over) setSuggested({ line, items: completeSuggested(suggestions) });
    }, restMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [line, platform, conversation.id]);

  const key = side(platform);
  const write = (/** @type {string} */ text) => set({ drafts: { ...state.drafts, [key]: text } });

  const take = (/** @type {Completion | undefined} */ item) => {
    if (!item) return;
    write(item.text);
    input.current?.focus();
  };

  const send = async () => {
    const text = line.trim();
    if (!text) return;
    const done = text.startsWith('/')
      ? await act(platform, { do: 'command', text, in: conversation.id })
      : await act(platform, { do: 'say', text, in: conversation.id });
    if (done && state.drafts[key] === line) set({ drafts: { ...state.drafts, [key]: '' } });
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next =
        at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length;
      setChosen({ line, at: next });
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      setClosedFor(line);
    } else if (open && event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      take(items[Math.max(0, at)]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && at >= 0) take(items[at]);
      else void send();
    }
  };

  const list = `completions-${platform}`;
  const where = conversation.kind === 'channel' ? `#${conversation.name}` : conversation.name;
  return html`<form
    class="composer"
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      void send();
    }}
  >
    ${
      open &&
      html`<ul class="completions" id=${list} role="listbox" aria-label="Completions">
        ${items.map(
          (item, index) => html`<li
            key=${item.text}
            id=${`${list}-${index}`}
            role="option"
            aria-selected=${index === at}
            onMouseDown=${(/** @type {Event} */ event) => {
              event.preventDefault();
              take(item);
            }}
          >
            <span class="completion" dir="auto">${item.label}</span>
            ${item.about && html`<span class="about" dir="auto">${item.about}</span>`}
          </li>`,
        )}
      </ul>`
    }
    <input
      ref=${input}
      class="line"
      type="text"
      role="combobox"
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      spellcheck=${false}
      aria-label=${`Message or command as ${pane.persona.name} in ${where}`}
      aria-expanded=${open}
      aria-controls=${open ? list : undefined}
      aria-autocomplete="list"
      aria-activedescendant=${open && at >= 0 ? `${list}-${at}` : undefined}
      placeholder=${invitation(conversation, where, usable.length > 0)}
      value=${line}
      onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => write(event.currentTarget.value)}
      onKeyDown=${onKeyDown}
      onBlur=${() => setClosedFor(line)}
      onFocus=${() => setClosedFor(undefined)}
    />
    <button class="send" type="submit" disabled=${!line.trim() || state.busy[platform]} aria-label="Send">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M3 3.5 17.5 10 3 16.5 5 10.8 11.5 10 5 9.2z" fill="currentColor" />
      </svg>
    </button>
  </form>`;
}

/**
 * The commands that work in this conversation: Discord has none in private messages. Until the platform has said so, all.
 *
 * @type {(platform: PlatformName, pane: Pane, conversation: PaneConversation) => Pane['commands']}
 */
function useUsable(platform, pane, { id }) {
  const [names, setNames] = useState(/** @type {Set<string> | undefined} */ (undefined));
  const all = pane.commands.map(({ name }) => name).join();
  useEffect(() => {
    let over = false;
    void suggest(platform, { do: 'suggest', text: '/', in: id }).then((suggestions) => {
      if (!over) setNames(new Set(suggestions.map(({ value }) => value.slice(1).trim())));
    });
    return () => {
      over = true;
    };
  }, [platform, id, all]);
  return names ? pane.commands.filter(({ name }) => names.has(name)) : pane.commands;
}

/** @type {(conversation: PaneConversation, where: string, commands: boolean) => string} */
function invitation({ kind }, where, commands) {
  if (kind === 'app-dm') return commands ? 'Type / for a command' : 'Commands work in the channels';
  const write = kind === 'channel' ? `Message ${where}` : 'Write to everybody here';
  return commands ? `${write}, or type / for a command` : write;
}
