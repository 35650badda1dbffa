import type { History } from '../../../src/etiquette/draft.ts';
import type { Severity } from '../../../src/etiquette/finding.ts';
import type { Fine, Flagged, Table } from '../examples.ts';

/** A text in which no rule finds anything. */
const text =
  'I’m a surveyor in Leeds. Could I ask you for twenty minutes about your work as a planner?';
export const today = '2026-11-25';

type Known = Partial<Pick<Fine, 'kind' | 'text'>>;

/** The table of a rule that looks at what happened before. */
export function historyTable(
  flagged: [severity: Severity, history: History, known?: Known][],
  fine: [history: History, known?: Known][],
): Table {
  return {
    flagged: flagged.map(
      ([severity, history, known]): Flagged => ({ text, today, severity, history, ...known }),
    ),
    fine: fine.map(([history, known]): Fine => ({ text, today, history, ...known })),
  };
}
