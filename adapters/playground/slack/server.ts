import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, LocalClock, LocalPlatform, Persona } from '../pane.ts';
import { perform } from './acts.ts';
import { isRecord } from './checks.ts';
import type { Acknowledgement, Courier } from './delivery.ts';
import { createDispatch } from './dispatch.ts';
import { createFaults } from './faults.ts';
import { createHttpDelivery } from './http-delivery.ts';
import { paneOf } from './pane.ts';
import { createSocketMode } from './socket-mode.ts';
import { app, residents, type SlackState, team } from './state.ts';
import { createWebApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

/** How the app is told what happens: over its socket, or signed to its request URL. */
export type Delivery = { mode: 'socket' } | { mode: 'http'; url: string };

/** Everything but the clock has a default. */
export interface LocalSlackOptions {
  clock: LocalClock;
  /** Loopback by default. */
  host?: string;
  /** Picked by the operating system by default. */
  port?: number;
  /** Socket Mode by default. */
  delivery?: Delivery;
  /** Refuses more than about one message a real second in a channel, as Slack does. Off by default. */
  paced?: boolean;
}

/** A Slack workspace on this machine. The app's API base is `<url>/api/`. */
export interface LocalSlack extends LocalPlatform {
  botToken: string;
  appToken: string;
  signingSecret: string;
  teamId: string;
  /** The app's own user id. */
  botUser: string;
  /** Switches how the app is told. For HTTP, says whether the URL gave back Slack's challenge; deliveries go there anyhow. */
  deliverTo(delivery: Delivery): Promise<boolean>;
  /** Delivers an Events API event (`team_join`, `app_home_opened` and so on), repeated as Slack does until acknowledged. */
  sendEvent(event: { type: string } & Record<string, unknown>): Promise<Acknowledgement>;
}

const botToken = 'xoxb-local-goodword';
const appToken = 'xapp-local-goodword';
const signingSecret = 'local-signing-secret';

/** Starts a local Slack; resolves when it listens. */
export async function createLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { clock, host = '127.0.0.1', port = 0 } = options;
  const listeners: (() => void)[] = [];
  const workspace = createWorkspace(clock, () => {
    for (const listener of listeners) listener();
  });
  const faults = createFaults();
  const sockets = createSocketMode();
  const courierFor = (delivery: Delivery): Courier =>
    delivery.mode === 'socket' ? sockets : createHttpDelivery({ url: delivery.url, signingSecret });
  let courier = courierFor(options.delivery ?? { mode: 'socket' });
  const dispatch = createDispatch({ workspace, faults, courier: () => courier });

  const handle = createWebApi({
    workspace,
    faults,
    botToken,
    appToken,
    invite: () => (courier === sockets ? sockets.invite(workspace.url) : undefined),
    paced: options.paced ?? false,
  });
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  server.listen(port, host);
  await once(server, 'listening');
  workspace.url = `http://${host}:${(server.address() as AddressInfo).port}`;

  const personas: Persona[] = residents.map(({ handle: name, id, name: full, role }) => ({
    handle: name,
    user: id,
    name: full,
    role,
  }));
  const personaOf = (name: string): Persona => {
    const found = personas.find((persona) => persona.handle === name);
    if (!found) throw new Error(`Nobody here is called "${name}".`);
    return found;
  };

  function closeDms(fault: Extract<Fault, { fault: 'dms' }>): void {
    const { user } = personaOf(fault.handle);
    const others = workspace.state.closedDms.filter((each) => each !== user);
    workspace.state.closedDms = fault.closed ? [...others, user] : others;
  }

  return {
    name: 'slack',
    url: workspace.url,
    personas,
    botToken,
    appToken,
    signingSecret,
    teamId: team.id,
    botUser: app.user,
    see: (name) => paneOf(workspace, personaOf(name)),
    act: async (name, act) => perform({ workspace, dispatch }, personaOf(name), act),
    fault(fault) {
      if (fault.fault === 'dms') closeDms(fault);
      else faults.add(fault);
    },
    onChange(listener) {
      listeners.push(listener);
    },
    snapshot: () => structuredClone(workspace.state),
    restore(snapshot) {
      if (!isState(snapshot)) throw new Error('This is not a snapshot of a local Slack.');
      workspace.state = structuredClone(snapshot);
      workspace.changed();
    },
    async deliverTo(delivery) {
      const before = courier;
      courier = courierFor(delivery);
      if (before === sockets && courier !== sockets) sockets.disconnectAll('link_disabled');
      else if (before !== sockets) await before.stop();
      return 'verify' in courier
        ? (courier as ReturnType<typeof createHttpDelivery>).verify()
        : true;
    },
    sendEvent: (event) => dispatch.event(event),
    async stop() {
      dispatch.stop();
      if (courier !== sockets) await courier.stop();
      await sockets.stop();
      server.closeAllConnections();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const isState = (value: unknown): value is SlackState =>
  isRecord(value) && value.version === 1 && Array.isArray(value.conversations);
