import type { APIInteractionDataResolved } from 'discord.js';

/** Somebody or something in what a member typed into a command: Discord's client sends an id for what it shows as a name. */
const MENTION = /<(@!?|@&|#)(\d{1,20})>/g;

type Resolved = Partial<
  Pick<APIInteractionDataResolved, 'users' | 'members' | 'roles' | 'channels'>
>;

/**
 * Typed words as the member saw them, for what Discord says the names of (it does so for mentions in texts too, though only
 * libraries say that it does); what is left stays a mention.
 */
export const named = (text: string, resolved: Resolved = {}): string =>
  text
    .replace(MENTION, (mention, sign: string, id: string) => nameIn(resolved, sign, id) ?? mention)
    // Custom emoji, and commands that were picked.
    .replace(/<a?(:\w{1,32}:)\d{1,20}>/g, '$1')
    .replace(/<(\/[^:<>]{1,100}):\d{1,20}>/g, '$1');

/** Without the sign: words that begin with "@" are for the core a name that nobody has. */
function nameIn(resolved: Resolved, sign: string, id: string): string | undefined {
  if (sign === '@&') return resolved.roles?.[id]?.name;
  if (sign === '#') {
    const name = resolved.channels?.[id]?.name;
    return name ? `#${name}` : undefined;
  }
  const user = resolved.users?.[id];
  return resolved.members?.[id]?.nick ?? user?.global_name ?? user?.username;
}

/**
 * What `named` left, by the names that `lookup` gives of members; whoever it doesn't know, and a role or a channel, which the
 * member might not even see, becomes `unknown`.
 */
export async function namedByLookup(
  text: string,
  lookup: (user: string) => Promise<string | undefined>,
  unknown: { person: string; place: string },
): Promise<string> {
  const left = [...text.matchAll(MENTION)];
  const users = new Set(left.flatMap(([, sign, id]) => (sign?.match(/^@!?$/) && id ? [id] : [])));
  const names = new Map<string, string | undefined>();
  await Promise.all(
    [...users].slice(0, MOST_LOOKED_UP).map(async (id) => {
      names.set(id, await lookup(id));
    }),
  );
  return text.replace(MENTION, (_, sign: string, id: string) => {
    if (sign === '#') return unknown.place;
    return (sign === '@&' ? undefined : names.get(id)) ?? unknown.person;
  });
}

const MOST_LOOKED_UP = 5;
