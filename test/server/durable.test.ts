import { setImmediate as loopTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { Durable } from '../../server/durable.ts';
import type { Recorded } from '../../server/hall/events.ts';
import { MemoryJournal } from '../../server/journal/memory.ts';
import { dayDraft, drafts } from '../support/drafts.ts';

/** Pages that come one after the other, as from a disk. */
async function* slowly(events: readonly Recorded[]): AsyncGenerator<Recorded[]> {
  for (const event of events) {
    await loopTurn();
    yield [event];
    await loopTurn();
  }
}

describe('what the disk has of a hall', () => {
  let events: Recorded[];
  let durable: Durable;
  let heard: number[];

  beforeEach(async () => {
    const journal = new MemoryJournal();
    await journal.append(0, [dayDraft(1), ...drafts(2, 3)]);
    events = [];
    for await (const page of journal.read(1)) events.push(...page);
    durable = new Durable();
    heard = [];
    durable.subscribe((batch) => heard.push(...batch.map(({ seq }) => seq)));
  });

  it('is heard of page by page, before the last has come', async () => {
    const heardWhen: number[] = [];
    await durable.follow(slowly(events), () => heardWhen.push(heard.length));
    expect(heardWhen).to.deep.equal([0, 1, 2]);
    await loopTurn();
    expect(heard).to.deep.equal([1, 2, 3]);
    expect(durable.place).to.deep.equal({ seq: 3, hash: events[2]?.hash });
  });

  it('is heard of by nobody when the day is read anew', async () => {
    await durable.follow(slowly(events), () => undefined);
    await loopTurn();
    await durable.startAnew(slowly(events.slice(0, 2)));
    await loopTurn();
    expect(heard).to.deep.equal([1, 2, 3]);
    expect(durable.place).to.deep.equal({ seq: 2, hash: events[1]?.hash });
    expect([...durable.hall.windows.values()].filter(({ status }) => status !== 'closed')).to.have.length(1);
  });
});
