import { commands, messageActions } from '../commands.ts';
import { type Handlers, say } from '../context.ts';
import type { Form } from '../form.ts';
import { keepWeekly } from '../leaderboard/weekly.ts';
import type { Messages } from '../messages/messages.ts';
import { isTimeZone } from '../time.ts';
import { type Block, type Button, type Inline, plain, type View } from '../view.ts';
import { isOrganiser, readableReports } from './organisers.ts';
import type { Settings } from './settings.ts';

/** Help for everybody, settings for organisers (the platform's admins). */
export const organisingHandlers: Handlers<'goodword' | 'help' | 'settings' | 'send-settings'> = {
  goodword: async (context) => {
    const organiser = await isOrganiser(context);
    const ambiguous = organiser
      ? await context.read((stores) => stores.outbox.countAmbiguous())
      : 0;
    const reports = (await readableReports(context)).length;
    const { nudgesStopped } = await context.read((stores) => stores.members.get(context.by.user));
    const about = { member: true, organiser, ambiguous, nudgesStopped, reports };
    return { reply: 'message', view: helpView(context.words, about) };
  },
  help: async ({ words }, { command }) => {
    const unknown = commands.some(({ name }) => name === command) ? undefined : command;
    return { reply: 'message', view: helpView(words, { unknown }) };
  },
  settings: async (context) => {
    const { words } = context;
    if (!(await isOrganiser(context))) return say(words, 'settings.not-organiser');
    const settings = await context.read((stores) => stores.community.settings());
    return { reply: 'form', form: settingsForm(settings, words) };
  },
  'send-settings': async (context, { values }) => {
    const { words } = context;
    if (!(await isOrganiser(context))) return say(words, 'settings.not-organiser');
    const timeZone = values.timeZone?.trim() ?? '';
    if (!isTimeZone(timeZone)) {
      const settings = await context.read((stores) => stores.community.settings());
      const errors = { timeZone: words.text('settings.time-zone-wrong') };
      return { reply: 'errors', errors, form: settingsForm({ ...settings, timeZone }, words) };
    }
    return context.once(async (stores) => {
      const settings = await stores.community.settings();
      const changed = {
        ...settings,
        timeZone,
        introductionsChannel: values.introductionsChannel || undefined,
        boardChannel: values.boardChannel || undefined,
      };
      await stores.community.saveSettings(changed);
      await keepWeekly(stores, changed, context.now);
      return say(words, 'settings.saved');
    });
  },
};

function helpView(
  words: Messages,
  about: {
    unknown?: string;
    member?: boolean;
    organiser?: boolean;
    ambiguous?: number;
    nudgesStopped?: boolean;
    reports?: number;
  },
): View {
  const blocks: Block[] = [{ node: 'heading', text: words.text('help.heading') }];
  if (about.unknown) {
    blocks.push({ node: 'text', content: words.rich('help.unknown', { name: about.unknown }) });
  } else {
    blocks.push({ node: 'text', content: words.rich('help.text') });
  }
  blocks.push(
    {
      node: 'list',
      items: [
        ...commands.map(({ name, usage, description }) => ({
          what: words.text('help.command', { name, usage }).trim(),
          description,
        })),
        ...messageActions.map(({ name, description }) => ({
          what: words.text('help.message-action', { name }),
          description,
        })),
      ].map(({ what, description }): Inline[] => [
        { node: 'strong', text: what },
        plain(` · ${description}`),
      ]),
    },
    { node: 'context', content: words.rich('help.private') },
  );
  if (about.ambiguous) {
    const content = words.rich('help.ambiguous', { count: about.ambiguous });
    blocks.push({ node: 'context', content });
  }
  const buttons: Button[] = [];
  if (about.member) {
    buttons.push({ label: words.text('help.discretion'), press: { type: 'discretion' } });
  }
  if (about.organiser) {
    buttons.push(
      { label: words.text('help.settings'), press: { type: 'settings' } },
      { label: words.text('help.organisers'), press: { type: 'organisers' } },
    );
  }
  if (about.organiser || about.reports) {
    const label = words.text('help.reports', { count: about.reports ?? 0 });
    buttons.push({ label, press: { type: 'reports' } });
  }
  if (about.nudgesStopped) {
    buttons.push({ label: words.text('help.resume-nudges'), press: { type: 'resume-nudges' } });
  }
  if (buttons.length > 0) blocks.push({ node: 'buttons', buttons });
  return { summary: words.text('help.heading'), blocks };
}

const settingsForm = (settings: Settings, words: Messages): Form => ({
  title: words.text('settings.title'),
  submit: words.text('settings.submit'),
  send: { type: 'send-settings' },
  fields: [
    {
      id: 'introductionsChannel',
      kind: 'channel',
      label: words.text('settings.channel'),
      hint: words.text('settings.channel-hint'),
      required: false,
      ...(settings.introductionsChannel ? { value: settings.introductionsChannel } : {}),
    },
    {
      id: 'boardChannel',
      kind: 'channel',
      label: words.text('settings.board-channel'),
      hint: words.text('settings.board-channel-hint'),
      required: false,
      ...(settings.boardChannel ? { value: settings.boardChannel } : {}),
    },
    {
      id: 'timeZone',
      kind: 'line',
      label: words.text('settings.time-zone'),
      hint: words.text('settings.time-zone-hint'),
      required: true,
      maxLength: 60,
      value: settings.timeZone,
    },
  ],
});
