import type { Socket } from 'node:net';
import Network from 'escpos-network';
import { PrinterError } from './printer.ts';
import type { StatusBytes } from './printer-status.ts';
import { isStatusByte, STATUS_NUMBERS, statusRequest } from './printer-status.ts';

/** How long a printer may take to end its side of a connection that has done its work. */
const LINGER_MS = 300;

/**
 * One TCP connection to a printer, for one job. The library's own ways lose data: its `close` destroys the
 * socket with bytes still unsent, its listeners pile up and nothing ever times out. So an adapter is used
 * once, every wait ends at the deadline, and the socket is ended before it is destroyed.
 */
export class PrinterLine {
  private readonly network: Network;
  private readonly socket: Socket;
  private readonly deadline: AbortSignal;
  private readonly answers: number[] = [];
  private wake: (() => void) | undefined;

  private constructor(network: Network, socket: Socket, deadline: AbortSignal) {
    this.network = network;
    this.socket = socket;
    this.deadline = deadline;
    network.read((bytes) => {
      this.answers.push(...[...bytes].filter(isStatusByte));
      this.wake?.();
    });
  }

  /** @throws PrinterError UNREACHABLE or TIMEOUT */
  static async open(host: string, port: number, deadline: AbortSignal): Promise<PrinterLine> {
    const network = new Network(host, port);
    const socket = network.device;
    if (!socket) throw new Error('escpos-network made an adapter without a socket');
    try {
      await settled<void>(deadline, (resolve, reject) => {
        network.open((error) => (error ? reject(error) : resolve(undefined)));
      });
      // Else a status question waits for the acknowledgement of the bytes before it: 40 ms and more a job.
      socket.setNoDelay(true);
      return new PrinterLine(network, socket, deadline);
    } catch (error) {
      network.close();
      throw deadline.aborted ? timedOut(host, port, 'connect', error) : unreachable(host, port, error);
    }
  }

  /** Asks for the real-time status. @throws PrinterError TIMEOUT or CONNECTION_LOST */
  async status(): Promise<StatusBytes> {
    const bytes: number[] = [];
    for (const n of STATUS_NUMBERS) {
      this.answers.length = 0;
      await this.write(statusRequest(n));
      bytes.push(await this.answer());
    }
    const [printer = 0, offline = 0, paper = 0] = bytes;
    return [printer, offline, paper];
  }

  /** Resolves when the operating system has taken all the bytes. @throws PrinterError */
  async write(bytes: Buffer): Promise<void> {
    await this.during<void>('write', (resolve, reject) => {
      this.network.write(bytes, (error) => (error ? reject(error) : resolve(undefined)));
    });
  }

  private async answer(): Promise<number> {
    return await this.during('status', (resolve) => {
      const take = (): void => {
        const byte = this.answers.shift();
        if (byte !== undefined) resolve(byte);
      };
      this.wake = take;
      take();
    });
  }

  /**
   * Sends what is left and ends the connection. A printer that does not end its side within a moment is let
   * go: the data is with the operating system then, which goes on delivering it. @throws PrinterError
   */
  async end(): Promise<void> {
    await this.during<void>('end', (resolve) => this.socket.end(() => resolve()));
    if (this.socket.readableEnded || this.socket.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LINGER_MS);
      this.socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Frees the socket at once; call it last, whatever happened. */
  destroy(): void {
    this.network.close();
  }

  /** One wait on the socket; it fails when the connection ends or the time is up. */
  private async during<T>(what: string, executor: Executor<T>): Promise<T> {
    const { remoteAddress = 'printer', remotePort = 0 } = this.socket;
    const stopped = new AbortController();
    try {
      return await settled<T>(this.deadline, (resolve, reject) => {
        const onClose = (): void => reject(new Error('the printer closed the connection'));
        if (this.socket.destroyed || this.socket.readableEnded) return onClose();
        for (const event of ['close', 'end']) this.socket.once(event, onClose);
        stopped.signal.addEventListener('abort', () => {
          for (const event of ['close', 'end']) this.socket.off(event, onClose);
        });
        executor(resolve, reject);
      });
    } catch (error) {
      if (this.deadline.aborted) throw timedOut(remoteAddress, remotePort, what, error);
      const message = `the connection to the printer broke during ${what}`;
      throw new PrinterError(message, { code: 'CONNECTION_LOST', cause: error });
    } finally {
      stopped.abort();
    }
  }
}

type Executor<T> = (resolve: (value: T) => void, reject: (reason: unknown) => void) => void;

/** A promise that is rejected at the deadline if nothing has settled it before. */
function settled<T>(deadline: AbortSignal, executor: Executor<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onDeadline = (): void => reject(deadline.reason);
    if (deadline.aborted) return onDeadline();
    deadline.addEventListener('abort', onDeadline, { once: true });
    const free = (): void => deadline.removeEventListener('abort', onDeadline);
    executor(
      (value) => {
        free();
        resolve(value);
      },
      (reason) => {
        free();
        reject(reason);
      },
    );
  });
}

function timedOut(host: string, port: number, what: string, cause: unknown): PrinterError {
  const message = `the printer at ${host}:${port} did not finish "${what}" in time`;
  return new PrinterError(message, { code: 'TIMEOUT', cause });
}

function unreachable(host: string, port: number, cause: unknown): PrinterError {
  return new PrinterError(`the printer at ${host}:${port} cannot be reached`, { code: 'UNREACHABLE', cause });
}
