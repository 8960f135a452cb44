import { expect } from 'chai';
import { ask } from '../../support/http.ts';
import { smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const WINDOWS = 60;
const TICKETS = 40;

/** Sixty windows, all able to serve the one queue everybody waits in. */
const crowdedHall = () => {
  const windows = Array.from({ length: WINDOWS }, (_, index) => ({
    id: `w${index + 1}`,
    number: index + 1,
    zone: 'east',
    queues: index % 2 === 0 ? ['social', 'tax'] : ['tax', 'social'],
  }));
  return smallHall({ windows });
};

interface Called {
  status: number;
  number: string | undefined;
  code: string | undefined;
}

describe('sixty windows that press call next at the same instant', () => {
  const folder = tempDirs();
  let app: TestApp;
  const post = (path: string, body: object = {}, key?: string) => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    return ask(app.url, 'POST', `/api/v1/halls/small${path}`, { body, headers });
  };
  const press = async (window: number, key?: string, ready = false): Promise<Called> => {
    const { status, json } = await post(`/windows/w${window}/call-next`, { ready }, key);
    return { status, number: json?.ticket?.number, code: json?.code };
  };
  const everyWindow = Array.from({ length: WINDOWS }, (_, index) => index + 1);

  beforeEach(async () => {
    app = await startApp({ folder: folder(), config: crowdedHall() });
    await Promise.all(everyWindow.map((window) => post(`/windows/w${window}/open`)));
    for (let count = 0; count < TICKETS; count++) await post('/tickets', { queue: 'social', print: false });
  });
  afterEach(() => app.stop());

  it('call forty different tickets, and the rest are told that nobody waits', async () => {
    const called = await Promise.all(everyWindow.map((window) => press(window)));
    const numbers = called.flatMap(({ number }) => number ?? []);
    expect(new Set(numbers).size).to.equal(TICKETS);
    expect(numbers).to.have.length(TICKETS);
    expect(called.filter(({ code }) => code === 'NO_ONE_WAITING')).to.have.length(WINDOWS - TICKETS);
  });

  it('do so with every request sent three times, each retry answered as the first was', async () => {
    const presses = everyWindow.flatMap((window) =>
      [1, 2, 3].map(() => ({ window, key: `press-of-${window}` })),
    );
    const called = await Promise.all(presses.map(({ window, key }) => press(window, key)));
    const late = await Promise.all(everyWindow.map((window) => press(window, `press-of-${window}`)));
    for (const window of everyWindow) {
      const answers = [...called.filter((_, index) => presses[index]?.window === window), late[window - 1]];
      for (const answer of answers) expect(answer, `window ${window}`).to.deep.equal(answers[0]);
    }
    const numbers = late.flatMap(({ number }) => number ?? []);
    expect(new Set(numbers).size).to.equal(TICKETS);
    expect(app.service.state.calls).to.have.length(TICKETS);
  });

  it('become ready where nobody is left, and arrivals then go to twenty different windows', async () => {
    const called = await Promise.all(everyWindow.map((window) => press(window, undefined, true)));
    expect(called.filter(({ status }) => status === 200)).to.have.length(WINDOWS);
    const late = Array.from({ length: WINDOWS - TICKETS }, () =>
      post('/tickets', { queue: 'tax', print: false }),
    );
    const windows = (await Promise.all(late)).map(({ json }) => json.ticket.window as string);
    expect(new Set(windows).size).to.equal(WINDOWS - TICKETS);
  });
});
