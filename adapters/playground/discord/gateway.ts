import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { apiChannel, apiThreadMember, TEXT, threadsForBot } from './channels.ts';
import {
  apiGuild,
  apiMember,
  apiUser,
  applicationId,
  botId,
  botToken,
  guildId,
  membersOf,
} from './residents.ts';
import { INTENT, type Town } from './town.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;
const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;
const HEARTBEAT_MS = 41_250;
/** A session whose socket is gone waits this long (real time) to be resumed. */
const RESUMABLE_MS = 5 * 60_000;

/** Its number, and how many there are. */
type Shard = [id: number, count: number];

/** https://discord.com/developers/docs/events/gateway#sharding: a server's shard goes by its id, DMs come to the first. */
const shardOf = (guild: string | undefined, count: number): number =>
  guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));

interface Session {
  id: string;
  shard: Shard;
  intents: number;
  /** The number of the latest event. */
  sequence: number;
  /** Events by number, to be told again on a resume. */
  events: { op: 0; t: string; s: number; d: object }[];
  socket?: WebSocket;
  cutAt?: number;
}

/** How the connection to the app breaks, for tests. */
export type Cut =
  /** The sockets are gone without a word; the session can be resumed. */
  | 'socket'
  /** Discord asks the app to come back, as it does at its own restarts. */
  | 'reconnect'
  /** Discord no longer knows the session: the app must identify anew. */
  | 'invalid-session';

export interface Gateway {
  dispatch(event: string, data: object, intents?: number): void;
  cut(how: Cut): void;
  connected(): boolean;
  stop(): Promise<void>;
}

