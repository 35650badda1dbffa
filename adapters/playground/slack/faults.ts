import type { Fault } from '../pane.ts';

type CallFault = Extract<Fault, { fault: 'rate-limit' | 'drop-answer' | 'server-error' }>;

/** What was made to go wrong and is still to come. */
export interface Faults {
  add(fault: Exclude<Fault, { fault: 'dms' }>): void;
  /** What happens to this API call. Each call uses up one. */
  forCall(method: string): CallFault | undefined;
  /** Whether this action is delivered twice. */
  forAction(): boolean;
}

/** Nothing goes wrong until a fault is added. */
export function createFaults(): Faults {
  const calls: CallFault[] = [];
  let twice = 0;
  return {
    add(fault) {
      if (fault.fault === 'deliver-twice') twice += fault.count;
      else calls.push({ ...fault });
    },
    forCall(method) {
      const at = calls.findIndex((fault) => fault.count > 0 && method.includes(fault.match ?? ''));
      const fault = calls[at];
      if (!fault) return undefined;
      fault.count -= 1;
      if (fault.count === 0) calls.splice(at, 1);
      return fault;
    },
    forAction() {
      if (twice === 0) return false;
      twice -= 1;
      return true;
    },
  };
}
