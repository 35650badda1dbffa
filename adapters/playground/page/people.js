import { html } from './html.js';

const colours = 8;

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Colours in the order in which people are first seen: no two are alike until all are used. @type {Map<string, number>} */
const given = new Map();

/** @param {string} name */
function colour(name) {
  const own = given.get(name) ?? given.size % colours;
  given.set(name, own);
  return own;
}

/** @param {{ name: string, app?: boolean }} props */
export function Avatar({ name, app = false }) {
  if (app && name === 'Goodword') {
    return html`<span class="avatar own" aria-hidden="true"><img src="/page/icon.svg" alt="" /></span>`;
  }
  return html`<span class="avatar" data-colour=${colour(name)} aria-hidden="true">${initials(name)}</span>`;
}

/** @type {Record<string, string>} */
export const roles = {
  seeker: 'looks for work',
  helper: 'helper',
  target: 'knows the field',
  organiser: 'organiser',
  bot: 'another bot',
};
