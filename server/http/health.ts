import type { Express } from 'express';
import type { Metrics } from '../metrics.ts';
import type { Reception } from '../reception.ts';

/** Whether the program runs, whether its halls are ready, and its figures. */
export function healthRoutes(app: Express, reception: Reception, metrics: Metrics, version: string): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', version });
  });
  app.get('/readyz', async (_request, response) => {
    const asked = [...reception.halls].map(async ([id, { service }]) => {
      const ready = await service.isReady();
      return { id, ready, day: service.state.day, seq: service.state.seq };
    });
    const halls = await Promise.all(asked);
    const ready = halls.every((hall) => hall.ready);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', halls });
  });
  app.get('/metrics', async (_request, response) => {
    for (const [hall, { service }] of reception.halls) {
      for (const [queue, { lines }] of service.state.queues) {
        let waiting = 0;
        for (const line of lines.values()) waiting += line.size;
        metrics.waiting.set({ hall, queue }, waiting);
      }
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
