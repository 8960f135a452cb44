import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { Command } from '../../common/contract/commands.ts';
import type { CommandAnswer } from '../../common/contract/socket.ts';
import { HallService, SqliteJournal, systemClock } from './built.ts';
import { LightClient } from './light-client.ts';
import { type Answered, hall, type Submit } from './workload.ts';

/** The three ways of giving a hall a command. */
export interface Way {
  submit: Submit;
  close: () => Promise<void>;
}

/** Calls the service itself, in this process. */
export async function atService(folder: string): Promise<Way> {
  const journal = new SqliteJournal(join(folder, 'service.db'));
  const { notices: _n, departments: _d, matters: _m, roster: _r, calendar: _c, ...setup } = hall;
  const service = new HallService(setup, journal, systemClock);
  await service.start();
  return {
    submit: async (command) =>
      check(command, await service.execute(command, { commandId: randomUUID(), by: 'bench' })),
    close: async () => {
      await service.stop();
      await journal.close();
    },
  };
}

/** @param connections one for each command that is to be under way, as counters and phones have their own. */
export async function overSockets(port: number, connections: number): Promise<Way> {
  const clients = await Promise.all(Array.from({ length: connections }, () => LightClient.open(port)));
  return {
    submit: async (command, lane) => {
      const client = clients[lane % clients.length] as LightClient;
      return check(command, await commandOver(client, command));
    },
    close: async () => {
      for (const client of clients) client.close();
    },
  };
}

export async function commandOver(client: LightClient, command: Command): Promise<CommandAnswer> {
  const message = { hall: hall.id, commandId: randomUUID(), command };
  return (await client.ask('command', message)) as CommandAnswer;
}

/** The paths of the commands of the mix. */
const PATHS: Partial<Record<Command['type'], string>> = {
  OpenWindow: 'open',
  CallNext: 'call-next',
  StartService: 'start',
  FinishService: 'finish',
};

/** An idle connection is given up before the server does, after 5 s: else a request may meet its end. */
const IDLE_MS = 2000;

/** Over connections that are kept open. */
export function overHttp(port: number, connections: number): Way {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: IDLE_MS });
  return {
    submit: (command) => {
      const { type, ...fields } = command;
      if ('window' in fields) {
        const { window, ...body } = fields;
        return post(agent, port, `windows/${window}/${PATHS[type] ?? ''}`, body);
      }
      return post(agent, port, 'tickets', fields);
    },
    close: async () => agent.destroy(),
  };
}

function post(agent: Agent, port: number, path: string, body: object): Promise<Answered> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Idempotency-Key': randomUUID(),
  };
  const options = { agent, port, host: '127.0.0.1', method: 'POST', headers };
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, path: `/api/v1/halls/${hall.id}/${path}` }, (response) => {
      let answer = '';
      response.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
      });
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode < 300) resolve(JSON.parse(answer) as Answered);
        else reject(new Error(`${path}: ${statusCode} ${answer}`));
      });
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

export function check(command: Command, answer: CommandAnswer): Answered {
  if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(answer.rejection)}`);
  return answer as Answered;
}
