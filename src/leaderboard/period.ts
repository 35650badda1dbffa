import { Temporal } from 'temporal-polyfill';

/** A calendar period in a community's time zone. `start` is its first day as `YYYY-MM-DD`; `all` has none. */
export type BoardPeriod = { kind: 'week' | 'month'; start: string } | { kind: 'all' };

export interface BoardRow {
  helper: string;
  credits: number;
}

const dayOf = (at: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/** The Monday-to-Sunday week of `at`, or one that many weeks before. */
export function weekOf(at: Date, timeZone: string, weeksBack = 0): BoardPeriod & { kind: 'week' } {
  const day = dayOf(at, timeZone);
  const monday = day.subtract({ days: day.dayOfWeek - 1, weeks: weeksBack });
  return { kind: 'week', start: monday.toString() };
}

export function monthOf(at: Date, timeZone: string): BoardPeriod & { kind: 'month' } {
  return { kind: 'month', start: dayOf(at, timeZone).with({ day: 1 }).toString() };
}

/** Every period that a credit earned at `at` counts in. */
export const periodsOf = (at: Date, timeZone: string): BoardPeriod[] => [
  weekOf(at, timeZone),
  monthOf(at, timeZone),
  { kind: 'all' },
];

/** The hour at which the board of the week that ended is posted. */
const POST_HOUR = 9;

/** The first Monday at nine after `at`. */
export function nextMonday(at: Date, timeZone: string): Date {
  const { start } = weekOf(at, timeZone);
  const nine = (monday: Temporal.PlainDate) =>
    monday.toZonedDateTime({ timeZone, plainTime: { hour: POST_HOUR } }).epochMilliseconds;
  const monday = Temporal.PlainDate.from(start);
  const own = nine(monday);
  return new Date(own > at.getTime() ? own : nine(monday.add({ weeks: 1 })));
}

/** The moment a week or month begins. */
export function startOf(period: { start: string }, timeZone: string): Date {
  const start = Temporal.PlainDate.from(period.start).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}
