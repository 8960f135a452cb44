import { expect } from 'chai';
import type { CheckName } from '../../../scripts/demo/check.ts';
import { checkLog, type LogCheck } from '../../../scripts/demo/check-log.ts';
import type { Draft } from '../../../server/hall/events.ts';
import type { Journal } from '../../../server/ports.ts';
import { type Day, honestDay, sealed } from './honest-day.ts';

type Of<T extends Draft['type']> = Extract<Draft, { type: T }>;

describe('the check of a played log', () => {
  it('passes a day that went by the rule, and says where every ticket went', async () => {
    const day = honestDay();
    const { findings, account } = await check(await sealed(day.drafts), day);
    expect(findings).to.deep.equal([]);
    expect(account).to.deep.equal({
      issued: 6,
      finished: 2,
      missed: 1,
      cancelled: 1,
      unserved: 1,
      unfinished: 1,
    });
  });

  it('names the chain when an event was taken out of the file', async () => {
    const day = honestDay();
    const journal = await sealed(day.drafts);
    journal.rows.splice(6, 1);
    expect(await failed(journal, day)).to.include('chain');
  });

  it('names the chain when an event was changed in the file', async () => {
    const day = honestDay();
    const journal = await sealed(day.drafts);
    const row = journal.rows[4];
    if (row === undefined) throw new Error('the day has a fifth event');
    row.text = row.text.replace('"social"', '"tax"');
    expect(await failed(journal, day)).to.include('chain');
  });

  it('misses an event that was taken out before the chain was sealed again', async () => {
    const day = honestDay();
    for (const type of ['TicketIssued', 'TicketCalled', 'ServiceFinished', 'TicketMissed'] as const) {
      const gone = day.drafts.findIndex((draft) => draft.type === type);
      const journal = await sealed(day.drafts.toSpliced(gone, 1));
      expect(await failed(journal, day), type)
        .to.include('commands')
        .and.not.include('chain');
    }
  });

  it('misses what was acknowledged at the end of a log that was cut off', async () => {
    const day = honestDay();
    expect(await failed(await sealed(day.drafts.slice(0, -1)), day)).to.deep.equal(['commands']);
  });

  it('names a ticket that two windows called', async () => {
    const day = honestDay();
    const { number, ticket } = called(day, 'w1');
    const forged = day.drafts.with(indexOfCall(day, 'w2'), { ...called(day, 'w2'), number, ticket });
    const journal = await sealed(forged);
    expect(await failed(journal, day)).to.include.members(['windows', 'rule', 'replay']);
  });

  it('names a call that was not the turn of its ticket', async () => {
    const day = honestDay();
    const at = indexOfCall(day, 'w1');
    const favour = { ticket: '20261123-A002', number: 'A002' };
    const { findings } = await check(
      await sealed(day.drafts.with(at, { ...called(day, 'w1'), ...favour })),
      day,
    );
    expect(findings.map(({ check: name, what }) => `${name}: ${what}`)).to.include(
      `rule: event ${at + 1}: window w1 called A002; the rule's choice was A001`,
    );
  });

  it('names a call that a ready window was owed and did not get', async () => {
    const day = honestDay();
    const pushed = day.drafts.findLastIndex(({ type }) => type === 'TicketCalled');
    const journal = await sealed(day.drafts.slice(0, pushed));
    expect(await failed(journal, { ...day, acknowledged: [] })).to.deep.equal(['replay']);
  });

  it('names a number that was issued twice', async () => {
    const day = honestDay();
    const at = day.drafts.findLastIndex(({ type }) => type === 'TicketIssued');
    const again = { ...(day.drafts[at] as Of<'TicketIssued'>), number: 'A001', ticket: '20261123-A001' };
    expect(await failed(await sealed(day.drafts.with(at, again)), day)).to.include('numbers');
  });

  it('names a command that was done twice, and one that was refused and done', async () => {
    const day = honestDay();
    const recall = day.drafts.find(({ type }) => type === 'TicketRecalled') as Of<'TicketRecalled'>;
    const at = day.drafts.findIndex(({ type }) => type === 'TicketMissed');
    const again = { ...recall, times: 3 };
    const other = { ...recall, times: 2, commandId: 'command-other' };
    const twice = day.drafts.toSpliced(at, 0, { ...other, times: 3 }, { ...again, times: 4 });
    expect(await failed(await sealed(twice), day)).to.include('commands');
    const { findings } = await checkLog((await sealed(day.drafts)).read(1), {
      acknowledged: [],
      refused: new Set([recall.commandId]),
    });
    expect(findings.map(({ check: name }) => name)).to.deep.equal(['commands']);
  });
});

function check(journal: Journal, { acknowledged }: Day): Promise<LogCheck> {
  return checkLog(journal.read(1), { acknowledged, refused: new Set() });
}

/** The checks that failed, each once. */
async function failed(journal: Journal, day: Day): Promise<CheckName[]> {
  const { findings } = await check(journal, day);
  return [...new Set(findings.map((finding) => finding.check))];
}

function indexOfCall({ drafts }: Day, window: string): number {
  return drafts.findIndex((draft) => draft.type === 'TicketCalled' && draft.window === window);
}

function called(day: Day, window: string): Of<'TicketCalled'> {
  return day.drafts[indexOfCall(day, window)] as Of<'TicketCalled'>;
}
