import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The cable between the screens and the server. Cut, it answers nobody and says nothing, as a switch
 * without power does; mended, it takes new connections, and those from before it stay dead.
 */
export class Line {
  readonly #server: Server;
  #sockets = new Set<Socket>();
  #isCut = false;

  constructor(
    private readonly port: number,
    private readonly to: number,
  ) {
    this.#server = createServer((near) => this.#accept(near));
  }

  async start(): Promise<void> {
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  mend(): void {
    this.#isCut = false;
  }

  #accept(near: Socket): void {
    this.#keep(near);
    if (this.#isCut) {
      near.pause();
      return;
    }
    const far = connect(this.to, '127.0.0.1');
    this.#keep(far);
    near.pipe(far).pipe(near);
    // A server that is gone has closed its end: so does the line, as the network stack would.
    far.on('close', () => this.#isCut || near.destroy());
    near.on('close', () => this.#isCut || far.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }
}
