import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** RFC 6455: final text frame; masked, with a mask of zeros, so the payload is as it is. */
const TEXT = 0x81;
const MASKED = 0x80;
const MASK_BYTES = 4;

/**
 * The least that speaks Socket.IO 4 over a WebSocket: thousands of these leave the processor to the
 * server, where as many full clients would be what is measured. Only acknowledgements are parsed.
 */
export class LightClient {
  /** Messages that came, pings apart. */
  received = 0;
  #rest: Buffer = Buffer.alloc(0);
  #upgraded = false;
  #acks = new Map<number, (answer: unknown) => void>();
  #nextAck = 0;
  #opened: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
  }

  static open(port: number): Promise<LightClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const client = new LightClient(socket);
      client.#opened = () => resolve(client);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server closed the connection')));
      const key = randomBytes(16).toString('base64');
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
          'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
          `Sec-WebSocket-Key: ${key}\r\n\r\n`,
      );
    });
  }

  /** Emits an event and brings its acknowledgement. */
  ask(event: string, data: unknown): Promise<unknown> {
    const id = this.#nextAck++;
    return new Promise((resolve) => {
      this.#acks.set(id, resolve);
      this.#send(`42${id}${JSON.stringify([event, data])}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #send(text: string): void {
    const { length } = Buffer.from(text);
    const extended = length < 126 ? 0 : 2;
    const frame = Buffer.alloc(2 + extended + MASK_BYTES + length);
    frame[0] = TEXT;
    frame[1] = MASKED | (extended === 0 ? length : 126);
    if (extended > 0) frame.writeUInt16BE(length, 2);
    frame.write(text, 2 + extended + MASK_BYTES);
    this.socket.write(frame);
  }

  #read(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#upgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end !== -1) {
        this.#upgraded = true;
        data = data.subarray(end + 4);
      }
    }
    this.#rest = this.#upgraded ? this.#frames(data) : data;
  }

  /** @returns what is left after the last whole frame. */
  #frames(data: Buffer): Buffer {
    let at = 0;
    while (data.length - at >= 2) {
      const short = (data[at + 1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < head) break;
      const length =
        head === 2 ? short : head === 4 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2));
      if (data.length - at < head + length) break;
      this.#message(data.subarray(at + head, at + head + length));
      at += head + length;
    }
    return at === data.length ? Buffer.alloc(0) : Buffer.from(data.subarray(at));
  }

  /** Engine.IO: 0 open, 2 ping, 4 message; in a message Socket.IO: 0 connected, 2 event, 3 acknowledgement. */
  #message(payload: Buffer): void {
    const [engine, socket] = [payload.toString('latin1', 0, 1), payload.toString('latin1', 1, 2)];
    if (engine === '0') return this.#send('40');
    if (engine === '2') return this.#send('3');
    if (engine !== '4') return;
    if (socket === '0') return this.#opened();
    this.received++;
    if (socket === '3') this.#acknowledged(payload.toString('utf8', 2));
  }

  #acknowledged(text: string): void {
    const from = text.indexOf('[');
    const id = Number(text.slice(0, from));
    const [answer] = JSON.parse(text.slice(from)) as unknown[];
    this.#acks.get(id)?.(answer);
    this.#acks.delete(id);
  }
}
