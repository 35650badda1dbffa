import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Acted, Fault, LocalClock, LocalPlatform, Persona } from '../pane.ts';
import { performAct } from './act.ts';
import { apiChannel } from './channels.ts';
import { createCallFaults } from './faults.ts';
import { type Cut, createGateway } from './gateway.ts';
import { createInteractionDesk, expireWaiting } from './interactions.ts';
import {
  applicationId,
  botId,
  botName,
  botToken,
  guildId,
  personas,
  personOf,
  type Resident,
  theApp,
} from './residents.ts';
import { createRest } from './rest.ts';
import { paneFor } from './see.ts';
import { restored } from './snapshot.ts';
import { snowflakeAfter } from './snowflake.ts';
import { channelIds, createState, INTENT, type Town } from './town.ts';

/** A Discord on this machine, with one server in it: enough of REST v10 and the gateway for discord.js as it is. */
export interface LocalDiscord extends LocalPlatform {
  name: 'discord';
  /** The bot token that works; all others get a 401, or 4004 on the gateway. */
  token: string;
  applicationId: string;
  guildId: string;
  botUser: { id: string; name: string };
  /** By name, as in the world. */
  channelIds: Record<string, string>;
  personas: Persona[];
  /** Shows or hides a channel (by name) for a persona (by handle) or for the `bot`. */
  setVisible(channel: string, who: string, visible: boolean): void;
  /** Makes a persona leave the server, or come back. Nobody is told: that needs a privileged intent. */
  setMember(handle: string, present: boolean): void;
  /** The language of a persona's client, one of Discord's locales. */
  setLocale(handle: string, locale: string): void;
  cutGateway(how: Cut): void;
  /** Whether an app is connected to the gateway. */
  connected(): boolean;
}

/**
 * Starts a local Discord on the loopback. Without a port the system picks one. Rejects when the port is taken. Its `url`
 * is what discord.js takes as `rest: { api }`.
 */
export async function createLocalDiscord(options: {
  clock: LocalClock;
  host?: string;
  port?: number;
  /** In how many shards the app has to come at least, as if it were in that many thousand servers. Default: 1. */
  shards?: number;
}): Promise<LocalDiscord> {
  const { clock, host = '127.0.0.1', port = 0, shards = 1 } = options;
  const listeners = new Set<() => void>();
  const faults = createCallFaults();
  const town: Town = {
    state: createState(clock.now()),
    clock,
    nextId() {
      town.state.lastId = snowflakeAfter(town.state.lastId, clock.now());
      return town.state.lastId;
    },
    now: () => clock.now().toISOString(),
    changed() {
      for (const listener of listeners) listener();
    },
    dispatch: (event, data, intents) => gateway.dispatch(event, data, intents),
  };
  const desk = createInteractionDesk(town);
  let address = '';
  const gatewayUrl = () => `ws://${address}/gateway`;
  const rest = createRest({ town, desk, gatewayUrl, shards }, faults);
  const server = createAdaptorServer({ fetch: rest.fetch });
  if (!(server instanceof Server)) throw new Error('the local Discord speaks HTTP/1.1 only');
  const gateway = createGateway(server, town, { url: gatewayUrl, shards });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  address = `${host}:${bound}`;

  const known = (handle: string): Resident => {
    const person = personOf(handle);
    if (!person) throw new Error(`There is nobody called "${handle}" on the local Discord.`);
    return person;
  };

  return {
    name: 'discord',
    url: `http://${address}/api`,
    token: botToken,
    applicationId,
    guildId,
    botUser: { id: botId, name: botName },
    channelIds: { ...channelIds },
    personas,
    see: (handle) => paneFor(town, known(handle)),
    act: async (handle, act): Promise<Acted> => {
      const person = personOf(handle);
      if (!person) return { ok: false, error: `There is nobody called "${handle}" here.` };
      return performAct(town, desk, person, act);
    },
    fault(fault: Fault) {
      if (fault.fault === 'dms') {
        const { user } = known(fault.handle);
        const others = town.state.closedDms.filter((closed) => closed !== user);
        town.state.closedDms = fault.closed ? [...others, user] : others;
      } else if (fault.fault === 'deliver-twice') desk.deliverTwice(fault.count);
      else faults.add(fault);
    },
    onChange(listener) {
      listeners.add(listener);
    },
    setVisible(name, who, visible) {
      const channel = town.state.channels[channelIds[name] ?? ''];
      if (!channel) throw new Error(`There is no channel "${name}" on the local Discord.`);
      const { user } = who === 'bot' ? theApp : known(who);
      const others = channel.hiddenFrom.filter((hidden) => hidden !== user);
      channel.hiddenFrom = visible ? others : [...others, user];
      town.dispatch('CHANNEL_UPDATE', apiChannel(town, channel), INTENT.guilds);
      town.changed();
    },
    setMember(handle, present) {
      const { user } = known(handle);
      const others = town.state.gone.filter((gone) => gone !== user);
      town.state.gone = present ? others : [...others, user];
      for (const channel of present ? [] : Object.values(town.state.channels)) {
        if (channel.members) delete channel.members[user];
      }
      town.changed();
    },
    setLocale(handle, locale) {
      town.state.locales[known(handle).user] = locale;
      town.changed();
    },
    cutGateway: (how) => gateway.cut(how),
    connected: () => gateway.connected(),
    snapshot: () => structuredClone(town.state),
    restore(snapshot) {
      town.state = restored(snapshot, town.state);
      expireWaiting(town);
      town.changed();
    },
    async stop() {
      desk.stop();
      await gateway.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
