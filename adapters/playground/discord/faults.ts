import type { Fault } from '../pane.ts';

type CallFault = Extract<Fault, { match?: string }>;

/** Faults of API calls that are still to happen. */
export interface CallFaults {
  add(fault: CallFault): void;
  /** The fault for this call, used up by it. `names` are the call's method with its path and with its route. */
  take(names: string[]): CallFault | undefined;
}

export function createCallFaults(): CallFaults {
  let pending: CallFault[] = [];
  return {
    add: (fault) => {
      pending.push({ ...fault });
    },
    take(names) {
      const hit = pending.find(({ match }) => !match || names.some((name) => name.includes(match)));
      if (!hit) return undefined;
      hit.count -= 1;
      pending = pending.filter(({ count }) => count > 0);
      return hit;
    },
  };
}
