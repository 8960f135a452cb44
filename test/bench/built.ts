/** The server as production runs it: the compiled files in dist/, under the types of their sources. */

async function load<T>(path: string): Promise<T> {
  return (await import(new URL(`../../dist/server/${path}.js`, import.meta.url).href)) as T;
}

export const { HallService } =
  await load<typeof import('../../server/service/service.ts')>('service/service');
export const { SqliteJournal } =
  await load<typeof import('../../server/journal/sqlite.ts')>('journal/sqlite');
export const { RedisJournal } = await load<typeof import('../../server/journal/redis.ts')>('journal/redis');
export const { RedisLink } = await load<typeof import('../../server/redis/link.ts')>('redis/link');
export const { parseRedisAddress } =
  await load<typeof import('../../server/redis/address.ts')>('redis/address');
export const { decide } =
  await load<typeof import('../../server/hall/decide/decide.ts')>('hall/decide/decide');
export const { evolve } =
  await load<typeof import('../../server/hall/evolve/evolve.ts')>('hall/evolve/evolve');
export const { emptyHall } = await load<typeof import('../../server/hall/state.ts')>('hall/state');
export const { demoHall } = await load<typeof import('../../server/demo/hall.ts')>('demo/hall');
export const { systemClock } = await load<typeof import('../../server/clock.ts')>('clock');
