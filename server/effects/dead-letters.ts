import { readFile, rename, writeFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { DeadLetter, Job } from '../ports.ts';

/** So many jobs that were given up are kept, the latest. */
export const KEPT_DEAD_LETTERS = 100;

const DeadJob = z.object({
  at: z.number(),
  reason: z.string(),
  job: z.object({
    id: z.string(),
    kind: z.string(),
    hall: z.string(),
    usefulUntil: z.number(),
    data: z.record(z.string(), z.unknown()),
  }),
});
type DeadJob = z.infer<typeof DeadJob>;

/** The jobs that were given up, in a file: they can be done again after a restart. */
export class DeadLetters {
  #dead: DeadJob[] = [];
  #writes = new PQueue({ concurrency: 1 });

  constructor(
    private readonly file: string,
    private readonly log: Logger,
  ) {}

  async load(): Promise<void> {
    try {
      this.#dead = DeadJob.array().parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch (error) {
      this.#dead = [];
      // What can not be read must not keep the hall from printing.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.log.error({ err: error, file: this.file }, 'the jobs that were given up can not be read');
    }
  }

  /** The latest first. */
  list(): DeadLetter[] {
    return this.#dead.map(({ at, reason, job: { id, kind, hall } }) => ({ id, kind, hall, at, reason }));
  }

  /** The jobs themselves, the oldest first: the order in which they came. */
  jobs(): Job[] {
    return this.#dead.map(({ job }) => job).reverse();
  }

  has({ kind, id }: Pick<Job, 'kind' | 'id'>): boolean {
    return this.#dead.some(({ job }) => job.kind === kind && job.id === id);
  }

  /** A job that is there already is there with its new reason. */
  async add(dead: DeadJob): Promise<void> {
    this.#dead = [dead, ...this.#without(dead.job)].slice(0, KEPT_DEAD_LETTERS);
    await this.#save();
  }

  async remove(job: Job): Promise<void> {
    this.#dead = this.#without(job);
    await this.#save();
  }

  #without({ kind, id }: Job): DeadJob[] {
    return this.#dead.filter(({ job }) => job.kind !== kind || job.id !== id);
  }

  async #save(): Promise<void> {
    await this.#writes.add(async () => {
      await writeFile(`${this.file}.new`, JSON.stringify(this.#dead));
      await rename(`${this.file}.new`, this.file);
    });
  }
}
