import type { Command } from '../../common/contract/commands.ts';
import { demoHall } from './built.ts';

export const hall = demoHall();

const NEXT = { CallNext: 'StartService', StartService: 'FinishService', FinishService: 'CallNext' } as const;

/** Tickets waiting in each queue before the clock runs, so that no call finds nobody. */
const WAITING_PER_QUEUE = 60;

export interface Step {
  command: Command;
  /** To be called with its answer: its window may go on. */
  done: (answer: Answered) => void;
}

/** What a workload looks at in an answer, whichever way it came. */
export interface Answered {
  ticket?: { queue: string };
}

/**
 * A hall at work, without end: every ticket is issued, called, started and finished once, so a
 * quarter of the commands each; windows work side by side, none gets a command before its last is
 * answered.
 */
export class Workload {
  #idle: string[];
  #step = new Map<string, keyof typeof NEXT>();
  /** Queues that tickets were called from: the next are issued there, so that none runs dry. */
  #called: string[] = [];
  #count = 0;

  /** @param windows those it works at; the other windows of the hall are somebody else's. */
  constructor(private readonly windows: readonly string[] = hall.windows.map(({ id }) => id)) {
    this.#idle = [...windows];
  }

  /** Opens the windows and fills the queues; in any order. */
  preparation(): Command[] {
    const windows = this.windows.map((window): Command => ({ type: 'OpenWindow', window }));
    const tickets = hall.queues.flatMap(({ id }) =>
      Array.from({ length: WAITING_PER_QUEUE }, () => issue(id)),
    );
    return [...windows, ...tickets];
  }

  next(): Step {
    const count = this.#count++;
    const window = count % 4 === 0 ? undefined : this.#idle.shift();
    if (window === undefined) {
      const queue = this.#called.shift() ?? hall.queues[count % hall.queues.length]?.id ?? '';
      return { command: issue(queue), done: () => undefined };
    }
    const type = this.#step.get(window) ?? 'CallNext';
    const done = ({ ticket }: Answered): void => {
      if (type === 'CallNext' && ticket !== undefined) this.#called.push(ticket.queue);
      this.#step.set(window, NEXT[type]);
      this.#idle.push(window);
    };
    return {
      command: type === 'CallNext' ? { type, window, ready: false } : { type, window },
      done,
    };
  }
}

/** As from a phone: without a slip, whose printing is another matter. */
export function issue(queue: string): Command {
  const plain = { ground: 'declared', kind: 'walkin' } as const;
  return {
    type: 'IssueTicket',
    queue,
    locale: 'zh-CN',
    source: 'phone',
    print: false,
    ...plain,
    further: [],
  };
}

export interface Measured {
  perSecond: number;
  /** Of every command, in milliseconds. */
  latenciesMs: number[];
}

/** One way of giving a command; rejects when it was refused. */
export type Submit = (command: Command, lane: number) => Promise<Answered>;

/** Keeps `inFlight` commands under way for a time. */
export async function drive(
  workload: Workload,
  submit: Submit,
  inFlight: number,
  forMs: number,
): Promise<Measured> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  const end = start + forMs;
  const lane = async (index: number): Promise<void> => {
    for (let from = performance.now(); from < end; from = performance.now()) {
      const { command, done } = workload.next();
      const answer = await submit(command, index);
      latenciesMs.push(performance.now() - from);
      done(answer);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => lane(index)));
  return { perSecond: (latenciesMs.length * 1000) / (performance.now() - start), latenciesMs };
}

/** Gives many commands, a bounded number at a time; what comes back is in their order. */
export async function inBulk<T>(
  commands: readonly Command[],
  give: (command: Command) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < commands.length; from += 128) {
    results.push(...(await Promise.all(commands.slice(from, from + 128).map(give))));
  }
  return results;
}
