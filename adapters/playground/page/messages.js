/** @import { PaneConversation, PaneMessage } from '../pane.ts' */
/** @import { PlatformName } from './store.js' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { Parts } from './parts.js';
import { Avatar } from './people.js';
import { act, state } from './store.js';
import { dayOf, fullTime, hourOf } from './time.js';

/** Messages of one sender within this time stand under one name. */
const togetherMs = 5 * 60_000;

/** How near the end still counts as reading along, in pixels. */
const nearEnd = 120;

/** What stays visible above a long message, in pixels. */
const lead = 12;

/** @param {{ platform: PlatformName, conversation: PaneConversation, actions: string[] }} props */
export function Messages({ platform, conversation, actions }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const following = useRef(true);
  const scrolled = useRef({ to: 0, at: '' });
  const [below, setBelow] = useState(false);
  const { messages } = conversation;
  useLayoutEffect(() => {
    const it = box.current;
    const last = it?.lastElementChild;
    if (!it || !(last instanceof HTMLElement)) return;
    const at = `${messages.at(-1)?.id}/${it.scrollHeight}`;
    if (!following.current || at === scrolled.current.at) return;
    // To the end; but to the beginning of a last message that is longer than the window.
    const tooLong = last.offsetHeight > it.clientHeight - lead;
    it.scrollTop = tooLong ? last.offsetTop - it.offsetTop - lead : it.scrollHeight;
    scrolled.current = { to: it.scrollTop, at };
    setBelow(isBelow(it));
  });
  return html`<div class="messages-room">
    <div
      class="messages"
      role="log"
      aria-label=${`Messages in ${conversation.name}`}
      tabindex="0"
      ref=${box}
      onScroll=${() => {
        const it = box.current;
        if (it) setBelow(isBelow(it));
        if (!it || Math.abs(it.scrollTop - scrolled.current.to) < 2) return;
        following.current = toEnd(it) < nearEnd;
      }}
    >
      ${messages.length === 0 && html`<${Nothing} conversation=${conversation} />`}
      ${messages.map((message, at) => {
        const before = messages[at - 1];
        const newDay = !before || dayOf(before.at) !== dayOf(message.at);
        return html`
          ${newDay && html`<p key=${`day/${message.id}`} class="day"><span>${dayOf(message.at)}</span></p>`}
          <${Message} key=${message.id} platform=${platform} message=${message} actions=${actions} follows=${!newDay && together(before, message)} />
        `;
      })}
    </div>
    ${
      below &&
      html`<button
        type="button"
        class="below"
        onClick=${() => box.current?.scrollTo({ top: box.current.scrollHeight, behavior: 'smooth' })}
      >
        More below
      </button>`
    }
  </div>`;
}

/** @param {HTMLElement} box */
const toEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight;

/** @param {HTMLElement} box */
const isBelow = (box) => toEnd(box) > 24;

/** @type {(before: PaneMessage | undefined, message: PaneMessage) => boolean} */
const together = (before, message) =>
  before !== undefined &&
  before.from.name === message.from.name &&
  before.private === message.private &&
  Date.parse(message.at) - Date.parse(before.at) < togetherMs;

/** @param {{ platform: PlatformName, message: PaneMessage, actions: string[], follows: boolean }} props */
function Message({ platform, message, actions, follows }) {
  const { from } = message;
  const shown = message.parts.length > 0 || message.waiting;
  return html`<article class="message" data-private=${message.private} data-follows=${follows}>
    ${follows ? html`<span class="avatar-room"></span>` : html`<${Avatar} name=${from.name} app=${from.app} />`}
    <div class="said">
      <header class=${follows ? 'unseen' : undefined}>
        <strong class="sender" dir="auto" title=${from.name}>${from.name}</strong>
        ${from.app && html`<span class="app-tag">App</span>`}
        <time datetime=${message.at} title=${fullTime(message.at)}>${hourOf(message.at)}</time>
      </header>
      ${message.private && html`<p class="only-you"><${Eye} /> Only visible to you</p>`}
      ${
        message.waiting
          ? html`<p class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${from.name} is thinking…</p>`
          : html`<${Parts}
              parts=${shown ? message.parts : [{ part: 'text', content: [{ text: message.text }] }]}
              disabled=${state.busy[platform] === true}
              onPress=${(/** @type {string} */ button) => act(platform, { do: 'press', message: message.id, button })}
              onChoose=${(/** @type {string} */ select, /** @type {string} */ value) =>
                act(platform, { do: 'choose', message: message.id, select, value })}
            />`
      }
      ${message.edited && html`<p class="edited">(edited)</p>`}
    </div>
    ${
      !from.app &&
      !message.private &&
      html`<div class="message-menu">
        ${actions.map(
          (action) => html`<button
            key=${action}
            type="button"
            disabled=${state.busy[platform] === true}
            onClick=${() => act(platform, { do: 'message-action', message: message.id, action })}
          >
            ${action}
          </button>`,
        )}
      </div>`
    }
  </article>`;
}

function Eye() {
  return html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path
      d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
    />
    <circle cx="8" cy="8" r="2" fill="currentColor" />
  </svg>`;
}

/** @param {{ conversation: PaneConversation }} props */
function Nothing({ conversation }) {
  const words = {
    channel: [
      'Nobody has said anything here yet',
      'Type / below to see what Goodword can do. What it answers you here, only you can see.',
    ],
    'app-dm': [
      'Nothing from Goodword yet',
      'This is where its private messages arrive: asks, answers, and a reminder now and then.',
    ],
    'group-dm': ['A new conversation', 'Write the first line below.'],
    thread: ['A new conversation', 'Write the first line below.'],
  }[conversation.kind];
  return html`<div class="nothing">
    <p class="nothing-title">${words[0]}</p>
    <p>${words[1]}</p>
  </div>`;
}
