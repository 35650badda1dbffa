/** @import { PaneInline, PanePart } from '../pane.ts' */
import { useState } from 'preact/hooks';
import { html } from './html.js';

/** Only what is safe to follow becomes a link. @param {string | undefined} url */
export function safeUrl(url) {
  return url && /^(https?:\/\/|mailto:)/i.test(url) ? url : undefined;
}

/** What was sent, as text nodes: nothing in it is ever read as markup. @param {PaneInline} inline */
function Inline(inline) {
  const url = safeUrl(inline.link);
  /** @type {import('preact').ComponentChild} */
  let node = inline.text;
  if (inline.code) node = html`<code>${node}</code>`;
  if (inline.italic) node = html`<em>${node}</em>`;
  if (inline.strong) node = html`<strong>${node}</strong>`;
  if (inline.strike) node = html`<s>${node}</s>`;
  if (inline.mention) node = html`<span class="mention">${node}</span>`;
  if (url) node = html`<a href=${url} target="_blank" rel="noopener noreferrer">${node}</a>`;
  return node;
}

/** @param {PaneInline[]} content */
const inlines = (content) => content.map((one) => html`<${Inline} ...${one} />`);

/**
 * @param {{
 *   parts: PanePart[],
 *   disabled: boolean,
 *   onPress: (button: string) => void,
 *   onChoose: (select: string, value: string) => void,
 * }} props
 */
export function Parts({ parts, disabled, onPress, onChoose }) {
  return html`<div class="parts">
    ${parts.map((part, at) => {
      switch (part.part) {
        case 'heading':
          return html`<h4 key=${at} dir="auto">${part.text}</h4>`;
        case 'text':
          return html`<p key=${at} dir="auto">${inlines(part.content)}</p>`;
        case 'quote':
          return html`<blockquote key=${at} dir="auto">${inlines(part.content)}</blockquote>`;
        case 'list':
          return html`<ul key=${at}>
            ${part.items.map((item) => html`<li dir="auto">${inlines(item)}</li>`)}
          </ul>`;
        case 'code':
          return html`<pre key=${at} tabindex="0" dir="auto"><code>${part.text}</code></pre>`;
        case 'context':
          return html`<p key=${at} class="context" dir="auto">${inlines(part.content)}</p>`;
        case 'divider':
          return html`<hr key=${at} />`;
        case 'buttons':
          return html`<${Buttons} key=${at} buttons=${part.buttons} disabled=${disabled} onPress=${onPress} />`;
        case 'select':
          return html`<${Choice} key=${`${at}/${part.id}`} part=${part} disabled=${disabled} onChoose=${onChoose} />`;
        default:
          return null;
      }
    })}
  </div>`;
}

/** @param {{ buttons: import('../pane.ts').PaneButton[], disabled: boolean, onPress: (button: string) => void }} props */
function Buttons({ buttons, disabled, onPress }) {
  return html`<div class="buttons">
    ${buttons.map((button) => {
      const look = `button ${button.style}`;
      if (button.url === undefined) {
        return html`<button
          key=${button.id}
          type="button"
          class=${look}
          dir="auto"
          disabled=${disabled}
          onClick=${() => onPress(button.id)}
        >
          ${button.label}
        </button>`;
      }
      const url = safeUrl(button.url);
      return url
        ? html`<a key=${button.id} class=${look} href=${url} target="_blank" rel="noopener noreferrer">
            ${button.label}<span class="outside" aria-hidden="true">↗</span>
            <span class="unseen"> (opens a new tab)</span>
          </a>`
        : html`<span key=${button.id} class="button off">${button.label}</span>`;
    })}
  </div>`;
}

/**
 * A choice with a button beside it: a select alone would act at every arrow key.
 *
 * @param {{
 *   part: Extract<PanePart, { part: 'select' }>,
 *   disabled: boolean,
 *   onChoose: (select: string, value: string) => void,
 * }} props
 */
function Choice({ part, disabled, onChoose }) {
  const [value, setValue] = useState('');
  return html`<div class="choice">
    <select
      aria-label=${part.placeholder}
      value=${value}
      onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ event) => setValue(event.currentTarget.value)}
    >
      <option value="">${part.placeholder}</option>
      ${part.options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}</option>`)}
    </select>
    <button
      type="button"
      class="button default"
      disabled=${disabled || value === ''}
      onClick=${() => onChoose(part.id, value)}
    >
      Choose
    </button>
  </div>`;
}
