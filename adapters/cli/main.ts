import type { Readable } from 'node:stream';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isKnownLanguage, languages } from '../../src/etiquette/language/all.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { type Relationship, relationships } from '../../src/relationships/relationship.ts';
import { formats } from './check-formats.ts';
import { readSettings } from './environment.ts';
import { publicUrlOf } from './public-url.ts';
import { type Terminal, thisTerminal } from './terminal.ts';
import { version } from './version.ts';

const WRONG_USE = 2;

interface CheckFlags {
  relationship: Relationship;
  language: string;
  format: (typeof formats)[number];
  messages: string;
}

interface ManifestFlags {
  url?: string;
  link?: true;
}

/**
 * `goodword …`. Resolves to the exit code: 0 when all went well (after `start`, Goodword then runs), 1 when it couldn't start or
 * `check` found a text to hold back, 2 when the command line is wrong or a file can't be read; with one plain line on standard
 * error for each thing that is wrong.
 */
export async function main(
  args: string[],
  terminal: Terminal = thisTerminal,
  input: Readable = process.stdin,
): Promise<number> {
  let code = 0;
  const program = new Command('goodword')
    .description('Kind asks, double consent, thanks that are meant: a bot for Slack and Discord.')
    .version(version, '--version', 'Print the version')
    .helpOption('--help', 'Say what a command does')
    .helpCommand(false)
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text) => terminal.err(`${wrongUse(text)}\n`),
    })
    .exitOverride();

  program
    .command('start')
    .description('Run Goodword. Without tokens in the environment or .env: the local page')
    .action(async () => {
      const read = readSettings();
      if (!read.ok) {
        for (const problem of read.problems) terminal.err(`${problem}\n`);
        code = 1;
        return;
      }
      // Loaded late: what is wrong with the settings is told at once.
      const { start } = await import('./start.ts');
      code = (await start(read.settings)) ? 0 : 1;
    });

  program
    .command('manifest')
    .description("Print Slack's app manifest, or Discord's commands, as JSON")
    .addArgument(new Argument('<platform>').choices(['slack', 'discord']))
    .option('--url <address>', 'Where Slack reaches Goodword, with SLACK_MODE=http', publicUrlOf)
    .option('--link', 'A link instead, which opens Slack with the manifest filled in')
    .action(async (platform: string, given: ManifestFlags, command: Command) => {
      const [flag] = Object.keys(given);
      if (flag && platform !== 'slack') command.error(`error: --${flag} is for slack alone`);
      const manifests = await import('./manifest.ts');
      if (platform === 'discord') terminal.out(`${manifests.discordCommandsJson()}\n`);
      else if (given.link) terminal.out(`${manifests.slackManifestLink(given.url)}\n`);
      else terminal.out(`${manifests.slackManifestJson(given.url)}\n`);
    });

  program
    .command('check')
    .description('Review how an ask is made: texts from files, or from standard input')
    .argument('[file...]', '`-` is standard input')
    .addOption(
      new Option('--relationship <how>', 'How well the helper knows the writer')
        .choices(relationships)
        .default('cold'),
    )
    .option('--language <tag>', "The texts' language, or auto", knownLanguage, 'auto')
    .addOption(new Option('--format <name>', 'How to answer').choices(formats).default('text'))
    .option('--messages <tag>', 'The language of the answer', terminalLanguage())
    .action(async (files: string[], given: CheckFlags) => {
      const { check } = await import('./check.ts');
      const words = messagesFor(given.messages);
      code = await check({ ...given, files, words }, { input, terminal });
    });

  program
    .command('rules')
    .description('List the rules of the review: why, when, and what they do by default')
    .option('--language <tag>', 'The language of the words', terminalLanguage())
    .addOption(
      new Option('--format <name>', 'How to answer')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (given: { language: string; format: 'text' | 'json' | 'markdown' }) => {
      const { rulesAs } = await import('./rules.ts');
      terminal.out(rulesAs(given.format, messagesFor(given.language), terminal));
    });

  program
    .command('help')
    .description('Say what a command does')
    .argument('[command]')
    .action((name?: string) => {
      const command = name ? program.commands.find((one) => one.name() === name) : program;
      if (!command) return program.error(`error: unknown command '${name}'`);
      command.outputHelp();
    });

  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? 0 : WRONG_USE;
  }
  return code;
}

/** The tag of a language that the rules know. */
function knownLanguage(tag: string): string {
  if (tag === 'auto' || isKnownLanguage(tag)) return tag;
  const known = languages.map((language) => language.tag).join(', ');
  throw new InvalidArgumentError(`Use auto, or one of ${known}.`);
}

/** The language that the terminal is set to, as a BCP 47 tag. */
function terminalLanguage(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const [locale = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split('.');
  return /^[a-z]{2,3}(_|$)/i.test(locale) ? locale.replace('_', '-') : 'en';
}

/** Commander's words as one line of ours. */
function wrongUse(text: string): string {
  const [what = ''] = text.replace(/^error: /, '').split('\n', 1);
  const near = /Did you mean .*\?/.exec(text)?.[0];
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replace(/\.?$/, '.');
  return [sentence, near ?? '`goodword help` lists what there is.'].join(' ');
}
