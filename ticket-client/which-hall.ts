import { getHalls } from './api.ts';

const RETRY_DELAY_MS = 2000;

/** The hall that the address names, or the first one the server has, asked for until it answers. */
export async function whichHall(named: string | null): Promise<string> {
  if (named !== null && named !== '') return named;
  for (;;) {
    const answer = await getHalls();
    const first = answer.ok ? answer.value.halls[0] : undefined;
    if (first !== undefined) return first.id;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}
