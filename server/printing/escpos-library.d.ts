/** The part of the untyped `escpos` package that is used here; sizes count from 0 (0 = normal). */
declare module 'escpos' {
  interface Adapter {
    write(bytes: Buffer): unknown;
  }
  class Printer {
    constructor(adapter: Adapter, options: { encoding: string; width: number });
    hardware(command: 'init'): this;
    align(where: 'lt' | 'ct' | 'rt'): this;
    size(widthMinusOne: number, heightMinusOne: number): this;
    pureText(content: string): this;
    print(content: Buffer | string): this;
    feed(lines: number): this;
    /** Hands everything so far to the adapter, at once. */
    flush(): this;
  }
  export = Printer;
}

/** The part of the untyped `escpos-network` package that is used here. */
declare module 'escpos-network' {
  import type { Socket } from 'node:net';

  class Network {
    constructor(host: string, port: number);
    /** Becomes null after `close`. */
    device: Socket | null;
    /** The callback runs on connect and again on every later socket error. */
    open(done: (error?: Error | null) => void): this;
    write(bytes: Buffer, done: (error?: Error | null) => void): this;
    /** Adds one more data listener on every call. */
    read(onBytes: (bytes: Buffer) => void): this;
    /** Destroys the socket at once; bytes still in its buffer are lost. */
    close(): this;
  }
  export = Network;
}
