import { LightClient } from './light-client.ts';
import type { PhonesRequest } from './phones.ts';

/** Forked by phones.ts: holds connections and hears what comes, until it is ended. */

const CONNECTING_AT_ONCE = 50;

process.on('disconnect', () => process.exit());
process.on('message', ({ port, subscriptions }: PhonesRequest) => {
  const waiting = [...subscriptions];
  const connect = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const client = await LightClient.open(port);
      const answer = (await client.ask('subscribe', next)) as { ok: boolean };
      if (!answer.ok) throw new Error(`a phone was refused: ${JSON.stringify(answer)}`);
    }
  };
  void Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, connect)).then(() =>
    process.send?.('connected'),
  );
});
