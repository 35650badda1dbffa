// The page's own words are English; the time zone is the visitor's.
const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** @param {Date} at */
export const clockTime = (at) => clock.format(at);
/** @param {string} iso */
export const hourOf = (iso) => hour.format(new Date(iso));
/** @param {string} iso */
export const dayOf = (iso) => day.format(new Date(iso));
/** @param {string} iso */
export const fullTime = (iso) => full.format(new Date(iso));

/** "real time", "3 hours ahead", "1 day ahead", "9 days ahead". @param {number} ms */
export function aheadOf(ms) {
  const hours = Math.round(ms / 3_600_000);
  if (hours === 0) return 'real time';
  if (hours < 48 && hours % 24 !== 0) return `${hours} ${hours === 1 ? 'hour' : 'hours'} ahead`;
  const days = Math.round(hours / 24);
  return `${days} ${days === 1 ? 'day' : 'days'} ahead`;
}
