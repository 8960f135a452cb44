/** The balance as production runs it: the compiled files in dist/, under the types of their sources. */

async function load<T>(path: string): Promise<T> {
  return (await import(new URL(`../../../dist/server/balance/${path}.js`, import.meta.url).href)) as T;
}

export const { Kernel } =
  await load<typeof import('../../../server/balance/simulate/kernel.ts')>('simulate/kernel');
export const { Layout } =
  await load<typeof import('../../../server/balance/simulate/layout.ts')>('simulate/layout');
export const { drawDay } =
  await load<typeof import('../../../server/balance/simulate/draw.ts')>('simulate/draw');
export const { emptyStart } =
  await load<typeof import('../../../server/balance/simulate/start.ts')>('simulate/start');
export const { changesOf } =
  await load<typeof import('../../../server/balance/simulate/changes.ts')>('simulate/changes');
export const { expectedWaits } =
  await load<typeof import('../../../server/balance/wait/wait.ts')>('wait/wait');
export const { advise } =
  await load<typeof import('../../../server/balance/advise/advise.ts')>('advise/advise');
export const { moved } = await load<typeof import('../../../server/balance/advise/moves.ts')>('advise/moves');
