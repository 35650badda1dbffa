/** Discord's epoch, the first second of 2015, in Unix milliseconds: https://discord.com/developers/docs/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;
/** Ids have 19 digits from July 2022 on; a clock that stands earlier still gives ids of that length. */
const EARLIEST = BigInt(Date.UTC(2023, 0, 1));

/** The id of something that was made at that moment; `serial` (0 to 4095) tells things of one millisecond apart. */
export const snowflakeAt = (at: Date | number, serial = 0): string => {
  const ms = BigInt(Number(at));
  return (((ms < EARLIEST ? EARLIEST : ms) - EPOCH) * 4_194_304n + BigInt(serial)).toString();
};

/** A new id, later than `last` in every case. */
export const snowflakeAfter = (last: string, now: Date): string => {
  const fresh = BigInt(snowflakeAt(now));
  const next = BigInt(last) + 1n;
  return (fresh > next ? fresh : next).toString();
};

/** Whether it can be an id at all. */
export const isSnowflake = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{15,20}$/.test(text);

/** Oldest first. */
export const byAge = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);
