import * as z from 'zod';
import {
  AdviceAnswer,
  type AdviceView,
  AppliedAnswer,
  AssignAnswer,
  AtDesk,
  AutomaticView,
  BalanceSetup,
  OutcomesAnswer,
  PlannedAnswer,
  PredictionsAnswer,
  SeasonAnswer,
  Simulate,
  SimulateAnswer,
  TomorrowAnswer,
} from '../../common/contract/balance.ts';
import { AssignWindows, type Command, SetAutomatic } from '../../common/contract/commands.ts';
import { windowView } from '../hall/views/views.ts';
import type { Advised, Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

type Params = Record<string, string>;

/** What the manager asks of the balance; every one names the desk it is asked at. */
export function balanceOperations(reception: Reception): Operation[] {
  /** The hall, for a manager. @throws Refusal */
  const managed = (params: Params, desk: string): Hall => {
    const hall = hallNamed(reception, params.hall);
    const refusal = reception.refusesManaging(hall.config.id, desk);
    if (refusal !== null) throw new Refusal(refusal);
    return hall;
  };
  return [...readings(managed), ...actions(reception, managed)];
}

type Managed = (params: Params, desk: string) => Hall;

const path = (rest: string): string => `/api/v1/halls/:hall/balance/${rest}`;

function readings(managed: Managed): Operation[] {
  const reading = <A extends z.ZodType>(
    rest: string,
    summary: string,
    answer: A,
    read: (hall: Hall) => z.infer<A> | Promise<z.infer<A>>,
  ): Operation =>
    operation({
      ...{ method: 'get', path: path(rest), summary, tag: 'balance', query: AtDesk, answer },
      run: ({ params, query }) => asked(() => read(managed(params, query.desk))),
    });
  return [
    reading(
      'setup',
      'Windows with their own queues and what their clerks are qualified for',
      BalanceSetup,
      (hall) => hall.balance.setup(),
    ),
    reading(
      'advice',
      'The latest advice beside doing nothing, what was applied, thresholds crossed, the automatic mode',
      AdviceAnswer,
      async ({ balance: { adviser } }) => {
        await adviser.refresh();
        const answer = adviser.answer();
        if (answer.advice === null && adviser.hasFailed) throw refuse('BALANCE_UNAVAILABLE');
        return answer;
      },
    ),
    reading(
      'outcomes',
      'What applied advice promised, what came, and the running balance score',
      OutcomesAnswer,
      (hall) => {
        const { outcomes } = hall.balance.adviser;
        return { outcomes: outcomes.outcomes(), scores: outcomes.scores() };
      },
    ),
    reading('predictions', 'Error and coverage of the expected waits told today', PredictionsAnswer, (hall) =>
      hall.balance.predictions(),
    ),
    reading(
      'season',
      'The next 14 days by half hours, as last year, and qualifications worth having',
      SeasonAnswer,
      (hall) => hall.balance.season(),
    ),
    reading(
      'tomorrow',
      'What windows should serve on the next open day, and whether that is planned',
      TomorrowAnswer,
      (hall) => hall.balance.tomorrow(),
    ),
    operation({
      method: 'get',
      path: path('season/roster.csv'),
      summary: 'Windows needed by day and half hour, for the duty roster',
      tag: 'balance',
      query: AtDesk,
      answer: z.string(),
      media: 'text/csv',
      run: async ({ params, query }) => {
        const hall = managed(params, query.desk);
        return asLines(await asked(() => hall.balance.roster()));
      },
    }),
  ];
}

function actions(reception: Reception, managed: Managed): Operation[] {
  /** Of commands: the same answer to every retry. */
  const send = async (
    hall: Hall,
    commandId: string,
    command: Command,
    advised?: Advised,
  ): Promise<number> => {
    const submission = { command, commandId, credentials: {}, advised };
    const answer = await reception.submit(hall.config.id, submission);
    if (!answer.ok) throw new Refusal(answer.rejection);
    return answer.seq;
  };
  return [
    operation({
      method: 'post',
      path: path('assign'),
      summary: 'Give windows other queues for a while, or their own back; all of it or nothing',
      tag: 'balance',
      body: AssignWindows.pick({ assignments: true }).extend(AtDesk.shape),
      answer: AssignAnswer,
      run: async ({ params, body, commandId }) => {
        const hall = managed(params, body.desk);
        const seq = await send(hall, commandId, { type: 'AssignWindows', ...body });
        const { windows } = hall.service.state;
        const concerned = body.assignments.flatMap(({ window }) => windows.get(window) ?? []);
        return { seq, windows: concerned.map(windowView) };
      },
    }),
    operation({
      method: 'post',
      path: path('advice/:advice/apply'),
      summary: 'Apply all moves of the latest advice with one command',
      tag: 'balance',
      body: AtDesk,
      answer: AppliedAnswer,
      run: async ({ params, body: { desk }, commandId }) => {
        const hall = managed(params, desk);
        const { adviser } = hall.balance;
        await adviser.refresh();
        const advice = given(hall, params);
        // A retry of the press that applied it gets its answer.
        if (advice.state !== 'open' && !hall.service.knows(commandId)) throw refuse('ADVICE_OLD', advice.id);
        if (advice.moves.length === 0) throw refuse('NOT_ASSIGNED', advice.id);
        const assignments = adviser.assignmentsOf(advice);
        const command = { type: 'AssignWindows' as const, desk, assignments };
        const seq = await send(hall, commandId, command, adviser.advised(advice));
        await hall.balance.reach(seq);
        return { seq, advice: given(hall, params) };
      },
    }),
    operation({
      method: 'post',
      path: path('advice/:advice/undo'),
      summary: 'Give every window that the advice still holds its own queues back',
      tag: 'balance',
      body: AtDesk,
      answer: AppliedAnswer,
      run: async ({ params, body: { desk }, commandId }) => {
        const hall = managed(params, desk);
        const { adviser } = hall.balance;
        const advice = given(hall, params);
        const assignments = adviser.undoingOf(advice.id, commandId);
        if (assignments.length === 0) throw refuse('NOT_ASSIGNED', advice.id);
        const command = { type: 'AssignWindows' as const, desk, assignments };
        const seq = await send(hall, commandId, command, { undoes: advice.id });
        await hall.balance.reach(seq);
        return { seq, advice: given(hall, params) };
      },
    }),
    operation({
      method: 'post',
      path: path('tomorrow/:advice/plan'),
      summary: 'Have the next open day begin with all moves of what is advised for it',
      tag: 'balance',
      body: AtDesk,
      answer: PlannedAnswer,
      run: async ({ params, body: { desk }, commandId }) => {
        const hall = managed(params, desk);
        const { adviser } = hall.balance;
        const { day, advice } = await asked(() => hall.balance.tomorrow());
        if (day === null || advice === null || advice.id !== params.advice)
          throw refuse('ADVICE_OLD', params.advice);
        if (advice.moves.length === 0) throw refuse('NOT_ASSIGNED', advice.id);
        const command = { type: 'PlanDay' as const, desk, day, assignments: adviser.assignmentsOf(advice) };
        const seq = await send(hall, commandId, command, adviser.advised(advice));
        return { seq, tomorrow: await asked(() => hall.balance.tomorrow()) };
      },
    }),
    operation({
      method: 'post',
      path: path('tomorrow/clear'),
      summary: 'Have the next open day begin as the hall’s file has it',
      tag: 'balance',
      body: AtDesk,
      answer: PlannedAnswer,
      run: async ({ params, body: { desk }, commandId }) => {
        const hall = managed(params, desk);
        const { day } = await asked(() => hall.balance.tomorrow());
        if (day === null) throw refuse('NOT_ASSIGNED');
        const seq = await send(hall, commandId, { type: 'PlanDay', desk, day, assignments: [] });
        return { seq, tomorrow: await asked(() => hall.balance.tomorrow()) };
      },
    }),
    operation({
      method: 'post',
      path: path('automatic'),
      summary:
        'Let advice be applied by itself, within its guard rails, on every node; off until switched on',
      tag: 'balance',
      body: SetAutomatic.omit({ type: true }),
      answer: AutomaticView,
      run: async ({ params, body, commandId }) => {
        const hall = managed(params, body.desk);
        await send(hall, commandId, { type: 'SetAutomatic', ...body });
        return hall.balance.adviser.automatic;
      },
    }),
    operation({
      method: 'post',
      path: path('simulate'),
      summary: 'The rest of today with other windows, hours or targets, beside today as it is',
      tag: 'balance',
      body: Simulate,
      answer: SimulateAnswer,
      run: ({ params, body }) => {
        const hall = managed(params, body.desk);
        const { queues, windows } = hall.service.state;
        for (const { window, queues: wanted = [] } of body.windows) {
          if (!windows.has(window)) throw refuse('UNKNOWN_WINDOW', window);
          for (const queue of wanted) if (!queues.has(queue)) throw refuse('UNKNOWN_QUEUE', queue);
        }
        for (const queue of Object.keys(body.targets))
          if (!queues.has(queue)) throw refuse('UNKNOWN_QUEUE', queue);
        return asked(() => hall.balance.simulate(body));
      },
    }),
  ];
}

function given({ balance }: Hall, { advice: id = '' }: Params): AdviceView {
  const advice = balance.adviser.find(id);
  if (advice === undefined) throw refuse('UNKNOWN_ADVICE', id.slice(0, 40));
  return advice;
}

/** Whatever is wrong with the reckoning, the hall goes on: it is said in one code. */
async function asked<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if ((error as Error).name === 'BalanceUnavailable') throw refuse('BALANCE_UNAVAILABLE');
    throw error;
  }
}

async function* asLines(rows: readonly string[]): AsyncGenerator<string> {
  yield rows.map((row) => `${row}\r\n`).join('');
}
