import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Jobs, JobsStopped, JobsUnavailable, type LineState } from './ports.ts';

/** What /metrics tells. Names and labels hold no person's data. */
export class Metrics {
  readonly registry = new Registry();
  readonly commands = new Counter({
    name: 'onewindow_commands_total',
    help: 'Commands by type and by how they ended: ok, or the rejection code',
    labelNames: ['hall', 'type', 'outcome'],
    registers: [this.registry],
  });
  readonly commandSeconds = new Histogram({
    name: 'onewindow_command_seconds',
    help: 'From a command coming in to its answer, the disk included',
    labelNames: ['hall'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  readonly waiting = new Gauge({
    name: 'onewindow_tickets_waiting',
    help: 'Tickets waiting',
    labelNames: ['hall', 'queue'],
    registers: [this.registry],
  });
  readonly #jobSeconds = new Histogram({
    name: 'onewindow_job_seconds',
    help: 'From the first try of a job to its end, by kind; its count is the jobs done here',
    labelNames: ['kind'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 3600],
    registers: [this.registry],
  });
  readonly #failedTries = new Counter({
    name: 'onewindow_job_tries_failed_total',
    help: 'Tries of jobs that failed here, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Connected screens and phones, counted when the figures are asked for. */
  countConnections(count: () => number): void {
    new Gauge({
      name: 'onewindow_socket_connections',
      help: 'Connected screens and phones',
      registers: [this.registry],
      collect() {
        this.set(count());
      },
    });
  }

  /** How jobs go in this process, and how their lines stand when the figures are asked for. */
  watchJobs(jobs: Jobs): void {
    jobs.watch({
      jobDone: (kind, seconds) => this.#jobSeconds.observe({ kind }, seconds),
      tryFailed: (kind) => this.#failedTries.inc({ kind }),
    });
    new Gauge({
      name: 'onewindow_jobs',
      help: 'Jobs by kind and state: waiting, active, dead (given up); of all nodes where they share them',
      labelNames: ['kind', 'state'],
      registers: [this.registry],
      async collect() {
        const lines = await standing(jobs);
        this.reset();
        for (const { kind, ...line } of lines)
          for (const state of ['waiting', 'active', 'dead'] as const) this.inc({ kind, state }, line[state]);
      },
    });
  }
}

/** None while they can not be asked: no figure is better than an old one. */
async function standing(jobs: Jobs): Promise<LineState[]> {
  try {
    return await jobs.lines();
  } catch (error) {
    if (error instanceof JobsUnavailable || error instanceof JobsStopped) return [];
    throw error;
  }
}
