/** Goodword can't start, for a reason that the operator can do something about. The message is one plain line. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
