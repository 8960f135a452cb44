import * as z from 'zod';
import { Id } from '../../common/contract/text.ts';
import { AgainAnswer, DeadLettersAnswer, LinesAnswer } from '../../common/jobs.ts';
import { type Jobs, JobsStopped, JobsUnavailable } from '../ports.ts';
import type { Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

/** One dead letter of a hall, or all of them when none is named; and at which window the one sits who asks. */
const Again = z.strictObject({
  hall: Id,
  window: Id,
  letter: z.strictObject({ kind: z.string().max(64), id: z.string().max(128) }).optional(),
});

/** The jobs behind the effects: how they stand, what was given up, and having it done after all. */
export function jobOperations(reception: Reception, jobs: Jobs): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/operations/lines',
      summary: 'The lines of jobs behind the effects: waiting, being done, being tried again, given up',
      tag: 'operations',
      answer: LinesAnswer,
      run: async () => ({ lines: await asked(jobs.lines()) }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/operations/dead-letters',
      summary: 'The jobs that were given up, the latest first, each with the reason',
      tag: 'operations',
      answer: DeadLettersAnswer,
      run: async () => ({ deadLetters: await asked(jobs.deadLetters()) }),
    }),
    operation({
      method: 'post',
      path: '/api/v1/operations/dead-letters/again',
      summary: 'Have one job of a hall, or all, done that were given up (a lead’s or manager’s window)',
      tag: 'operations',
      body: Again,
      answer: AgainAnswer,
      run: async ({ body: { hall, window, letter } }) => {
        const { id } = hallNamed(reception, hall).config;
        const refusal = reception.refusesOperating(id, window);
        if (refusal !== null) throw new Refusal(refusal);
        return { again: await asked(jobs.again(id, letter)) };
      },
    }),
  ];
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof JobsUnavailable || error instanceof JobsStopped) throw refuse('JOBS_UNAVAILABLE');
    throw error;
  }
}
