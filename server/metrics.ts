import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

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
}
