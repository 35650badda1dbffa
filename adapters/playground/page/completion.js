/** @import { PaneCommand } from '../pane.ts' */

/**
 * @typedef {object} Completion
 * @property {string} text The whole command line after taking it.
 * @property {string} label
 * @property {string} [about]
 */

/** @param {string} line @param {PaneCommand[]} commands @returns {Completion[]} */
export function completeCommand(line, commands) {
  const typed = line.match(/^\/([a-z-]*)$/i)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  return commands
    .filter((command) => command.name.startsWith(typed))
    .map((command) => ({
      text: `/${command.name}${command.usage ? ' ' : ''}`,
      label: `/${command.name}${command.usage ? ` ${command.usage}` : ''}`,
      about: command.description,
    }));
}

/**
 * @param {string} line
 * @param {{ handle: string, name: string }[]} members
 * @returns {Completion[]}
 */
export function completeMember(line, members) {
  const at = line.search(/(?<=^|[\s:])@[^\s@]*$/u);
  if (at < 0) return [];
  const typed = line.slice(at + 1).toLocaleLowerCase();
  if (members.some((one) => one.handle === typed)) return [];
  return members
    .filter(
      (one) =>
        one.handle.startsWith(typed) ||
        one.name
          .toLocaleLowerCase()
          .split(/\s+/u)
          .some((word) => word.startsWith(typed)),
    )
    .map((one) => ({
      text: `${line.slice(0, at)}@${one.handle} `,
      label: `@${one.handle}`,
      about: one.name,
    }));
}

/**
 * What the platform suggested: each value is the whole line with the completion in it.
 *
 * @param {{ value: string, label: string }[]} suggestions
 * @returns {Completion[]}
 */
export const completeSuggested = (suggestions) =>
  suggestions.map(({ value, label }) => ({ text: value, label }));
