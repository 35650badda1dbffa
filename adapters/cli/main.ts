import { Command, CommanderError } from 'commander';
import { readSettings } from './environment.ts';
import { discordCommandsJson, publicUrlOf, slackManifestJson } from './manifest.ts';
import { version } from './version.ts';

const WRONG_USE = 2;

/**
 * `goodword …`. Sets the exit code: 0 when all went well, 1 when Goodword couldn't start, 2 when the command line is wrong; the latter
 * two with one plain line on standard error for each thing that is wrong.
 */
export async function main(args: string[]): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const program = new Command('goodword')
    .description('Kind asks, double consent, thanks that are meant: a bot for Slack and Discord.')
    .version(version, '--version', 'Print the version')
    .helpOption('--help', 'Say what a command does')
    .helpCommand('help [command]', 'Say what a command does')
    .configureOutput({ outputError: (text) => say(wrongUse(text)) })
    .exitOverride();

  program
    .command('start')
    .description('Run Goodword. Without tokens in the environment or .env: the local page')
    .action(async () => {
      const read = readSettings();
      if (!read.ok) {
        for (const problem of read.problems) say(problem);
        process.exitCode = 1;
        return;
      }
      // Loaded late: a wrong setting is told at once.
      const { start } = await import('./start.ts');
      // Sockets that a platform's client still holds must not keep a failed start alive.
      if (!(await start(read.settings))) process.exit(1);
    });

  const manifest = program
    .command('manifest')
    .description('Print what a platform needs to know of Goodword, as JSON');
  manifest
    .command('slack')
    .description('The app manifest, for "Create an app from a manifest"')
    .option('--url <address>', 'Where Slack reaches Goodword, with SLACK_MODE=http', publicUrlOf)
    .action((options: { url?: string }) => {
      process.stdout.write(`${slackManifestJson(options.url)}\n`);
    });
  manifest
    .command('discord')
    .description('The commands as Goodword registers them')
    .action(() => {
      process.stdout.write(`${discordCommandsJson()}\n`);
    });

  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  }
}

/** Commander's words as one line of ours. */
function wrongUse(text: string): string {
  const [what = ''] = text.replace(/^error: /, '').split('\n', 1);
  const near = /Did you mean .*\?/.exec(text)?.[0];
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replace(/\.?$/, '.');
  return [sentence, near ?? '`goodword help` lists what there is.'].join(' ');
}
