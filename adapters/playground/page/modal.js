/** @import { PaneModal } from '../pane.ts' */
/** @import { PlatformName } from './store.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field } from './fields.js';
import { html } from './html.js';
import { Parts } from './parts.js';
import { act, set, side, state } from './store.js';

const focusable = 'button:not(:disabled), input, textarea, select, a[href]';

/** @type {(platform: PlatformName, modal: PaneModal) => string} */
export const answersKey = (platform, modal) => `${side(platform)}/${modal.id}`;

/** @param {{ platform: PlatformName, modal: PaneModal }} props */
export function Modal({ platform, modal }) {
  const dialog = useRef(/** @type {HTMLFormElement | null} */ (null));
  const key = answersKey(platform, modal);
  const typed = state.answers[key] ?? {};
  const facts = state.world?.platforms.find((one) => one.name === platform);
  const busy = state.busy[platform] === true;
  const errors = modal.fields.map((field) => field.error ?? '').join('\n');
  const answerOf = (/** @type {string} */ id, /** @type {string} */ value) => typed[id] ?? value;

  useLayoutEffect(() => {
    const box = dialog.current;
    const first =
      box?.querySelector('[aria-invalid]') ??
      box?.querySelector('.field :is(input, textarea, select)');
    const target = first ?? box?.querySelector('.modal-body button, footer button');
    if (!(target instanceof HTMLElement)) return;
    target.focus();
    target.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }, [key, errors]);

  const close = () => {
    forget(key);
    void act(platform, { do: 'dismiss' });
  };

  const submit = async () => {
    if (busy) return;
    const values = Object.fromEntries(
      modal.fields.map((field) => [field.id, answerOf(field.id, field.value)]),
    );
    await act(platform, { do: 'submit', values });
    const still = state.panes[platform]?.modal;
    if (!still || answersKey(platform, still) !== key) forget(key);
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    if (event.key === 'Tab') keepInside(event, dialog.current);
  };

  const title = `modal-title-${platform}`;
  const notice = state.notices[platform];
  return html`<div class="veil">
    <form
      class="modal"
      role="dialog"
      aria-modal="true"
      aria-labelledby=${title}
      noValidate
      ref=${dialog}
      onKeyDown=${onKeyDown}
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header>
        <h3 id=${title} dir="auto">${modal.title}</h3>
        <button type="button" class="close" aria-label="Close" onClick=${close}>×</button>
      </header>
      <div class="modal-body">
        ${
          modal.parts.length > 0 &&
          html`<${Parts}
            parts=${modal.parts}
            disabled=${busy}
            onPress=${(/** @type {string} */ button) => act(platform, { do: 'press', message: 'modal', button })}
            onChoose=${(/** @type {string} */ select, /** @type {string} */ value) =>
              act(platform, { do: 'choose', message: 'modal', select, value })}
          />`
        }
        ${modal.fields.map(
          (field) => html`<${Field}
            key=${field.id}
            field=${field}
            id=${`field-${platform}-${field.id}`}
            value=${answerOf(field.id, field.value)}
            facts=${facts}
            onValue=${(/** @type {string} */ value) =>
              set({
                answers: { ...state.answers, [key]: { ...state.answers[key], [field.id]: value } },
              })}
          />`,
        )}
      </div>
      ${notice && html`<p class="modal-notice" role="alert" dir="auto">${notice}</p>`}
      <footer>
        <button type="button" class="button default" onClick=${close}>${modal.close}</button>
        ${modal.submit && html`<button type="submit" class="button primary" disabled=${busy}>${modal.submit}</button>`}
      </footer>
    </form>
  </div>`;
}

/** @param {string} key */
function forget(key) {
  const { [key]: _gone, ...rest } = state.answers;
  set({ answers: rest });
}

/** @type {(event: KeyboardEvent, box: HTMLElement | null) => void} */
function keepInside(event, box) {
  const stops = [...(box?.querySelectorAll(focusable) ?? [])];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const other = event.shiftKey ? stops.at(-1) : stops[0];
  if (document.activeElement === edge && other instanceof HTMLElement) {
    event.preventDefault();
    other.focus();
  }
}