/** Discord's gateway, version 10, JSON without compression. An app that comes in fewer than `shards` is closed. */
export function createGateway(
  server: Server,
  town: Town,
  { url, shards }: { url: () => string; shards: number },
): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sessions = new Map<string, Session>();

  const send = (socket: WebSocket, payload: object) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(payload));
  };
  const tell = (session: Session, t: string, d: object) => {
    session.sequence += 1;
    // As it is now: later changes of the same object are later events.
    const event = { op: OP.dispatch, t, s: session.sequence, d: structuredClone(d) };
    session.events = [...session.events.slice(-999), event];
    if (session.socket) send(session.socket, event);
  };

  const welcome = (socket: WebSocket, intents: number, shard: Shard): Session => {
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, shard, intents, sequence: 0, events: [], socket };
    const hasGuild = shardOf(guildId, shard[1]) === shard[0];
    sessions.set(id, session);
    tell(session, 'READY', {
      v: 10,
      user: { ...apiUser(botId), verified: true, mfa_enabled: true, email: null },
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: url(),
      shard,
      guilds: hasGuild ? [{ id: guildId, unavailable: true }] : [],
      private_channels: [],
      application: { id: applicationId, flags: 0 },
    });
    if (hasGuild && (intents & INTENT.guilds) !== 0)
      tell(session, 'GUILD_CREATE', wholeGuild(town));
    return session;
  };

  const identify = (socket: WebSocket, data: Record<string, unknown>): Session | undefined => {
    const { intents, token, shard = [0, 1] } = data;
    if (String(token).replace(/^Bot /, '') !== botToken) {
      socket.close(4004, 'Authentication failed.');
    } else if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0) {
      socket.close(4013, 'Invalid intent(s).');
    } else if ((intents & PRIVILEGED) !== 0) {
      socket.close(4014, 'Disallowed intent(s).');
    } else if (!isShard(shard)) {
      socket.close(4010, 'Invalid shard.');
    } else if (shard[1] < shards) {
      socket.close(4011, 'Sharding required.');
    } else return welcome(socket, intents, shard);
    return undefined;
  };

  const resume = (socket: WebSocket, data: Record<string, unknown>): Session | undefined => {
    const session = sessions.get(String(data.session_id));
    const expired = session?.cutAt !== undefined && Date.now() - session.cutAt > RESUMABLE_MS;
    if (String(data.token).replace(/^Bot /, '') !== botToken) {
      socket.close(4004, 'Authentication failed.');
    } else if (!session || expired) {
      send(socket, { op: OP.invalidSession, d: false });
    } else if (Number(data.seq) > session.sequence) {
      socket.close(4007, 'Invalid seq.');
    } else {
      session.socket?.terminate();
      session.socket = socket;
      delete session.cutAt;
      for (const event of session.events.filter(({ s }) => s > Number(data.seq))) {
        send(socket, event);
      }
      tell(session, 'RESUMED', {});
      return session;
    }
    return undefined;
  };

  sockets.on('connection', (socket) => {
    let session: Session | undefined;
    send(socket, { op: OP.hello, s: null, t: null, d: { heartbeat_interval: HEARTBEAT_MS } });
    // Broken frames and vanished peers end in `close`; there is nobody to tell.
    socket.on('error', () => undefined);
    socket.on('message', (raw) => {
      const payload = parse(String(raw));
      if (!payload) return socket.close(4002, 'Error while decoding payload.');
      const data = (payload.d ?? {}) as Record<string, unknown>;
      switch (payload.op) {
        case OP.heartbeat:
          return send(socket, { op: OP.heartbeatAck, s: null, t: null, d: null });
        case OP.identify:
          if (session && sessions.has(session.id))
            return socket.close(4005, 'Already authenticated.');
          session = identify(socket, data);
          return;
        case OP.resume:
          if (session && sessions.has(session.id))
            return socket.close(4005, 'Already authenticated.');
          session = resume(socket, data);
          return;
        case OP.presence:
        case OP.voice:
        case OP.requestMembers:
          if (!session) socket.close(4003, 'Not authenticated.');
          return;
        default:
          return socket.close(4001, 'Unknown opcode.');
      }
    });
    socket.on('close', (code) => {
      if (!session || session.socket !== socket) return;
      delete session.socket;
      session.cutAt = Date.now();
      // Closing with these codes says that the app won't come back for this session.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
  });

  return {
    dispatch(event, data, intents = 0) {
      const guild = 'guild_id' in data ? String(data.guild_id) : undefined;
      for (const session of sessions.values()) {
        const [shard, count] = session.shard;
        if (shardOf(guild, count) !== shard) continue;
        if (session.cutAt !== undefined && Date.now() - session.cutAt > RESUMABLE_MS) {
          sessions.delete(session.id);
        } else if (intents === 0 || (session.intents & intents) !== 0) {
          tell(session, event, data);
        }
      }
    },
    cut(how) {
      for (const session of [...sessions.values()]) {
        const { socket } = session;
        if (!socket) continue;
        if (how === 'socket') socket.terminate();
        else if (how === 'reconnect') send(socket, { op: OP.reconnect, s: null, t: null, d: null });
        else {
          sessions.delete(session.id);
          send(socket, { op: OP.invalidSession, s: null, t: null, d: false });
        }
      }
    },
    connected: () => [...sessions.values()].some(({ socket }) => socket !== undefined),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };
}

const isShard = (shard: unknown): shard is Shard =>
  Array.isArray(shard) &&
  shard.length === 2 &&
  shard.every(Number.isInteger) &&
  shard[0] >= 0 &&
  shard[0] < shard[1];

function parse(raw: string): { op: number; d: unknown } | undefined {
  try {
    const payload: unknown = JSON.parse(raw);
    const known = typeof payload === 'object' && payload !== null && 'op' in payload;
    return known ? (payload as { op: number; d: unknown }) : undefined;
  } catch {
    return undefined;
  }
}

/** The server as it is told once after READY. Without the members intent its only member is the bot. */
function wholeGuild(town: Town): object {
  const channels = Object.values(town.state.channels).filter(({ type }) => type === TEXT);
  return {
    ...apiGuild(),
    joined_at: new Date(town.state.channels[channels[0]!.id]!.createdAt).toISOString(),
    large: false,
    unavailable: false,
    member_count: membersOf(town.state).length,
    members: [apiMember(botId)],
    channels: channels.map((channel) => apiChannel(town, channel)),
    threads: threadsForBot(town).map((thread) => ({
      ...apiChannel(town, thread),
      ...(thread.members?.[botId] ? { member: apiThreadMember(thread, botId) } : {}),
    })),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
