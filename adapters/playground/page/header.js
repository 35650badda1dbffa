import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { moveClock, startOver, state } from './store.js';
import { aheadOf, clockTime } from './time.js';

const moves = [
  { label: '+1 hour', forward: 'PT1H' },
  { label: '+1 day', forward: 'P1D' },
  { label: '+5 days', forward: 'P5D' },
  { label: '+1 week', forward: 'P7D' },
];

const tickMs = 5_000;

/** @param {{ touring: boolean, onTour: () => void }} props */
export function Header({ touring, onTour }) {
  return html`<header class="top">
    <div class="brand">
      <img src="/page/icon.svg" alt="" width="36" height="36" />
      <div>
        <h1>Goodword</h1>
        <p>Kind asks and thanks for job-seeker communities. All of this runs on your machine alone.</p>
      </div>
    </div>
    <${Clock} />
    <div class="top-actions">
      ${!touring && html`<button type="button" class="quiet" onClick=${onTour}>Show me around</button>`}
      ${state.world?.startOver && html`<${StartOver} />`}
    </div>
  </header>`;
}

function Clock() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), tickMs);
    return () => clearInterval(timer);
  }, []);
  const ahead = state.world?.aheadMs ?? 0;
  const now = new Date(Date.now() + ahead);
  return html`<div class="clock" role="group" aria-label="The clock of both communities" aria-busy=${state.moving}>
    <p class="now">
      <time datetime=${now.toISOString()}>${clockTime(now)}</time>
      <span class="ahead" aria-live="polite">${state.moving ? 'moving…' : aheadOf(ahead)}</span>
    </p>
    <div class="moves">
      ${moves.map(
        ({ label, forward }) =>
          html`<button key=${forward} type="button" disabled=${state.moving} onClick=${() => moveClock(forward)}>${label}</button>`,
      )}
    </div>
  </div>`;
}

/** Asks once more before everything is emptied. */
function StartOver() {
  const [sure, setSure] = useState(false);
  const start = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const keep = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => {
    if (sure) keep.current?.focus();
  }, [sure]);
  const close = () => {
    setSure(false);
    start.current?.focus();
  };
  return html`<div
    class="start-over"
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
      if (sure && event.key === 'Escape') close();
    }}
  >
    <button
      type="button"
      class="quiet"
      ref=${start}
      aria-expanded=${sure}
      disabled=${state.moving}
      onClick=${() => setSure(!sure)}
    >
      Start over
    </button>
    ${
      sure &&
      html`<div class="sure" role="group" aria-label="Start over">
        <p>Empty both communities? What was said and decided in them is gone then.</p>
        <div>
          <button type="button" class="quiet" ref=${keep} onClick=${close}>Keep them</button>
          <button
            type="button"
            class="quiet danger"
            onClick=${() => {
              close();
              void startOver();
            }}
          >
            Empty
          </button>
        </div>
      </div>`
    }
  </div>`;
}
