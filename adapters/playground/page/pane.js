/** @import { PaneConversation } from '../pane.ts' */
/** @import { PlatformFacts } from './calls.js' */
/** @import { PlatformName } from './store.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.js';
import { html } from './html.js';
import { Messages } from './messages.js';
import { Modal } from './modal.js';
import { Avatar, roles } from './people.js';
import { become, open, openConversation, set, side, state, unread } from './store.js';

/** @type {Record<PlatformName, string>} */
export const platformNames = { slack: 'Slack', discord: 'Discord' };

/** One side: who you are, where you are, what is there. @param {{ facts: PlatformFacts }} props */
export function PaneView({ facts }) {
  const platform = facts.name;
  const name = platformNames[platform];
  const pane = state.panes[platform];
  const conversation = openConversation(platform);
  const section = useRef(/** @type {HTMLElement | null} */ (null));
  const modal = pane?.persona.handle === state.who[platform] ? pane?.modal : undefined;
  const hadModal = useRef(false);

  useLayoutEffect(() => {
    if (hadModal.current && !modal) {
      const line = section.current?.querySelector('.line');
      if (line instanceof HTMLElement) line.focus();
    }
    hadModal.current = modal !== undefined;
  }, [modal]);

  return html`<section
    class="pane"
    id=${`pane-${platform}`}
    data-platform=${platform}
    data-active=${state.active === platform}
    aria-label=${`Local ${name}`}
    ref=${section}
  >
    <div class="pane-inside" inert=${modal !== undefined}>
      <${Switcher} facts=${facts} name=${name} />
      ${
        pane &&
        conversation &&
        html`<div class="pane-body">
          <${Conversations} platform=${platform} name=${name} conversations=${pane.conversations} opened=${conversation.id} />
          <div class="conversation" key=${`${side(platform)}/${conversation.id}`}>
            <${Title} conversation=${conversation} />
            <${Messages} platform=${platform} conversation=${conversation} actions=${pane.messageActions} />
            <${Notice} platform=${platform} />
            <${Composer} platform=${platform} pane=${pane} conversation=${conversation} />
          </div>
        </div>`
      }
    </div>
    ${modal && html`<${Modal} key=${`${side(platform)}/${modal.id}`} platform=${platform} modal=${modal} />`}
  </section>`;
}

/** @param {{ facts: PlatformFacts, name: string }} props */
function Switcher({ facts, name }) {
  const platform = facts.name;
  return html`<header class="switcher">
    <div class="switcher-title">
      <h2>${name}</h2>
      <p>You are…</p>
    </div>
    <fieldset>
      <legend class="unseen">Who you are on ${name}</legend>
      ${facts.personas.map(({ handle, name: person, role }) => {
        const waiting = unread(platform, handle);
        return html`<label key=${handle} class="persona" title=${`${person}, ${roles[role] ?? role}`}>
          <input
            type="radio"
            class="unseen"
            name=${`who-${platform}`}
            value=${handle}
            checked=${state.who[platform] === handle}
            onChange=${() => become(platform, handle)}
          />
          <${Avatar} name=${person} />
          <span class="persona-words">
            <span class="persona-name" dir="auto">${person}</span>
            <span class="persona-role">${roles[role] ?? role}</span>
          </span>
          ${
            waiting > 0 &&
            html`<span class="badge"><span aria-hidden="true">${waiting > 9 ? '9+' : waiting}</span><span class="unseen">${waiting} not read</span></span>`
          }
        </label>`;
      })}
    </fieldset>
  </header>`;
}

/** @param {{ platform: PlatformName, name: string, conversations: PaneConversation[], opened: string }} props */
function Conversations({ platform, name, conversations, opened }) {
  const groups = [
    { title: 'Channels', of: conversations.filter((one) => one.kind === 'channel') },
    { title: 'Private messages', of: conversations.filter((one) => one.kind === 'app-dm') },
    {
      title: platform === 'slack' ? 'Group messages' : 'Private threads',
      of: conversations.filter((one) => one.kind === 'group-dm' || one.kind === 'thread'),
    },
  ];
  return html`<nav class="conversations" aria-label=${`Conversations on ${name}`}>
    ${groups
      .filter((group) => group.of.length > 0)
      .map(
        (group) => html`<h3 key=${group.title} class="group-title">${group.title}</h3>
          <ul>
            ${group.of.map((one) => {
              const waiting = unread(platform, state.who[platform], one.id);
              return html`<li key=${one.id}>
                <button
                  type="button"
                  aria-current=${one.id === opened ? 'true' : undefined}
                  data-unread=${waiting > 0}
                  title=${one.kind === 'channel' ? `#${one.name}` : one.name}
                  onClick=${() => open(platform, one.id)}
                >
                  <${Sign} kind=${one.kind} />
                  <span class="conversation-name" dir="auto">${one.name}</span>
                  ${waiting > 0 && html`<span class="dot"><span class="unseen">${waiting} not read</span></span>`}
                </button>
              </li>`;
            })}
          </ul>`,
      )}
  </nav>`;
}

/** Outlines on a 16 by 16 grid. @type {Record<PaneConversation['kind'], string>} */
const signs = {
  channel: 'M6.2 2.5 4.8 13.5M11.2 2.5 9.8 13.5M3 5.8h10.5M2.5 10.2H13',
  'app-dm': 'M2.5 4h11v8h-11zM2.5 4.5 8 9l5.5-4.5',
  'group-dm':
    'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M1.8 13c.3-2.6 2-4 4.2-4s3.900 1.4 4.2 4M10.3 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.3c1.4.5 2.2 1.8 2.4 3.700',
  thread: 'M3 2.5v5a3 3 0 0 0 3 3h7M10 7.5l3 3-3 3',
};

/** @param {{ kind: PaneConversation['kind'] }} props */
function Sign({ kind }) {
  return html`<svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d=${signs[kind]} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
}

/** @param {{ conversation: PaneConversation }} props */
function Title({ conversation }) {
  const { kind, name, members } = conversation;
  const about =
    kind === 'channel'
      ? 'everybody is here'
      : kind === 'app-dm'
        ? 'private messages to you'
        : `only ${members.join(', ')}`;
  return html`<header class="conversation-title">
    <h3 dir="auto" title=${name}>${kind === 'channel' ? '#' : ''}${name}</h3>
    <p dir="auto" title=${about}>${about}</p>
  </header>`;
}

/** @param {{ platform: PlatformName }} props */
function Notice({ platform }) {
  const notice = state.notices[platform];
  return html`<div class="notice-room" role="alert">
    ${
      notice &&
      html`<p class="notice">
        <span dir="auto">${notice}</span>
        <button
          type="button"
          aria-label="Dismiss"
          onClick=${() => set({ notices: { ...state.notices, [platform]: undefined } })}
        >
          ×
        </button>
      </p>`
    }
  </div>`;
}
