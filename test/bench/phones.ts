import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../common/contract/commands.ts';
import { LightClient } from './light-client.ts';
import { commandOver } from './ways.ts';
import { hall, inBulk, issue } from './workload.ts';

/** Phones as the server sees them: each with a ticket of its own, a few thousand a process. */

const PHONES_A_PROCESS = 2500;

export interface Holder {
  ticket: string;
  secret: string;
}

/** What the process of phones is told: connect as many, and what each subscribes to. */
export interface PhonesRequest {
  port: number;
  subscriptions: object[];
}

/** Takes tickets, in turn from every queue. */
export async function takeTickets(port: number, count: number): Promise<Holder[]> {
  const client = await LightClient.open(port);
  const commands = Array.from({ length: count }, (_, index): Command => {
    return issue(hall.queues[index % hall.queues.length]?.id ?? '');
  });
  const holders = await inBulk(commands, async (command) => {
    const answer = await commandOver(client, command);
    if (!answer.ok || answer.ticket === undefined) throw new Error('no ticket was issued');
    return { ticket: answer.ticket.id, secret: answer.secret ?? '' };
  });
  client.close();
  return holders;
}

export function ticketSubscriptions(holders: readonly Holder[]): object[] {
  return holders.map((holder) => ({ hall: hall.id, audience: 'ticket', ...holder }));
}

/** Connects a phone for each subscription. @returns how to disconnect them all. */
export async function connectPhones(port: number, subscriptions: readonly object[]): Promise<() => void> {
  const children: ChildProcess[] = [];
  for (let from = 0; from < subscriptions.length; from += PHONES_A_PROCESS) {
    const child = fork(fileURLToPath(new URL('phones-process.ts', import.meta.url)), {
      execArgv: process.execArgv,
    });
    const request: PhonesRequest = {
      port,
      subscriptions: subscriptions.slice(from, from + PHONES_A_PROCESS),
    };
    child.send(request);
    children.push(child);
  }
  await Promise.all(children.map((child) => once(child, 'message')));
  return () => {
    for (const child of children) child.kill('SIGKILL');
  };
}
