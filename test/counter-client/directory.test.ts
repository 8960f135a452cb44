import { expect } from 'chai';
import type { MatterSummary } from '../../common/contract/views.ts';
import type { PersonView } from '../../common/person.ts';
import { Directory } from '../../counter-client/directory.ts';
import type { Reading } from '../../counter-client/halls.ts';
import { PersonLine } from '../../counter-client/person-line.ts';
import { waitFor } from '../support/wait-for.ts';

const refused: Reading<never> = { ok: false, rejection: { code: 'NOT_FOUND' } };

describe('who is at the window', () => {
  class Hall {
    asked: ((reading: Reading<PersonView | null>) => void)[] = [];
    line = new PersonLine({
      read: () => new Promise((answer) => this.asked.push(answer)),
      changed: () => undefined,
    });
  }
  const zhang: PersonView = { name: '张*', phone: null, idNumber: '110***********1234', note: '材料已核' };

  it('is asked once for each ticket', async () => {
    const { line, asked } = new Hall();
    const shown = line.show('20261123-A012');
    void line.show('20261123-A012');
    asked[0]?.({ ok: true, value: zhang });
    await shown;
    expect(asked.length).to.equal(1);
    expect(line.person).to.deep.equal(zhang);
  });

  it('is nobody as soon as the ticket has gone', async () => {
    const { line, asked } = new Hall();
    const shown = line.show('20261123-A012');
    asked[0]?.({ ok: true, value: zhang });
    await shown;
    void line.show(null);
    expect(line.person).to.equal(null);
  });

  it('is never taken for the next ticket by a late answer', async () => {
    const { line, asked } = new Hall();
    const first = line.show('20261123-A012');
    void line.show('20261123-A013');
    asked[0]?.({ ok: true, value: zhang });
    await first;
    expect(line.person).to.equal(null);
  });

  it('is not told where the hall refuses', async () => {
    const { line, asked } = new Hall();
    const shown = line.show('20261123-A012');
    asked[0]?.(refused);
    await shown;
    expect(line.person).to.equal(null);
  });
});

describe('the directory of a hall', () => {
  const matter = (id: string): MatterSummary => ({
    ...{ id, department: 'd', queue: 'a', promisedWorkingDays: 1 },
    name: { 'zh-CN': id },
  });

  it('asks for what was typed last, and shows nothing older', async () => {
    const asked: string[] = [];
    const directory = new Directory({
      readBoard: async () => refused,
      findMatters: async (query) => {
        asked.push(query);
        return { ok: true, value: [matter(query)] };
      },
      changed: () => undefined,
    });
    directory.search('s');
    directory.search('sy');
    await waitFor('the matters', () => directory.matters.length > 0);
    expect(asked).to.deep.equal(['sy']);
    directory.search(' ');
    expect(directory.matters).to.deep.equal([]);
  });

  it('reads the hall again after a reading that failed', async () => {
    let readings = 0;
    const directory = new Directory({
      readBoard: async () => {
        readings++;
        return refused;
      },
      findMatters: async () => refused,
      changed: () => undefined,
    });
    await directory.open();
    await directory.open();
    expect(readings).to.equal(2);
  });
});
