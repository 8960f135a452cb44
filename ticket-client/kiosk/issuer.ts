import { newCommandId } from '../../common/command-id.ts';
import type { Answer, Issued } from '../api.ts';
import { IDLE, type Issue, type Order, pressed, RETRY_DELAY_MS, tryFailed } from './intent.ts';

/** Takes numbers, one at a time: sends a press, and sends it again under the same id while nothing is known. */
export class Issuer {
  #issue: Issue = IDLE;

  constructor(
    private readonly send: (order: Order, commandId: string) => Promise<Answer<Issued>>,
    private readonly onChange: (issue: Issue) => void,
    private readonly retryDelayMs: number = RETRY_DELAY_MS,
  ) {}

  get issue(): Issue {
    return this.#issue;
  }

  /** Resolves when the number is there or a person has to be told; at once when one is under way. */
  async press(order: Order): Promise<void> {
    const before = this.#issue;
    const after = pressed(before, order, newCommandId);
    if (after === before) return;
    this.#set(after);
    while (this.#issue.phase === 'busy') await this.#try(this.#issue.intent);
  }

  /** For the next wish; a number under way is left alone. */
  reset(): void {
    if (this.#issue.phase !== 'busy' && this.#issue.phase !== 'idle') this.#set(IDLE);
  }

  async #try({ order, commandId }: { order: Order; commandId: string }): Promise<void> {
    const answer = await this.send(order, commandId);
    this.#set(answer.ok ? { phase: 'done', issued: answer.value } : tryFailed(this.#issue, answer.code));
    if (this.#issue.phase === 'busy') await new Promise((resolve) => setTimeout(resolve, this.retryDelayMs));
  }

  #set(issue: Issue): void {
    this.#issue = issue;
    this.onChange(issue);
  }
}
