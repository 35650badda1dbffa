import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Header } from './header.js';
import { html } from './html.js';
import { PaneView, platformNames } from './pane.js';
import { follow, onChange, refresh, set, state, unread } from './store.js';
import { Tour } from './tour.js';

const tourSeen = 'goodword.tour-seen';

function Page() {
  const [, drawn] = useState(0);
  const [touring, setTouring] = useState(() => localStorage.getItem(tourSeen) === null);
  useEffect(() => {
    onChange(() => drawn((count) => count + 1));
    follow();
    void refresh();
  }, []);
  const platforms = state.world?.platforms ?? [];
  return html`<div class="page">
    <${Header} touring=${touring} onTour=${() => setTouring(true)} />
    ${!state.connected && html`<p class="trouble" role="status">Not connected. As soon as Goodword runs again, this page goes on.</p>`}
    ${state.connected && state.trouble && html`<p class="trouble" role="alert">${state.trouble}</p>`}
    ${
      touring &&
      html`<${Tour}
        onClose=${() => {
          localStorage.setItem(tourSeen, 'yes');
          setTouring(false);
        }}
      />`
    }
    <div class="tabs" role="group" aria-label="Side to show">
      ${platforms.map(({ name, personas }) => {
        const waiting = personas.reduce((sum, { handle }) => sum + unread(name, handle), 0);
        return html`<button
          key=${name}
          type="button"
          aria-pressed=${state.active === name}
          data-platform=${name}
          onClick=${() => set({ active: name })}
        >
          ${platformNames[name]}${waiting > 0 && html` <span class="badge">${waiting > 9 ? '9+' : waiting}</span>`}
        </button>`;
      })}
    </div>
    <main class="sides">
      ${platforms.map((facts) => html`<${PaneView} key=${facts.name} facts=${facts} />`)}
    </main>
  </div>`;
}

const root = document.querySelector('#page');
if (root) {
  root.textContent = '';
  render(html`<${Page} />`, root);
}
