/** @import { PlatformName } from './store.js' */
import { useEffect, useState } from 'preact/hooks';
import { html } from './html.js';
import { answersKey } from './modal.js';
import { platformNames } from './pane.js';
import { become, moveClock, open, set, side, state } from './store.js';

/** @typedef {{ label: string, run: (platform: PlatformName) => unknown, needsForm?: boolean }} Deed */
/** @typedef {{ title: string, text: string, deeds: Deed[] }} Step */

const hasty =
  'Hi! We met last week. Do you know anybody else in retail banking who could get me a job? Thanks.';

const specific =
  'I have led design for two delivery apps and want to move into retail banking, because I like products that people lean on every day. Leila runs design at Fjord Bank. I would like to ask her how her team is set up and what she looks for in a designer from outside banking.';

/** @type {Step[]} */
const steps = [
  {
    title: 'Ask',
    text: 'Nadia looks for work. She met Tom last week and would like to talk to Leila, whom he knows. Put the command into her box and press Enter.',
    deeds: [{ label: 'Put it in her box', run: (platform) => type(platform, 'nadia', askLine) }],
  },
  {
    title: 'Be told',
    text: 'In the form, first ask the way most of us do in a hurry, and send it. Goodword says what would not work and why, to Nadia alone. Then press Edit and ask well.',
    deeds: [
      { label: 'Fill it in hastily', needsForm: true, run: (platform) => fill(platform, hasty) },
      { label: 'Fill it in well', needsForm: true, run: (platform) => fill(platform, specific) },
    ],
  },
  {
    title: 'Say yes',
    text: 'Once it is on its way, be Tom: the ask is in his private messages. Press “I’ll introduce you”. He could as well say no, and Nadia would read kind words.',
    deeds: [{ label: 'Be Tom', run: (platform) => become(platform, 'tom') }],
  },
  {
    title: 'Consent',
    text: 'Nothing happens without Leila. Be her, read what she reads, and agree. Then a conversation of the three opens.',
    deeds: [{ label: 'Be Leila', run: (platform) => become(platform, 'leila') }],
  },
  {
    title: 'Thank',
    text: 'A day later Goodword asks Nadia, once, whether she would like to thank Tom. At night it waits for the morning: then move the clock some hours more.',
    deeds: [
      { label: 'Move the clock a day', run: () => moveClock('P1D') },
      { label: 'Be Nadia', run: (platform) => become(platform, 'nadia') },
    ],
  },
  {
    title: 'Credit',
    text: 'A help that was thanked counts on this week’s board. Look at it with the command.',
    deeds: [{ label: 'Put it in her box', run: (platform) => type(platform, 'nadia', '/helpers') }],
  },
];

const askLine = '/ask-intro @tom @leila';

/** Six steps through one story. @param {{ onClose: () => void }} props */
export function Tour({ onClose }) {
  const [at, setAt] = useState(0);
  const platform = state.active;
  const step = steps[at] ?? steps[0];
  const formOpen = state.panes[platform]?.modal !== undefined;
  useEffect(() => {
    if (formOpen) setAt((now) => (now === 0 ? 1 : now));
  }, [formOpen]);
  if (!step) return null;
  return html`<aside class="tour" aria-label="Try this">
    <div class="tour-top">
      <h2>Try this</h2>
      <ol>
        ${steps.map(
          ({ title }, index) => html`<li key=${title}>
            <button type="button" aria-current=${index === at ? 'step' : undefined} data-past=${index < at} onClick=${() => setAt(index)}>
              <span class="number">${index + 1}</span>${title}
            </button>
          </li>`,
        )}
      </ol>
      <fieldset class="where">
        <legend class="unseen">Where to follow it</legend>
        ${(state.world?.platforms ?? []).map(
          ({ name }) => html`<label key=${name}>
            <input
              type="radio"
              class="unseen"
              name="tour-platform"
              checked=${platform === name}
              onChange=${() => set({ active: name })}
            />
            <span>on ${platformNames[name]}</span>
          </label>`,
        )}
      </fieldset>
      <button type="button" class="close" aria-label="Close these hints" onClick=${onClose}>×</button>
    </div>
    <div class="tour-step">
      <p aria-live="polite">${step.text}</p>
      <div class="tour-deeds">
        ${step.deeds.map(
          ({ label, run, needsForm }) => html`<button
            key=${label}
            type="button"
            class="deed"
            disabled=${state.moving || (needsForm && !formOpen)}
            title=${needsForm && !formOpen ? 'Open the form first' : undefined}
            onClick=${() => run(platform)}
          >
            ${label}
          </button>`,
        )}
        ${at < steps.length - 1 && html`<button type="button" class="quiet" onClick=${() => setAt(at + 1)}>Next</button>`}
      </div>
    </div>
  </aside>`;
}

/** In a channel: Discord has no commands in private messages. @type {(platform: PlatformName, handle: string, line: string) => Promise<void>} */
async function type(platform, handle, line) {
  await become(platform, handle);
  const channel = state.world?.platforms.find((one) => one.name === platform)?.channels[0];
  if (channel) open(platform, channel.id);
  set({ drafts: { ...state.drafts, [side(platform)]: line } });
  const box = document.querySelector(`#pane-${platform} .line`);
  if (box instanceof HTMLInputElement) box.focus();
}

/** Nadia and Tom met once, which matters to what she may ask. @param {{ value: string }[]} options */
const fitting = (options) =>
  (options.find(({ value }) => value === 'new') ?? options[0])?.value ?? '';

/** Fills the open form: the long answer with the note, the rest with something that fits. @type {(platform: PlatformName, note: string) => void} */
function fill(platform, note) {
  const modal = state.panes[platform]?.modal;
  if (!modal) return;
  const long = modal.fields.find((field) => field.kind === 'paragraph');
  /** @type {Record<string, string>} */
  const answers = {};
  for (const field of modal.fields) {
    if (field === long) answers[field.id] = note;
    else if (field.value) continue;
    else if (field.kind === 'choice') answers[field.id] = fitting(field.options ?? []);
    else if (field.kind === 'line' && field.required)
      answers[field.id] = 'Product design at Fjord Bank';
  }
  const key = answersKey(platform, modal);
  set({ answers: { ...state.answers, [key]: { ...state.answers[key], ...answers } } });
}
