import { Argument, Command, CommanderError } from 'commander';
import { readSettings } from './environment.ts';
import { publicUrlOf } from './public-url.ts';
import { version } from './version.ts';

const WRONG_USE = 2;

/** Where a command's words go. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

interface ManifestFlags {
  url?: string;
  link?: true;
}

const thisTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/**
 * `goodword …`. Resolves to the exit code: 0 when all went well (after `start`, Goodword then runs), 1 when it couldn't start, 2
 * when the command line is wrong; the latter two with one plain line on standard error for each thing that is wrong.
 */
export async function main(args: string[], terminal: Terminal = thisTerminal): Promise<number> {
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

/** Commander's words as one line of ours. */
function wrongUse(text: string): string {
  const [what = ''] = text.replace(/^error: /, '').split('\n', 1);
  const near = /Did you mean .*\?/.exec(text)?.[0];
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replace(/\.?$/, '.');
  return [sentence, near ?? '`goodword help` lists what there is.'].join(' ');
}
