/** Notes a problem with the value at a JSON pointer. */
export type Note = (problem: string, at: string) => void;
/** Looks at a value and notes what is wrong with it. Absent values are only asked about where they are required. */
export type Check = (value: unknown, at: string, note: Note) => void;

/** An object that isn't an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The wording of the problems is Slack's, as it stands in `response_metadata.messages`.

/** Whatever is given is fine. */
export const anything: Check = () => {};

/** True or false. */
export const flag: Check = (value, at, note) => {
  if (typeof value !== 'boolean') note('must provide a boolean', at);
};

/** Text of at most `max` and at least `min` UTF-16 units. */
export const string =
  (max: number, min = 0): Check =>
  (value, at, note) => {
    if (typeof value !== 'string') return note('must provide a string', at);
    if (value.length > max) note(`must be less than ${max + 1} characters`, at);
    if (value.length < min) note(`must be more than ${min - 1} characters`, at);
  };

/** A whole number between these, both included. */
export const whole =
  (min: number, max: number): Check =>
  (value, at, note) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return note('must provide an integer', at);
    }
    if (value < min) note(`must be greater than or equal to ${min}`, at);
    if (value > max) note(`must be less than or equal to ${max}`, at);
  };

/** One of these words. */
export const oneOf =
  (...words: string[]): Check =>
  (value, at, note) => {
    if (typeof value !== 'string' || !words.includes(value)) note('must be a valid enum value', at);
  };

/** Text that matches; otherwise the problem given. */
export const matching =
  (pattern: RegExp, problem: string): Check =>
  (value, at, note) => {
    if (typeof value !== 'string' || !pattern.test(value)) note(problem, at);
  };

/** An array of between `min` and `max` such items. */
export const list =
  (item: Check, max: number, min = 1): Check =>
  (value, at, note) => {
    if (!Array.isArray(value)) return note('must provide an array', at);
    if (value.length > max) note(`no more than ${max} items allowed`, at);
    if (value.length < min) note(`no fewer than ${min} items required`, at);
    value.forEach((each, i) => {
      item(each, `${at}/${i}`, note);
    });
  };

/** An object with these properties and no others. */
export const record =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, at, note) => {
    if (!isRecord(value)) return note('must provide an object', at);
    for (const [key, check] of Object.entries(required)) {
      if (value[key] === undefined || value[key] === null)
        note(`missing required field: ${key}`, at);
      else check(value[key], `${at}/${key}`, note);
    }
    for (const [key, each] of Object.entries(value)) {
      if (key in required || each === undefined || each === null) continue;
      const check = optional[key];
      if (check) check(each, `${at}/${key}`, note);
      else note(`invalid additional property: ${key}`, at);
    }
  };

/** An object whose `type` says which of these it is. */
export const typed =
  (kinds: Record<string, Check>): Check =>
  (value, at, note) => {
    if (!isRecord(value)) return note('must provide an object', at);
    if (value.type === undefined) return note('missing required field: type', at);
    const check = typeof value.type === 'string' ? kinds[value.type] : undefined;
    if (check) check(value, at, note);
    else note(`unsupported type: ${String(value.type)}`, `${at}/type`);
  };

/** All of these checks, one after the other. */
export const all =
  (...checks: Check[]): Check =>
  (value, at, note) => {
    for (const check of checks) check(value, at, note);
  };

/** The problems of a value, as Slack writes them in `response_metadata.messages`. */
export function problemsOf(check: Check, value: unknown, at: string): string[] {
  const problems: string[] = [];
  check(value, at, (problem, where) =>
    problems.push(`[ERROR] ${problem} [json-pointer:${where || '/'}]`),
  );
  return problems;
}
