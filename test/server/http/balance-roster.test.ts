import { expect } from 'chai';
import { setupOf } from '../../../common/contract/config.ts';
import { knowledgeOf } from '../../../server/balancing/knowledge.ts';
import { isOpenDay, modelOf } from '../../../server/balancing/model.ts';
import { timetableOf } from '../../../server/balancing/timetable.ts';
import { ask } from '../../support/http.ts';
import { at, DAY, MINUTE, smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const shifts = [{ from: '09:00', until: '17:00' }];
const lunch = { A: { from: '11:30', until: '12:00' } };
const base = '/api/v1/halls/small';

/** w1 serves social; w2 serves tax, and its clerk could do social; w3 is the manager's. */
function hall(roster: object | undefined) {
  return smallHall({
    windows: [
      { id: 'w1', number: 1, zone: 'east', queues: ['social'] },
      { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social'] },
      { id: 'w3', number: 3, zone: 'west', queues: ['estate'], role: 'manager' },
    ],
    ...(roster === undefined ? {} : { roster }),
  });
}

describe('a hall whose file has a roster', function () {
  this.timeout(60_000);
  const folder = tempDirs();
  let app: TestApp;
  afterEach(async () => {
    await app.stop();
  });

  async function begin(roster: object | undefined, windows: string[], people: number): Promise<void> {
    app = await startApp({ folder: folder(), config: hall(roster) });
    app.clock.set(at('11:25'));
    for (const window of windows) await ask(app.url, 'POST', `${base}/windows/${window}/open`);
    for (let count = 0; count < people; count++)
      await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
    await app.hall.balance.look();
    await app.hall.balance.reckonWaits();
  }

  const waitOf = (number: string): number =>
    app.hall.waits.ofTicket(`${DAY.replaceAll('-', '')}-${number}`)?.p50 ?? -1;
  const spans = async () =>
    (await ask(app.url, 'GET', `${base}/balance/advice?desk=w3`)).json.advice.moves.map(
      ({ window, from, until }: { window: string; from: number; until: number | null }) => ({
        window,
        from,
        until,
      }),
    );

  it('tells who waits that their window goes to lunch', async () => {
    await begin(undefined, ['w1'], 3);
    const without = waitOf('A003');
    await app.stop();
    await begin({ lunch, windows: [{ window: 'w1', shifts, lunch: 'A' }] }, ['w1'], 3);
    expect(waitOf('A001')).to.equal(0);
    // Half an hour of lunch lies before the third's call.
    expect(waitOf('A003')).to.be.within(without + 15, without + 32);
  });

  it('advises nothing of a window before its clerk is back, and nothing beyond the shift', async () => {
    const windows = [
      { window: 'w1', shifts },
      { window: 'w2', shifts },
    ];
    const absences = [{ window: 'w2', day: DAY, until: '13:00' }];
    await begin({ windows, absences }, ['w1'], 40);
    const moves = await spans();
    expect(moves).to.not.deep.equal([]);
    for (const { window, from, until } of moves) {
      expect(window).to.equal('w2');
      expect(from).to.be.at.least(at('13:00'));
      expect(until).to.be.at.most(at('17:00'));
    }
  });

  describe('with a window that stands by on a short-staffed day', () => {
    const standby = [{ from: '11:30', until: '14:00' }];
    const windowOf = (id: string) => app.hall.service.state.windows.get(id);
    const post = (path: string) => ask(app.url, 'POST', `${base}/balance/${path}`, { body: { desk: 'w3' } });
    const plan = () => {
      const { state } = app.hall.service;
      const knowledge = knowledgeOf(setupOf(staffed), [], DAY, timetableOf(staffed));
      if (!isOpenDay(state)) throw new Error('a day is open');
      return modelOf(state, knowledge, app.clock.now()).plans.find(({ window }) => window === 'w2');
    };
    const roster = {
      windows: [
        { window: 'w1', shifts },
        { window: 'w2', standby },
      ],
    };
    const staffed = smallHall({
      windows: ['w1', 'w2', 'w3', 'w4'].map((id, index) => ({
        ...{ id, number: index + 1, zone: 'east', queues: ['social'] },
        ...(id === 'w3' ? { role: 'manager' } : {}),
      })),
      roster,
    });

    beforeEach(async () => {
      app = await startApp({ folder: folder(), config: staffed });
      app.clock.set(at('11:25'));
      await ask(app.url, 'POST', `${base}/windows/w1/open`);
      for (let count = 0; count < 40; count++)
        await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
      await app.hall.balance.look();
    });

    it('advises to open it, and no other; asks it to by one press, and by another no longer', async () => {
      const { advice } = (await ask(app.url, 'GET', `${base}/balance/advice?desk=w3`)).json;
      const [move, ...others] = advice.moves;
      expect(others).to.deep.equal([]);
      expect(move).to.include({ window: 'w2', queue: null, from: at('11:30'), until: at('14:00') });
      expect(move.effect.mean).to.be.below(-10);

      expect(plan()).to.deep.include({ open: [] });
      expect((await post(`advice/${advice.id}/apply`)).json.advice.state).to.equal('applied');
      expect(windowOf('w2')?.assignment).to.include({ opens: true, begun: false, advice: advice.id });
      const queues = ['social'];
      expect(plan()).to.deep.include({
        open: [{ from: at('11:30'), until: at('14:00'), queues }],
        standby: [],
      });

      app.clock.set(at('11:31'));
      await app.service.tick();
      expect(windowOf('w2')).to.deep.include({ status: 'closed' });
      expect(windowOf('w2')?.assignment?.begun).to.equal(true);
      app.clock.set(at('11:46'));
      expect(plan(), 'nobody has come').to.equal(undefined);
      await ask(app.url, 'POST', `${base}/windows/w2/open`);
      expect(plan()?.open).to.deep.equal([{ from: at('11:46'), until: at('14:00'), queues }]);

      expect((await post(`advice/${advice.id}/undo`)).json.advice.state).to.equal('undone');
      expect(windowOf('w2')).to.deep.include({ status: 'free', assignment: null });
    });
  });

  it('knows what its sheet changes: a window that stays through its lunch', async () => {
    await begin({ lunch, windows: [{ window: 'w1', shifts, lunch: 'A' }] }, ['w1'], 20);
    const setup = (await ask(app.url, 'GET', `${base}/balance/setup?desk=w3`)).json;
    expect(setup.windows[0].shifts).to.deep.equal([
      { from: at('09:00'), until: at('11:30') },
      { from: at('12:00'), until: at('17:00') },
    ]);
    expect(setup.windows[1].shifts).to.equal(null);
    const open = [{ from: at('11:25'), until: at('11:25') + 335 * MINUTE }];
    const { json } = await ask(app.url, 'POST', `${base}/balance/simulate`, {
      body: { desk: 'w3', windows: [{ window: 'w1', open }] },
    });
    expect(json.effect.mean).to.be.below(-10);
  });
});
