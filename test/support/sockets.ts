import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../common/contract/commands.ts';
import type {
  Audience,
  ClientToServer,
  CommandAnswer,
  ServerToClient,
  SubscribeAnswer,
  Subscription,
} from '../../common/contract/socket.ts';

export type TestSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_WITHIN_MS = 5000;

/** A connected socket of its own. */
export async function openSocket(url: string): Promise<TestSocket> {
  const socket: TestSocket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

export function subscribe<A extends Audience>(
  socket: TestSocket,
  subscription: Extract<Subscription, { audience: A }>,
): Promise<SubscribeAnswer<A>> {
  return socket.timeout(ANSWER_WITHIN_MS).emitWithAck('subscribe', subscription) as Promise<
    SubscribeAnswer<A>
  >;
}

let commands = 0;

export function command(
  socket: TestSocket,
  what: Command,
  more: { hall?: string; commandId?: string; secret?: string } = {},
): Promise<CommandAnswer> {
  const envelope = { hall: 'small', commandId: `socket-command-${++commands}`, ...more };
  return socket.timeout(ANSWER_WITHIN_MS).emitWithAck('command', { ...envelope, command: what });
}

/** Sends anything at all, and gives whatever comes back. */
export function emitAnything(socket: TestSocket, event: string, ...args: unknown[]): Promise<unknown> {
  return (socket as unknown as Socket).timeout(ANSWER_WITHIN_MS).emitWithAck(event, ...args);
}
