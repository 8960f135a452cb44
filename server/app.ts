import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { SOCKET_LIMITS } from '../common/contract/limits.ts';
import { openAccess } from './access/access.ts';
import { csvOf } from './figures/csv.ts';
import { balanceOperations } from './http/balance.ts';
import { bookingOperations } from './http/bookings.ts';
import { fairnessOperations } from './http/fairness.ts';
import { hallOperations } from './http/halls.ts';
import { healthRoutes } from './http/health.ts';
import { jobOperations } from './http/jobs.ts';
import { openApi } from './http/openapi.ts';
import { type Operation, route } from './http/operation.ts';
import { pageRoutes } from './http/pages.ts';
import { personOperations } from './http/persons.ts';
import { phoneOperations } from './http/phones.ts';
import { problems, refuse } from './http/problem.ts';
import { type ReportSource, reportOperations } from './http/reports.ts';
import { ticketOperations } from './http/tickets.ts';
import { windowOperations } from './http/windows.ts';
import type { Reports } from './jobs/reports.ts';
import { exportDay } from './journal/export.ts';
import { Metrics } from './metrics.ts';
import type { Clock, Jobs } from './ports.ts';
import { Broadcast, type Io } from './realtime/broadcast.ts';
import { Sockets } from './realtime/sockets.ts';
import { type Hall, Reception } from './reception.ts';
import type { TicketSecrets } from './secrets.ts';

/** How long a stopping server waits for requests under way. */
const CLOSE_TIMEOUT_MS = 3000;

export interface Parts {
  halls: ReadonlyMap<string, Hall>;
  /** The jobs behind the effects, to be looked at and done again. */
  jobs: Jobs;
  reports: Reports;
  secrets: TicketSecrets;
  clock: Clock;
  log: Logger;
  version: string;
  /** Where phones reach this server; asked late, as the port may only be known then. */
  publicUrl: () => string;
  /** The built pages. */
  webRoot: string;
  /** Operations that other parts bring along: the slip tray. */
  operations: Operation[];
}

export interface App {
  /** @returns the port, which is chosen free when 0 is asked for. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/** The whole server but its journal files and its port: what main and every edge test start. */
export function createApp(parts: Parts): App {
  const { halls, clock, secrets } = parts;
  const metrics = new Metrics();
  const access = openAccess({
    holds: (hall, thing, secret) => secrets.fits(hall, thing, secret),
    owns: (hall, thing, person) => personOf(halls.get(hall), thing) === person,
    roleOf: (hall, window) => halls.get(hall)?.service.state.windows.get(window)?.setup.role ?? null,
  });
  const reception = new Reception(halls, access, secrets, parts.publicUrl, metrics);
  const http = createServer(httpEdge(parts, reception, metrics));
  const io: Io = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: SOCKET_LIMITS.messageBytes,
  });
  metrics.watchJobs(parts.jobs);
  metrics.countConnections(() => io.engine.clientsCount);
  const broadcasts = new Map([...halls].map(([id, hall]) => [id, new Broadcast(io, hall, clock)]));
  const sockets = new Sockets(io, reception, broadcasts, clock);
  sockets.start();
  return {
    listen: (port, host) => listen(http, port, host),
    async close() {
      sockets.stop();
      const slow = setTimeout(() => http.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await io.close();
      http.closeIdleConnections();
      clearTimeout(slow);
    },
  };
}

function httpEdge(parts: Parts, reception: Reception, metrics: Metrics): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Halls run on plain addresses of their own network: nothing may insist on https.
  const directives = {
    upgradeInsecureRequests: null,
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'", 'ws:', 'wss:'],
  };
  app.use(
    helmet({
      contentSecurityPolicy: { directives },
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );
  app.use('/api', express.json({ limit: SOCKET_LIMITS.messageBytes, strict: true }));
  const operations = [
    ...hallOperations(reception, parts.clock),
    ...ticketOperations(reception),
    ...windowOperations(reception),
    ...fairnessOperations(reception, parts.clock, exportDay),
    ...bookingOperations(reception, parts.clock),
    ...personOperations(reception),
    ...phoneOperations(reception),
    ...balanceOperations(reception),
    ...jobOperations(reception, parts.jobs),
    ...reportOperations(reception, reportSource(parts.reports)),
    ...parts.operations,
  ];
  route(app, operations);
  const description = openApi(operations, parts.version);
  app.get('/openapi.json', (_request, response) => {
    response.json(description);
  });
  healthRoutes(app, reception, metrics, parts.version);
  pageRoutes(app, parts.webRoot);
  app.use(() => {
    throw refuse('NOT_FOUND');
  });
  app.use(problems(parts.log));
  return app;
}

function reportSource(reports: Reports): ReportSource {
  const reported = ({ config, service: { log } }: Hall) => ({ config, log });
  return {
    days: (hall) => reports.days(reported(hall)),
    of: (hall, day) => reports.of(reported(hall), day),
    csv: csvOf,
  };
}

/** Whose the ticket or booking is, as the log knows it. */
function personOf(hall: Hall | undefined, thing: string): string | null {
  const state = hall?.service.state;
  return state?.tickets.get(thing)?.person ?? state?.bookings.get(thing)?.person ?? null;
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}
