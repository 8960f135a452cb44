const RETRY_DELAY_MS = 2000;

/**
 * The hall that a page's address names; where it names none, the first one of the server, which for most
 * is the only one. Asks until the server answers: a wall is often switched on before the server is.
 */
export async function whichHall(named: string | null): Promise<string> {
  if (named !== null && named !== '') return named;
  for (;;) {
    const first = await firstHall();
    if (first !== null) return first;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

/** Null while the server is not there or has no hall yet: both pass. */
async function firstHall(): Promise<string | null> {
  try {
    const answer = await fetch('/api/v1/halls');
    const { halls } = (await answer.json()) as { halls?: { id: string }[] };
    return halls?.[0]?.id ?? null;
  } catch {
    return null;
  }
}
