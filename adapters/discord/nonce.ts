const WHOLE = 1n << 128n;

/**
 * The nonce of an effect's n-th message: its id in base 36, at most 25 characters, Discord's limit. The same effect always
 * gives the same, so that sending it again soon isn't a second message.
 */
export function nonceOf(effectId: string, part = 0): string {
  return ((BigInt(`0x${effectId.replaceAll('-', '')}`) + BigInt(part)) % WHOLE).toString(36);
}

/** A short code to find an effect's thread by: of the random end of its UUIDv7, six characters. */
export function threadCode(effectId: string): string {
  const random = BigInt(`0x${effectId.replaceAll('-', '').slice(-12)}`);
  return (random % 36n ** 6n).toString(36).padStart(6, '0');
}
