import * as z from 'zod';
import { Department, Matter } from '../../common/contract/config.ts';
import { Id, LocalText } from '../../common/contract/text.ts';
import { BoardView, MatterSummary, QueueView } from '../../common/contract/views.ts';
import { MAX_MATTERS_LISTED } from '../catalogue.ts';
import { callView, hallView, queueView, windowView } from '../hall/views/views.ts';
import type { Clock } from '../ports.ts';
import type { Hall, Reception } from '../reception.ts';
import { type Operation, operation } from './operation.ts';
import { refuse } from './problem.ts';

/** Calls the board shows; older ones are in the log. */
const BOARD_CALLS = 20;

/** What there is to read of a hall. */
export function hallOperations(reception: Reception, clock: Clock): Operation[] {
  const hallOf = (params: Record<string, string>): Hall => hallNamed(reception, params.hall);
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls',
      summary: 'The halls of this server',
      tag: 'halls',
      answer: z.object({ halls: z.array(z.object({ id: Id, name: LocalText })) }),
      run: () => ({ halls: [...reception.halls.values()].map(({ config: { id, name } }) => ({ id, name })) }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/board',
      summary: 'The hall at this moment: windows, queues, latest calls',
      tag: 'halls',
      answer: BoardView,
      run: ({ params }) => board(hallOf(params), clock.now()),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/queues',
      summary: 'Waiting, longest wait, open windows and hours of every queue',
      tag: 'halls',
      answer: z.object({ queues: z.array(QueueView) }),
      run: ({ params }) => ({ queues: queues(hallOf(params), clock.now()) }),
    }),
    ...catalogueOperations(hallOf),
  ];
}

function catalogueOperations(hallOf: (params: Record<string, string>) => Hall): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/departments',
      summary: 'The departments, and how many matters each has',
      tag: 'catalogue',
      answer: z.object({ departments: z.array(Department.extend({ matters: z.number().int() })) }),
      run: ({ params }) => ({ departments: hallOf(params).catalogue.departments }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/matters',
      summary: 'Matters by words, pinyin and initials; best first',
      tag: 'catalogue',
      query: z.strictObject({
        query: z.string().max(60).optional(),
        department: Id.optional(),
        zone: Id.optional(),
        queue: Id.optional(),
        limit: z.coerce.number().int().min(1).max(MAX_MATTERS_LISTED).optional(),
      }),
      answer: z.object({ matters: z.array(MatterSummary) }),
      run: ({ params, query }) => ({ matters: hallOf(params).catalogue.search(query) }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/matters/:matter',
      summary: 'A matter with its papers and common questions',
      tag: 'catalogue',
      answer: z.object({ matter: Matter }),
      run: ({ params }) => {
        const matter = hallOf(params).catalogue.matter(params.matter ?? '');
        if (matter === undefined) throw refuse('UNKNOWN_MATTER', params.matter);
        return { matter };
      },
    }),
  ];
}

export function hallNamed(reception: Reception, id: string | undefined): Hall {
  const hall = reception.halls.get(id ?? '');
  if (hall === undefined) throw refuse('UNKNOWN_HALL', id);
  return hall;
}

function board({ config, service: { state }, waits }: Hall, at: number): BoardView {
  return {
    hall: hallView(state, config.notices),
    seq: state.seq,
    at,
    windows: [...state.windows.values()].map(windowView),
    queues: [...state.queues.values()].map((queue) =>
      queueView(state, queue, at, waits.ofQueue(queue.setup.id)),
    ),
    calls: state.calls.slice(0, BOARD_CALLS).map((call) => callView(state, call)),
  };
}

function queues({ service: { state }, waits }: Hall, at: number): QueueView[] {
  return [...state.queues.values()].map((queue) =>
    queueView(state, queue, at, waits.ofQueue(queue.setup.id)),
  );
}
