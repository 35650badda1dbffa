/** The part of pino's logger that the delivery uses. */
export interface DeliveryLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Runs recurring work whose failures, the database being away for one, are told once and not every second. */
export interface Duty {
  /** Never rejects. After a failure: how long to wait before the next attempt, in ms. */
  run(name: string, work: () => Promise<void>): Promise<number | undefined>;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export function createDuty(log: DeliveryLog): Duty {
  const troubles = new Map<string, { message: string; failures: number }>();
  return {
    async run(name, work) {
      const trouble = troubles.get(name);
      try {
        await work();
        if (trouble) log.info({ duty: name, failures: trouble.failures }, 'works again');
        troubles.delete(name);
        return undefined;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (trouble?.message !== message) {
          log.error({ duty: name, err: error }, 'failed; it is tried again until it works');
        }
        const failures = (trouble?.failures ?? 0) + 1;
        troubles.set(name, { message, failures });
        return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
      }
    },
  };
}
