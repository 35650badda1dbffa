import { type Logger, LogLevel } from '@slack/bolt';
import type pino from 'pino';

/**
 * Bolt's logger over pino. Bolt, its Web client and its socket write whole payloads, headers and answers at debug level, and
 * now and then hand over whole objects: debug is dropped, and of the rest only strings and errors' messages stay, masked.
 */
export function createBoltLog(log: pino.Logger): Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...given: unknown[]) => {
      const said = given
        .map(sayable)
        .filter((part) => part !== '')
        .join(' ');
      if (said) log[level]({ from: 'bolt' }, said);
    };
  return {
    debug: () => {},
    // "Now connected" and the like; the platform says those itself.
    info: () => {},
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.INFO,
  };
}

function sayable(part: unknown): string {
  if (typeof part === 'string') return masked(part);
  if (part instanceof Error) return masked(`${part.name}: ${part.message}`);
  return '';
}

/** Without tokens, tickets and response URLs, and not longer than a line. */
export const masked = (text: string): string =>
  text
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]')
    .replace(/\b(ticket|token|app_id)=[^&\s"']+/g, '$1=[masked]')
    .replace(/\b(?:https?|wss?):\/\/[^\s"'<>)]+/g, '[address]')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
