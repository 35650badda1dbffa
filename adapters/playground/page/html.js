import htm from 'htm';
import { h } from 'preact';

/**
 * htm keeps elements without values and gives the same object out again; Preact wants a new one each time. Setting
 * `this[0]` turns that off (htm's README, "Caching").
 *
 * @this {number[]}
 * @param {Parameters<typeof h>} args
 */
function fresh(...args) {
  this[0] = 3;
  return h(...args);
}

/** @typedef {(strings: TemplateStringsArray, ...values: unknown[]) => import('preact').ComponentChild} Html */

export const html = /** @type {Html} */ (
  htm.bind(/** @type {typeof h} */ (/** @type {unknown} */ (fresh)))
);
