import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  url: string;
  /** Goes on holding every connection, and takes new ones, but passes nothing on. */
  freeze(): void;
  /** Passes on what was held back, and everything after it. */
  thaw(): void;
  /** Forgets the connections it holds, without a word to either side, and serves new ones. */
  forget(): void;
  /** Cuts every connection, and leads new ones to another port. */
  turnTo(port: number): void;
  close(): Promise<void>;
}

/** A cable between a client and a server, that can be put a foot on. */
export async function tcpProxy(firstPort: number): Promise<TcpProxy> {
  let port = firstPort;
  let frozen = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (frozen) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    forget() {
      frozen = false;
      for (const socket of sockets) socket.removeAllListeners('data').pause();
    },
    turnTo(other) {
      port = other;
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
