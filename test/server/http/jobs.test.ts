import { expect } from 'chai';
import { JobsUnavailable } from '../../../server/ports.ts';
import { type Answer, ask } from '../../support/http.ts';
import { smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const AGAIN = '/api/v1/operations/dead-letters/again';
const tempDir = tempDirs();

describe('the operations of the jobs', () => {
  let app: TestApp;

  beforeEach(async () => {
    const { windows, ...hall } = smallHall();
    const roles = { w3: 'lead', w4: 'manager' } as Record<string, 'lead' | 'manager'>;
    const withRoles = windows.map((window) => ({ ...window, role: roles[window.id] ?? ('clerk' as const) }));
    app = await startApp({ folder: tempDir(), config: { ...hall, windows: withRoles } });
  });
  afterEach(() => app.stop());

  const get = (path: string): Promise<Answer> => ask(app.url, 'GET', path);
  const again = (body: unknown): Promise<Answer> => ask(app.url, 'POST', AGAIN, { body });
  const letters = async () => (await get('/api/v1/operations/dead-letters')).json.deadLetters;
  const letter = { kind: 'print', id: 'small.20260302-A001' };

  /** A slip that came too late. */
  async function giveUp(id: string): Promise<void> {
    const facts = { ticket: '20260302-A001', number: 'A001', queue: 'social', category: null };
    const more = { issuedAt: 1, dueAt: 1, ahead: 0, locale: 'en', isReprint: false };
    await app.jobs.add({ id, kind: 'print', hall: 'small', usefulUntil: 0, data: { ...facts, ...more } });
  }

  it('show each line with its counts, and what was given up with the reason, and never a job’s data', async () => {
    expect((await get('/api/v1/operations/lines')).json).to.deep.equal({
      lines: [{ kind: 'print', hall: 'small', waiting: 0, active: 0, retrying: 0, dead: 0 }],
    });
    expect(await letters()).to.deep.equal([]);
    await giveUp(letter.id);
    expect((await get('/api/v1/operations/lines')).json.lines[0].dead).to.equal(1);
    const reason = 'came too late to be of use';
    expect(await letters()).to.deep.equal([{ ...letter, hall: 'small', at: app.clock.now(), reason }]);
  });

  it('are figures at /metrics, by kind', async () => {
    await giveUp('small.20260302-A009');
    await ask(app.url, 'POST', '/api/v1/halls/small/tickets', { body: { queue: 'social' } });
    await waitFor('the slip', async () => (await app.tray.list()).length === 1);
    const { text } = await waitFor('the job to be done', async () => {
      const answer = await get('/metrics');
      return answer.text.includes('onewindow_job_seconds_count{kind="print"} 1') && answer;
    });
    const figure = (name: string) => new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1];
    expect(figure('onewindow_jobs{kind="print",state="dead"}')).to.equal('1');
    expect(figure('onewindow_jobs{kind="print",state="waiting"}')).to.equal('0');
    expect(text).to.contain('# TYPE onewindow_job_tries_failed_total counter');
  });

  it('are no figures while they can not be asked, and the others are there', async () => {
    app.jobs.lines = () => Promise.reject(new JobsUnavailable('Redis does not answer'));
    const { status, text } = await get('/metrics');
    expect(status).to.equal(200);
    expect(text).to.contain('onewindow_tickets_waiting{').and.not.contain('onewindow_jobs{');
  });

  it('have one job done, or all, for a lead and for a manager', async () => {
    for (const id of [letter.id, 'small.20260302-A002', 'small.20260302-A003']) await giveUp(id);
    const one = await again({ hall: 'small', window: 'w3', letter });
    expect([one.status, one.json]).to.deep.equal([200, { again: 1 }]);
    await waitFor('the slip', async () => (await app.tray.list()).some(({ id }) => id === letter.id));
    const all = await again({ hall: 'small', window: 'w4' });
    expect(all.json).to.deep.equal({ again: 2 });
    await waitFor('the slips', async () => (await app.tray.list()).length === 3);
    await waitFor('nothing to be left', async () => (await letters()).length === 0);
  });

  const refused: [what: string, body: unknown, status: number, code: string][] = [
    ['a clerk', { hall: 'small', window: 'w1' }, 403, 'ROLE_REQUIRED'],
    ['a window that is not there', { hall: 'small', window: 'w99' }, 403, 'ROLE_REQUIRED'],
    ['a hall that is not there', { hall: 'large', window: 'w4' }, 404, 'UNKNOWN_HALL'],
    ['nobody', { hall: 'small' }, 400, 'INVALID_REQUEST'],
    ['half a letter', { hall: 'small', window: 'w4', letter: { id: 'a' } }, 400, 'INVALID_REQUEST'],
  ];
  for (const [what, body, status, code] of refused) {
    it(`refuse ${what}, and nothing is done`, async () => {
      await giveUp(letter.id);
      const answer = await again(body);
      expect([answer.status, answer.json.code]).to.deep.equal([status, code]);
      expect(await letters()).to.have.length(1);
    });
  }

  it('say that they can not be asked when the jobs are stopped', async () => {
    await app.jobs.stop();
    const answer = await again({ hall: 'small', window: 'w4' });
    expect([answer.status, answer.json.code]).to.deep.equal([503, 'JOBS_UNAVAILABLE']);
  });
});
