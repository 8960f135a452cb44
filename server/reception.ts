import type { Command } from '../common/contract/commands.ts';
import type { HallConfig } from '../common/contract/config.ts';
import type { PersonalRecord } from '../common/contract/personal-record.ts';
import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import type { Answer, CommandAnswer, HandOut } from '../common/contract/socket.ts';
import type { Access, Credentials, PersonalRequest } from './access/access.ts';
import type { Waits } from './balancing/expected-waits.ts';
import type { HallBalance } from './balancing/hall-balance.ts';
import type { Catalogue } from './catalogue.ts';
import { deposit, settle } from './deposit.ts';
import type { WebPush } from './jobs/web-push.ts';
import type { Metrics } from './metrics.ts';
import type { Persons } from './persons.ts';
import type { Phones } from './phones.ts';
import { resolve } from './resolve.ts';
import type { TicketSecrets } from './secrets.ts';
import type { HallService } from './service/service.ts';

/** A hall as the edges know it. */
export interface Hall {
  config: HallConfig;
  service: HallService;
  catalogue: Catalogue;
  persons: Persons;
  phones: Phones;
  waits: Waits;
  balance: HallBalance;
  /** How phones are told; null where nobody is. */
  webPush: WebPush | null;
}

/** What the server adds to assignments, of now or of a day to come, that are its advice or take one back. */
export type Advised = Pick<Extract<Command, { type: 'AssignWindows' }>, 'advice' | 'promise' | 'undoes'>;

/** A command as it came in over either edge. */
export interface Submission {
  command: Command;
  commandId: string;
  credentials: Credentials;
  /** Who was shown or typed. */
  person?: PersonalRecord | undefined;
  /** Of windows that are assigned: the advice behind it, as the server gave it. */
  advised?: Advised | undefined;
}

/** The front desk: what sockets and HTTP both do with a client's command. */
export class Reception {
  constructor(
    readonly halls: ReadonlyMap<string, Hall>,
    private readonly access: Access,
    private readonly secrets: TicketSecrets,
    /** Where phones reach this server, e.g. http://192.168.1.10:8080. */
    private readonly publicUrl: () => string,
    private readonly metrics: Metrics,
  ) {}

  async submit(hall: string, submission: Submission): Promise<CommandAnswer> {
    const startedAt = performance.now();
    const answer = await this.#submit(hall, submission);
    const { type } = submission.command;
    // An unknown hall is any word a client likes: not a label.
    const label = this.halls.has(hall) ? hall : 'unknown';
    this.metrics.commands.inc({ hall: label, type, outcome: answer.ok ? 'ok' : answer.rejection.code });
    this.metrics.commandSeconds.observe({ hall: label }, (performance.now() - startedAt) / 1000);
    return answer;
  }

  async #submit(hallId: string, submission: Submission): Promise<CommandAnswer> {
    const hall = this.halls.get(hallId);
    if (hall === undefined) return refuse('UNKNOWN_HALL', hallId);
    const { command, commandId, person } = submission;
    const refusal =
      refusesServersOwn(command) ?? this.access.refuses(hallId, command, shown(hall, submission));
    if (refusal !== null) return { ok: false, rejection: refusal };
    const resolved = resolve(hall, withAdvice(submission));
    if ('code' in resolved) return { ok: false, rejection: resolved };
    const deposited = await hall.persons.attempt(() => deposit(hall, commandId, resolved, person));
    if (deposited === null) return { ok: false, rejection: { code: 'VAULT_UNAVAILABLE' } };
    if ('code' in deposited) return { ok: false, rejection: deposited };
    const by = this.access.actor(resolved);
    const role = this.access.role(hallId, resolved);
    const outcome = await hall.service.execute(deposited.command, { commandId, by, role });
    await hall.persons.attempt(() => settle(hall, commandId, deposited, outcome));
    return outcome.ok ? { ...outcome, ...this.#handOut(hallId, resolved, outcome) } : outcome;
  }

  /** Whether the one who asks may know, or delete, what is somebody's. */
  refusesPersonal(hall: string, request: PersonalRequest, credentials: Credentials): Rejection | null {
    return this.access.refusesPersonal(hall, request, credentials);
  }

  /** Whether who sits at this window may have jobs done again. */
  refusesOperating(hall: string, window: string): Rejection | null {
    return this.access.refusesOperating(hall, window);
  }

  /** Why whoever asks at this window may not manage the hall; null when they may. */
  refusesManaging(hall: string, desk: string): Rejection | null {
    return this.access.refusesManaging(hall, desk);
  }

  /** What only the one who asked is given: secrets, and the address of the ticket's live page. */
  #handOut(hall: string, { type }: Command, { ticket, booking, supplement }: Answer): Partial<HandOut> {
    if (HANDS_OUT_TICKETS.has(type) && ticket !== undefined) return this.keepsake(hall, ticket.id);
    if (type === 'MakeBooking' && booking !== undefined) return { secret: this.secrets.of(hall, booking.id) };
    if (type === 'FinishService' && supplement !== undefined)
      return { secret: this.secrets.of(hall, supplement.number) };
    return {};
  }

  /** What the holder of a ticket gets: its secret, and the address of its live page. */
  keepsake(hall: string, ticket: string): HandOut {
    const secret = this.secrets.of(hall, ticket);
    // Behind '#': what follows is never sent to a server, so it stands in no log.
    return { secret, url: `${this.publicUrl()}/phone#${hall}.${ticket}.${secret}` };
  }

  holds(hall: string, ticket: string, secret: string): boolean {
    return this.secrets.fits(hall, ticket, secret);
  }
}

/** Commands that give a ticket to whoever sends them. */
const HANDS_OUT_TICKETS: ReadonlySet<Command['type']> = new Set([
  'IssueTicket',
  'CheckIn',
  'RedeemSupplement',
]);

function refuse(code: RejectionCode, detail: string): CommandAnswer {
  return { ok: false, rejection: { code, detail } };
}

/** Clients say who they are beside the command; the hashes in it, and what advice promised, are the server's own. */
function refusesServersOwn(command: Command): Rejection | null {
  const { person, aliases, promise, undoes } = command as Partial<Record<string, unknown>>;
  if (person !== undefined || aliases !== undefined)
    return { code: 'INVALID_REQUEST', detail: 'command: who it is stands beside the command, not in it' };
  if (promise === undefined && undoes === undefined) return null;
  return { code: 'INVALID_REQUEST', detail: 'command: promise and undoes are the server’s own' };
}

function withAdvice({ command, advised }: Submission): Command {
  if (command.type === 'AssignWindows') return { ...command, ...advised };
  if (command.type !== 'PlanDay' || advised === undefined) return command;
  const { advice, promise } = advised;
  return { ...command, advice, promise };
}

/** What the client shows, with the hashes of whoever it says it is. */
function shown(hall: Hall, { credentials, person }: Submission): Credentials {
  const known = person === undefined ? null : hall.persons.inHall(person);
  if (known === null) return credentials;
  return {
    ...credentials,
    persons: [known.person, ...known.aliases],
    idShown: person?.idNumber !== undefined,
  };
}
