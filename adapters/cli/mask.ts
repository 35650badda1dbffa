/** What a masked secret reads as. */
const MASK = '[secret]';

/** Secrets known by their form, wherever in a text they stand. */
const forms: [RegExp, string][] = [
  // Slack: bot, user, app-level, configuration and refresh tokens; incoming webhooks and response URLs hold one too.
  [/\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w.-]+/g, MASK],
  [/(hooks\.slack\.com\/)[^\s"'<>)]+/g, `$1${MASK}`],
  // Slack's Socket Mode address opens the connection to whoever holds it.
  [/([?&](?:ticket|token|app_id|secret|password)=)[^\s&"']+/gi, `$1${MASK}`],
  // Discord: a bot token; the token in the route of an interaction or a webhook.
  [/\b[\w-]{17,}\.[\w-]{5,}\.[\w-]{20,}/g, MASK],
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?"'<>)]+/g, `$1${MASK}`],
  [/\b(Bot|Bearer|Basic)\s+[\w.~+/=-]{12,}/g, `$1 ${MASK}`],
  // A connection string's password. It may hold anything but white space, an unescaped @ or / included.
  [/(\bpostgres(?:ql)?:\/\/[^\s:/@]*:)\S*@/gi, `$1${MASK}@`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/@]*@/gi, `$1${MASK}@`],
];

/** Makes a function that takes secrets out of a text: the given ones, and what looks like one. */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const exact = secrets
    .flatMap((secret) => [secret, ...passwordOf(secret)])
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let masked = text;
    for (const secret of exact) masked = masked.replaceAll(secret, MASK);
    for (const [form, replacement] of forms) masked = masked.replace(form, replacement);
    return masked;
  };
}

function passwordOf(secret: string): string[] {
  if (!URL.canParse(secret)) return [];
  const { password } = new URL(secret);
  if (!password) return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
