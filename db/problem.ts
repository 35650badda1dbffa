import { DrizzleQueryError } from 'drizzle-orm/errors';

/** The database can't be used as it is set up; the message is one plain sentence that says what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
}

/** A query that the database refused. Holds the statement and never its parameters: they are members' texts. */
export class QueryFailed extends Error {
  override name = 'QueryFailed';
  /** SQLSTATE or the driver's own code. */
  readonly code: string | undefined;
  readonly query: string | undefined;

  constructor(message: string, code?: string, query?: string) {
    super(message);
    this.code = code;
    this.query = query;
  }
}

/** `error` without members' texts: Drizzle writes the parameters into its message, PGlite keeps them on its error. */
export function withoutTexts(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) {
    return new QueryFailed(error.cause?.message ?? 'a query failed', codeOf(error), error.query);
  }
  return error;
}

/** SQLSTATE or the driver's or the system's code of an error or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    if ('code' in e && typeof e.code === 'string') return e.code;
    // Node's `connect` to a name with several addresses rejects with all of their errors.
    if (e instanceof AggregateError && e.errors.length > 0) return codeOf(e.errors[0]);
  }
  return undefined;
}
