/** What the server's own figures say of it while a day is played. */
export interface VitalsReport {
  /** Processor seconds used, and the share of one core that is. */
  cpuSeconds: number;
  cpuShare: number;
  /** The most memory seen resident, MiB. */
  memoryMaxMiB: number;
  /** The worst 99th percentile of the event loop's delay seen, real milliseconds. */
  loopDelayP99MaxMs: number;
  /** From a command coming in to its answer, the disk included: mean and the bound that 99 % kept, real milliseconds. */
  commandMeanMs: number;
  commandP99Ms: number;
}

const EVERY_MS = 2000;
const TIMEOUT_MS = 2000;
const MIB = 1024 * 1024;

/** Asks a server's /metrics from time to time. */
export class Vitals {
  #first: { cpu: number; at: number } | null = null;
  #cpu = 0;
  #at = 0;
  #memory = 0;
  #loopDelay = 0;
  #text = '';
  #timer: ReturnType<typeof setInterval> | null = null;
  #asking: Promise<void> | null = null;

  constructor(private readonly url: string) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.#ask(), EVERY_MS);
    void this.#ask();
  }

  /** @returns null when the server never said anything of itself. */
  async stop(): Promise<VitalsReport | null> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#asking;
    await this.#ask();
    if (this.#first === null) return null;
    const cpuSeconds = this.#cpu - this.#first.cpu;
    const count = totalOf(this.#text, 'onewindow_command_seconds_count');
    return {
      cpuSeconds,
      cpuShare: cpuSeconds / Math.max(0.001, (this.#at - this.#first.at) / 1000),
      memoryMaxMiB: this.#memory / MIB,
      loopDelayP99MaxMs: this.#loopDelay * 1000,
      commandMeanMs: (totalOf(this.#text, 'onewindow_command_seconds_sum') / Math.max(1, count)) * 1000,
      commandP99Ms: boundOf(this.#text, 'onewindow_command_seconds_bucket', 0.99 * count) * 1000,
    };
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#read().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #read(): Promise<void> {
    try {
      const response = await fetch(`${this.url}/metrics`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      this.#text = await response.text();
    } catch {
      // A look that fails is one figure fewer; whether the server answers is seen by the commands.
      return;
    }
    this.#at = performance.now();
    this.#cpu = totalOf(this.#text, 'process_cpu_seconds_total');
    this.#memory = Math.max(this.#memory, totalOf(this.#text, 'process_resident_memory_bytes'));
    this.#loopDelay = Math.max(this.#loopDelay, totalOf(this.#text, 'nodejs_eventloop_lag_p99_seconds'));
    this.#first ??= { cpu: this.#cpu, at: this.#at };
  }
}

/** The sum of a metric's series in the text format; 0 when it is not there. */
function totalOf(text: string, name: string): number {
  return seriesOf(text, name).reduce((sum, { value }) => sum + value, 0);
}

/** The smallest bucket that holds so many; seconds, infinite when only the last does. */
function boundOf(text: string, name: string, wanted: number): number {
  const buckets = seriesOf(text, name).map(({ labels, value }) => ({
    bound: Number(/le="([^"]+)"/.exec(labels)?.[1]?.replace('+Inf', 'Infinity')),
    value,
  }));
  return Math.min(
    ...buckets.filter(({ value }) => value >= wanted).map(({ bound }) => bound),
    Number.POSITIVE_INFINITY,
  );
}

function seriesOf(text: string, name: string): { labels: string; value: number }[] {
  return text.split('\n').flatMap((line) => {
    const [, labels = '', value = ''] = /^[\w:]+(\{.*\})? (\S+)$/.exec(line) ?? [];
    return line.startsWith(`${name} `) || line.startsWith(`${name}{`)
      ? [{ labels, value: Number(value) }]
      : [];
  });
}
