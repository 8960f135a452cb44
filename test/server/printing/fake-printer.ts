import { once } from 'node:events';
import net from 'node:net';

/** How the device on the other end of the cable behaves. */
export type FakeBehaviour = {
  /** Answers to DLE EOT 1, 2 and 4. */
  status: [number, number, number];
  /** Takes connections and bytes but never says a word. */
  isMute: boolean;
  /** Cuts the connection once it has swallowed so many bytes of a job. */
  dropAfterBytes: number;
  /** Leaves its side of the connection open after a job, as some print servers do. */
  keepsOpen: boolean;
};

export type FakePrinter = {
  readonly port: number;
  readonly behaviour: FakeBehaviour;
  /** The bytes of each connection, without status requests. */
  readonly received: Buffer[];
  readonly connections: () => number;
  close(): Promise<void>;
};

export const READY: [number, number, number] = [0x12, 0x12, 0x12];

/** An ESC/POS printer on a loopback port: answers DLE EOT at once and swallows everything else. */
export async function fakePrinter(changes: Partial<FakeBehaviour> = {}): Promise<FakePrinter> {
  const behaviour: FakeBehaviour = {
    status: READY,
    isMute: false,
    dropAfterBytes: Number.POSITIVE_INFINITY,
    keepsOpen: false,
    ...changes,
  };
  const received: Buffer[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const server = net.createServer({ allowHalfOpen: behaviour.keepsOpen }, (socket) => {
    const index = connections++;
    received[index] = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      const before = received[index] ?? Buffer.alloc(0);
      const kept = Buffer.concat([before, swallow(socket, bytes, behaviour)]);
      received[index] = kept;
      if (kept.length > behaviour.dropAfterBytes) socket.resetAndDestroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake printer has no port');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: address.port, behaviour, received, connections: () => connections, close };
}

/** Answers the status requests among the bytes and returns the others. */
function swallow(socket: net.Socket, bytes: Buffer, { status, isMute }: FakeBehaviour): Buffer {
  const rest: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x10 && bytes[at + 1] === 0x04) {
      const answer = { 1: status[0], 2: status[1], 4: status[2] }[bytes[at + 2] ?? 0];
      // An automatic status comes first, unasked: it must not be taken for the answer.
      if (!isMute && answer !== undefined) socket.write(Buffer.from([0x10, 0x00, 0x00, 0x00, answer]));
      at += 2;
    } else {
      rest.push(bytes[at] ?? 0);
    }
  }
  return Buffer.from(rest);
}
