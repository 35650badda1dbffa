/** One setting that Goodword reads from the environment or from `.env`. */
export interface Setting {
  name: string;
  /** For `.env.example`: what it is and where to get it; one entry a line. */
  about: string[];
  /** What `.env.example` shows after the `=`. */
  example: string;
  /** Its value never appears in a message, a log or an error. */
  secret?: true;
}

/** All settings there are, in the order of `.env.example`. Which of them belong together is decided in `settings.ts`. */
export const settingTable = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: [
      'Slack. Create the app from `npx goodword manifest slack`, install it to your workspace,',
      'then copy the bot token (xoxb-…) from "OAuth & Permissions".',
    ],
    example: '',
    secret: true,
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: [
      'App-level token (xapp-…) with the scope connections:write, from "Basic Information".',
      'Needed with SLACK_MODE=socket.',
    ],
    example: '',
    secret: true,
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: ['Signing secret, from "Basic Information". Needed with SLACK_MODE=http.'],
    example: '',
    secret: true,
  },
  {
    name: 'SLACK_MODE',
    about: [
      'How Slack reaches Goodword: "socket" needs no public address; "http" receives Slack\'s requests',
      'at https://<your address>/slack/events.',
    ],
    example: 'socket',
  },
  {
    name: 'SLACK_API_URL',
    about: ["Another base address of Slack's API, for a proxy or GovSlack."],
    example: '',
  },
  {
    name: 'DISCORD_TOKEN',
    about: ['Discord. Bot token, from the page "Bot" of your application.'],
    example: '',
    secret: true,
  },
  {
    name: 'DISCORD_GUILD_ID',
    about: [
      'Register the commands in this one server only, where they change at once. Meant for development;',
      'leave it empty to register them everywhere.',
    ],
    example: '',
  },
  {
    name: 'DISCORD_SHARDS',
    about: [
      'Connections that share the servers, in this one process: a number, or "auto" for as many as Discord',
      'recommends. Discord wants more than one from 2,500 servers on.',
    ],
    example: '1',
  },
  {
    name: 'DISCORD_API_URL',
    about: ["Another base address of Discord's API, for a proxy."],
    example: '',
  },
  {
    name: 'DATABASE_URL',
    about: [
      'A Postgres database, as postgres://user:password@host:5432/name. Without it Goodword keeps its',
      'data in a folder of its own and needs no database server.',
    ],
    example: '',
    secret: true,
  },
  {
    name: 'GOODWORD_DATA_DIR',
    about: ['The folder for that data.'],
    example: './.goodword',
  },
  {
    name: 'HOST',
    about: [
      'Address to listen on. 127.0.0.1 is this machine only; 0.0.0.0 is every network it is in, which a',
      'container usually needs.',
    ],
    example: '127.0.0.1',
  },
  {
    name: 'PORT',
    about: ["Port of the local page, of /healthz and of Slack's requests. 0 takes any free one."],
    example: '8787',
  },
  {
    name: 'LOG_LEVEL',
    about: [
      'fatal, error, warn, info, debug, trace or silent. Empty: info, or warn with the local page.',
    ],
    example: '',
  },
] as const satisfies Setting[];

export type SettingName = (typeof settingTable)[number]['name'];

const settings: readonly Setting[] = settingTable;
export const settingNames: readonly string[] = settings.map((setting) => setting.name);
export const secretNames: readonly string[] = settings
  .filter((setting) => setting.secret)
  .map((setting) => setting.name);

/** The text of `.env.example`. */
export function envExample(): string {
  const head = [
    '# Copy this file to .env and fill in what you use. Nothing here is needed to try Goodword: `npm start`',
    '# without any token opens a local page. What the environment sets wins over .env.',
  ];
  const entries = settings.map((setting) =>
    [...setting.about.map((line) => `# ${line}`), `${setting.name}=${setting.example}`].join('\n'),
  );
  return `${[head.join('\n'), ...entries].join('\n\n')}\n`;
}
