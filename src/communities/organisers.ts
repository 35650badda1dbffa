import { type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import { small, text } from '../introductions/views/describe.ts';
import { peer } from '../member.ts';
import type { Report } from '../safety/report.ts';
import { type Block, mention, type View } from '../view.ts';

/**
 * Organisers are whom the community's list names. Until it names somebody, and when nobody on it is here any more, the
 * platform's admins are.
 */
export async function isOrganiser(context: Context): Promise<boolean> {
  const { organisers } = await context.read((stores) => stores.community.settings());
  if (organisers.includes(context.by.user)) return true;
  const facts = await context.person(context.by.user);
  if (!facts?.isAdmin) return false;
  for (const user of organisers) if (await context.person(user)) return false;
  return true;
}

/** Which reports a member may read: organisers all but those about themselves; those about organisers the admins too. */
export async function readableReports(context: Context): Promise<Report[]> {
  const { by } = context;
  const mine = await isOrganiser(context);
  const isAdmin = mine || ((await context.person(by.user))?.isAdmin ?? false);
  if (!isAdmin) return [];
  const { open, organisers } = await context.read(async (stores) => ({
    open: await stores.reports.open(),
    organisers: (await stores.community.settings()).organisers,
  }));
  return open.filter(({ about }) => about !== by.user && (mine || organisers.includes(about)));
}

/** Who is an organiser, kept by the organisers. */
export const organiserHandlers: Handlers<'organisers' | 'add-organiser' | 'remove-organiser'> = {
  organisers: async (context) => {
    if (!(await isOrganiser(context))) return say(context.words, 'settings.not-organiser');
    const { organisers } = await context.read((stores) => stores.community.settings());
    return show(context, 'message', organisers);
  },
  'add-organiser': async (context, { choice }) => {
    const { words, by } = context;
    const facts = await context.person(choice);
    const person = mention(peer(by, choice));
    if (!facts) return say(words, 'organisers.unknown', { person });
    if (facts.isBot) return say(words, 'organisers.bot', { person });
    // Whoever makes the list, or mends it, doesn't lock themselves out by it.
    return change(context, (list) => [...new Set([...list, by.user, choice])]);
  },
  'remove-organiser': (context, { choice }) =>
    change(context, (list) => list.filter((user) => user !== choice)),
};

async function change(context: Context, edit: (list: string[]) => string[]): Promise<Reply> {
  if (!(await isOrganiser(context))) return say(context.words, 'settings.not-organiser');
  let organisers: string[] = [];
  const done = await context.once(async (stores) => {
    const settings = await stores.community.settings();
    organisers = edit(settings.organisers);
    await stores.community.saveSettings({ ...settings, organisers });
    return { reply: 'update', view: { blocks: [] } };
  });
  return done.reply === 'nothing' ? done : show(context, 'update', organisers);
}

async function show(
  context: Context,
  reply: 'message' | 'update',
  organisers: string[],
): Promise<Reply> {
  const { words, by } = context;
  const heading = words.text('organisers.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  if (organisers.length === 0) blocks.push(text(words, 'organisers.admins'));
  else {
    blocks.push({ node: 'list', items: organisers.map((user) => [mention(peer(by, user))]) });
  }
  blocks.push({
    node: 'select',
    placeholder: words.text('organisers.add'),
    choose: { type: 'add-organiser' },
    from: { kind: 'members' },
  });
  if (organisers.length > 0) {
    const options = await Promise.all(
      organisers.map(async (user) => {
        const facts = await context.person(user).catch(() => undefined);
        return { value: user, label: facts?.name ?? user };
      }),
    );
    blocks.push({
      node: 'select',
      placeholder: words.text('organisers.remove'),
      choose: { type: 'remove-organiser' },
      from: { kind: 'options', options },
    });
  }
  blocks.push(small(words, 'organisers.what'));
  const view: View = { summary: heading, blocks };
  return { reply, view };
}
