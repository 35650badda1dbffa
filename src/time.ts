import { Temporal } from 'temporal-polyfill';

const DAY = 24 * 60 * 60 * 1000;

/** Days of 24 hours; fractions allowed. */
export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** The calendar date of a moment somewhere, as `YYYY-MM-DD`. */
export const dateIn = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

/** The moment that a calendar date reaches this hour (0 to 23) somewhere. */
export const hourOf = (date: string, hour: number, timeZone: string): Date =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } })
      .epochMilliseconds,
  );

/**
 * The first moment from `at` on outside the quiet hours (`from` inclusive, `to` exclusive, local hours; they may span
 * midnight; equal hours mean none).
 */
export function outsideQuietHours(
  at: Date,
  quiet: { from: number; to: number },
  timeZone: string,
): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const spansMidnight = quiet.from > quiet.to;
  const isQuiet = spansMidnight
    ? local.hour >= quiet.from || local.hour < quiet.to
    : local.hour >= quiet.from && local.hour < quiet.to;
  if (!isQuiet) return at;
  const date = local.toPlainDate();
  const end = local.hour >= quiet.to ? date.add({ days: 1 }) : date;
  return hourOf(end.toString(), quiet.to, timeZone);
}

/** An area and a place, or one of the old short names; no offset. */
const ZONE_NAME = /^[a-z][\w+-]*(?:\/[\w+-]+)*$/i;

/**
 * Whether it is a name in IANA's list, as this machine knows it. Temporal alone takes offsets too, and whole moments with a
 * zone in them.
 */
export const isTimeZone = (name: string): boolean => {
  if (!ZONE_NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
