import { refusal } from './api-error.ts';
import { type CheckedCommand, checkCommands, checkOneCommand } from './check-commands.ts';
import { applicationId, guildId } from './residents.ts';
import {
  bodyOf,
  jsonOf,
  type Office,
  part,
  type Request,
  type Routes,
  requireToken,
} from './route.ts';
import type { StoredCommand } from './state.ts';

/** Registering commands: for everywhere or for one server, all at once or one by one. */
export function addCommandRoutes(routes: Routes, { town }: Office): void {
  const places = [
    '/applications/:app/commands',
    '/applications/:app/guilds/:guild/commands',
  ] as const;

  const placeOf = (request: Request): string | undefined => {
    requireToken(request);
    if (part(request, 'app') !== applicationId) throw refusal('unknownApplication');
    const guild = part(request, 'guild') || undefined;
    if (guild && guild !== guildId) throw refusal('missingAccess');
    return guild;
  };
  const registered = (guild: string | undefined) =>
    town.state.commands.filter((command) => command.guild === guild);
  const store = (guild: string | undefined, checked: CheckedCommand): StoredCommand => {
    // Discord keeps the id of a command that is registered again under the same name and type.
    const was = registered(guild).find(
      ({ name, type }) => name === checked.name && type === checked.type,
    );
    const id = was?.id ?? town.nextId();
    return { ...checked, id, version: town.nextId(), ...(guild ? { guild } : {}) };
  };

  for (const place of places) {
    routes.get(place, (request) => {
      const guild = placeOf(request);
      return request.json(registered(guild).map(apiCommand));
    });
    routes.put(place, async (request) => {
      const guild = placeOf(request);
      const stored = checkCommands(await jsonOf(request)).map((checked) => store(guild, checked));
      const elsewhere = town.state.commands.filter((command) => command.guild !== guild);
      town.state.commands = [...elsewhere, ...stored];
      town.changed();
      return request.json(stored.map(apiCommand));
    });
    routes.post(place, async (request) => {
      const guild = placeOf(request);
      const command = store(guild, checkOneCommand(await bodyOf(request)));
      const others = town.state.commands.filter(({ id }) => id !== command.id);
      checkCommands([...others.filter((other) => other.guild === guild), command]);
      const isNew = others.length === town.state.commands.length;
      town.state.commands = [...others, command];
      town.changed();
      return request.json(apiCommand(command), isNew ? 201 : 200);
    });
    routes.get(`${place}/:command`, (request) => {
      const guild = placeOf(request);
      const command = registered(guild).find(({ id }) => id === part(request, 'command'));
      if (!command) throw refusal('unknownCommand');
      return request.json(apiCommand(command));
    });
    routes.delete(`${place}/:command`, (request) => {
      const guild = placeOf(request);
      const command = registered(guild).find(({ id }) => id === part(request, 'command'));
      if (!command) throw refusal('unknownCommand');
      town.state.commands = town.state.commands.filter(({ id }) => id !== command.id);
      town.changed();
      return request.body(null, 204);
    });
  }
}

const apiCommand = ({ guild, ...command }: StoredCommand): Record<string, unknown> => ({
  ...command,
  application_id: applicationId,
  dm_permission: command.contexts ? command.contexts.includes(1) : true,
  ...(guild ? { guild_id: guild } : {}),
});
