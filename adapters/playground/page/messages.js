/** @import { PaneConversation, PaneMessage } from '../pane.ts' */
/** @import { PlatformName } from './store.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from './html.js';
import { Parts } from './parts.js';
import { Avatar } from './people.js';
import { act, state } from './store.js';
import { dayOf, fullTime, hourOf } from './time.js';

/** Messages of one sender within this time stand under one name. */
const togetherMs = 5 * 60_000;

/** How near the end still counts as reading along, in pixels. */
const nearEnd = 120;

/** @param {{ platform: PlatformName, conversation: PaneConversation }} props */
export function Messages({ platform, conversation }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const atEnd = useRef(true);
  const { messages } = conversation;
  useLayoutEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  });
  return html`<div
    class="messages"
    role="log"
    aria-label=${`Messages in ${conversation.name}`}
    tabindex="0"
    ref=${box}
    onScroll=${() => {
      const it = box.current;
      if (it) atEnd.current = it.scrollHeight - it.scrollTop - it.clientHeight < nearEnd;
    }}
  >
    ${messages.length === 0 && html`<${Nothing} conversation=${conversation} />`}
    ${messages.map((message, at) => {
      const before = messages[at - 1];
      const newDay = !before || dayOf(before.at) !== dayOf(message.at);
      return html`
        ${newDay && html`<p key=${`day/${message.id}`} class="day"><span>${dayOf(message.at)}</span></p>`}
        <${Message} key=${message.id} platform=${platform} message=${message} follows=${!newDay && together(before, message)} />
      `;
    })}
  </div>`;
}

/** @type {(before: PaneMessage | undefined, message: PaneMessage) => boolean} */
const together = (before, message) =>
  before !== undefined &&
  before.from.name === message.from.name &&
  before.private === message.private &&
  Date.parse(message.at) - Date.parse(before.at) < togetherMs;

/** @param {{ platform: PlatformName, message: PaneMessage, follows: boolean }} props */
function Message({ platform, message, follows }) {
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
