import type { Command } from '../common/contract/commands.ts';
import type { HallConfig } from '../common/contract/config.ts';
import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import type { CommandAnswer } from '../common/contract/socket.ts';
import type { Access, Credentials } from './access/access.ts';
import type { Catalogue } from './catalogue.ts';
import type { Metrics } from './metrics.ts';
import type { TicketSecrets } from './secrets.ts';
import type { HallService } from './service.ts';

/** A hall as the edges know it. */
export interface Hall {
  config: HallConfig;
  service: HallService;
  catalogue: Catalogue;
}

/** A command as it came in over either edge. */
export interface Submission {
  command: Command;
  commandId: string;
  credentials: Credentials;
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

  async #submit(hallId: string, { command, commandId, credentials }: Submission): Promise<CommandAnswer> {
    const hall = this.halls.get(hallId);
    if (hall === undefined) return refuse('UNKNOWN_HALL', hallId);
    const refusal = this.access.refuses(hallId, command, credentials);
    if (refusal !== null) return { ok: false, rejection: refusal };
    const resolved = resolveMatter(hall, command);
    if ('code' in resolved) return { ok: false, rejection: resolved };
    const by = this.access.actor(resolved, credentials);
    const outcome = await hall.service.execute(resolved, { commandId, by });
    if (!outcome.ok || resolved.type !== 'IssueTicket' || outcome.ticket === undefined) return outcome;
    return { ...outcome, ...this.keepsake(hallId, outcome.ticket.id) };
  }

  /** What the holder of a ticket gets: its secret, and the address of its live page. */
  keepsake(hall: string, ticket: string): { secret: string; url: string } {
    const secret = this.secrets.of(hall, ticket);
    // Behind '#': what follows is never sent to a server, so it stands in no log.
    return { secret, url: `${this.publicUrl()}/phone#${hall}.${ticket}.${secret}` };
  }

  holds(hall: string, ticket: string, secret: string): boolean {
    return this.secrets.fits(hall, ticket, secret);
  }
}

/** A ticket is taken for a queue, or for a matter, whose queue it then is. */
function resolveMatter(hall: Hall, command: Command): Command | Rejection {
  if (command.type !== 'IssueTicket') return command;
  if (command.matter === undefined) {
    return command.queue === undefined
      ? { code: 'INVALID_REQUEST', detail: 'queue or matter is required' }
      : command;
  }
  const matter = hall.catalogue.matter(command.matter);
  if (matter === undefined) return { code: 'UNKNOWN_MATTER', detail: command.matter };
  if (command.queue !== undefined && command.queue !== matter.queue) {
    return { code: 'INVALID_REQUEST', detail: `matter ${matter.id} belongs to queue ${matter.queue}` };
  }
  return { ...command, queue: matter.queue };
}

function refuse(code: RejectionCode, detail: string): CommandAnswer {
  return { ok: false, rejection: { code, detail } };
}
