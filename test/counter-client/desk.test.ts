import { expect } from 'chai';
import type { Command } from '../../common/contract/commands.ts';
import type { CommandAnswer, CounterView } from '../../common/contract/socket.ts';
import { Desk, SLOW_MS } from '../../counter-client/desk.ts';
import { TEN, ticket, view, windowOf } from './fixtures.ts';

/** Called often enough for a miss, and long enough ago for a recall. */
const A012 = ticket('A012', { calls: 3, lastCallAt: TEN - 60_000 });
const A013 = ticket('A013');

/** A desk with a hand on its clock and on every answer of its hall. */
class Hall {
  sent: { command: Command; id: string; answer: (answer: CommandAnswer) => void }[] = [];
  time = 10_000;
  stale = false;
  finishCallsNext = false;
  desk: Desk;
  #ids = 0;

  constructor(first: CounterView) {
    this.desk = new Desk({
      send: (command, id) => new Promise((answer) => this.sent.push({ command, id, answer })),
      newCommandId: () => `id-${++this.#ids}`,
      clock: () => this.time,
      now: () => TEN,
      changed: () => undefined,
    });
    this.show(first, 100);
  }

  show(next: CounterView, seq: number): void {
    this.desk.see({ view: next, seq, stale: this.stale, finishCallsNext: this.finishCallsNext });
  }

  get types(): string[] {
    return this.sent.map(({ command }) => command.type);
  }

  /** Answers the latest command and lets the desk take it. */
  async answer(answer: CommandAnswer): Promise<void> {
    this.sent.at(-1)?.answer(answer);
    await new Promise((then) => setImmediate(then));
  }
}

const called: CommandAnswer = { ok: true, seq: 101, ticket: A012, window: windowOf('calling', A012) };

describe("a clerk's presses", () => {
  it('send one command while one is under way, however often the key is pressed', async () => {
    const hall = new Hall(view('free'));
    void hall.desk.press('Space');
    void hall.desk.press('Space');
    void hall.desk.press('Space');
    await hall.answer(called);
    void hall.desk.press('Space');
    expect(hall.types).to.deep.equal(['CallNext']);
  });

  it('show the answer before its patch has come, and the patch once it is as new', async () => {
    const hall = new Hall(view('free'));
    void hall.desk.press('Space');
    await hall.answer(called);
    expect(hall.desk.view?.window.ticket?.number).to.equal('A012');
    hall.show(view('free'), 100);
    expect(hall.desk.view?.window.status).to.equal('calling');
    hall.show(view('serving', { ...A012, state: 'serving' }), 102);
    expect(hall.desk.view?.window.status).to.equal('serving');
  });

  it('finish and call next as two commands with two ids, the second only after the first', async () => {
    const hall = new Hall(view('free'));
    hall.finishCallsNext = true;
    hall.show(view('serving', { ...A012, state: 'serving' }), 101);
    hall.time += 1000;
    void hall.desk.press('Space');
    expect(hall.types).to.deep.equal(['FinishService']);
    await hall.answer({ ok: true, seq: 102, window: windowOf('free') });
    expect(hall.types).to.deep.equal(['FinishService', 'CallNext']);
    expect(new Set(hall.sent.map(({ id }) => id)).size).to.equal(2);
    await hall.answer({ ok: true, seq: 103, ticket: A013, window: windowOf('calling', A013) });
    expect(hall.desk.view?.ticket?.number).to.equal('A013');
    expect(hall.desk.underWay).to.equal(null);
  });

  it('call nobody when the finish before it was refused', async () => {
    const hall = new Hall(view('free'));
    hall.finishCallsNext = true;
    hall.show(view('serving', { ...A012, state: 'serving' }), 101);
    hall.time += 1000;
    void hall.desk.press('Space');
    await hall.answer({ ok: false, rejection: { code: 'TICKET_NOT_AT_WINDOW' } });
    expect(hall.types).to.deep.equal(['FinishService']);
    expect(hall.desk.note).to.deep.equal({ kind: 'rejected', code: 'TICKET_NOT_AT_WINDOW' });
  });

  it('miss a ticket only when confirmed, and forget the question on Escape', async () => {
    const hall = new Hall(view('calling', A012));
    await hall.desk.press('M');
    expect(hall.desk.asked?.about).to.equal('miss');
    await hall.desk.press('Escape');
    hall.time += 1000;
    await hall.desk.press('M');
    expect(hall.types).to.deep.equal([]);
    hall.time += 1000;
    void hall.desk.press('M');
    expect(hall.types).to.deep.equal(['MissTicket']);
  });

  it('keep what ended here, newest first, each once', async () => {
    const hall = new Hall(view('serving', { ...A012, state: 'serving', startedAt: 1000 }));
    const ended = { ...A012, state: 'finished' as const, startedAt: 1000, endedAt: 61_000 };
    void hall.desk.press('F');
    await hall.answer({ ok: true, seq: 101, ticket: ended, window: windowOf('free') });
    expect(hall.desk.ended).to.deep.equal([
      {
        ...{ id: A012.id, number: 'A012', queue: 'a', state: 'finished', endedAt: 61_000 },
        ...{ serviceMs: 60_000, outcome: null, handout: null },
      },
    ]);
  });
});

describe('questions at a counter', () => {
  const serving = { ...A012, state: 'serving' as const };

  it('send one command for one answer, and keep what was typed until the hall has taken it', async () => {
    const hall = new Hall(view('serving', serving));
    await hall.desk.press('T');
    void hall.desk.reply({ value: 'q:b', note: '' });
    void hall.desk.reply({ value: 'q:c', note: '' });
    expect(hall.types).to.deep.equal(['TransferTicket']);
    expect(hall.desk.flow?.of).to.equal('transfer');
    await hall.answer({ ok: false, rejection: { code: 'TRANSFER_TO_SELF' } });
    expect(hall.desk.flow?.of).to.equal('transfer');
    void hall.desk.reply({ value: 'q:c', note: '' });
    await hall.answer({
      ok: true,
      seq: 101,
      ticket: { ...A012, state: 'waiting' },
      window: windowOf('free'),
    });
    expect(hall.desk.flow).to.equal(null);
    expect(new Set(hall.sent.map(({ id }) => id)).size).to.equal(2);
  });

  it('stay with their ticket: gone when another is at the window, and the rest of the word with them', async () => {
    const hall = new Hall(view('calling', A012));
    await hall.desk.press('T');
    hall.show(view('calling', A013), 101);
    expect(hall.desk.flow).to.equal(null);
    hall.time += 500;
    await hall.desk.press('A');
    expect(hall.desk.flow).to.equal(null);
  });

  it('about somebody else stay when a ticket comes to the window', async () => {
    const hall = new Hall(view('ready'));
    await hall.desk.press('B');
    hall.show(view('calling', A013), 101);
    expect(hall.desk.flow?.of).to.equal('return');
    expect(hall.desk.note).to.deep.equal({ kind: 'came', number: 'A013' });
  });

  it('are not answered by the second half of a double press', async () => {
    const hall = new Hall({ ...view('free'), role: 'lead' });
    await hall.desk.press('X');
    await hall.desk.reply({ value: 'A012', note: '' });
    hall.time += 1000;
    await hall.desk.press('1');
    hall.time += 100;
    await hall.desk.press('1');
    expect(hall.types).to.deep.equal([]);
    hall.time += 1000;
    void hall.desk.press('1');
    expect(hall.types).to.deep.equal(['CallTicket']);
  });

  it('stay when what was typed is refused', async () => {
    const hall = new Hall(view('free'));
    await hall.desk.press('B');
    await hall.desk.reply({ value: '??', note: '' });
    expect(hall.desk.flow?.of).to.equal('return');
    expect(hall.desk.note).to.deep.equal({ kind: 'refused', refusal: 'noSuchNumber', number: '' });
  });
});

describe('what the clerk is told besides', () => {
  const serving = { ...A012, state: 'serving' as const, startedAt: 1000 };

  it('is the number and code for missing papers, until she presses something else', async () => {
    const hall = new Hall(view('serving', serving));
    await hall.desk.press('ShiftF');
    hall.time += 1000;
    await hall.desk.press('2');
    void hall.desk.reply({ value: '', note: '' });
    const supplement = { number: 'R012', queue: 'a', until: '2026-11-26' };
    const ended = { ...serving, state: 'finished' as const, endedAt: 61_000 };
    await hall.answer({
      ok: true,
      seq: 101,
      ticket: ended,
      window: windowOf('free'),
      supplement,
      secret: 'abcd',
    });
    const handout = { number: 'R012', until: '2026-11-26', secret: 'abcd' };
    expect(hall.desk.handout).to.deep.equal(handout);
    void hall.desk.print('zh-CN');
    void hall.desk.print('zh-CN');
    expect(hall.sent.slice(-2).map(({ command }) => command)).to.deep.equal([
      { type: 'FinishService', window: 'w3', ticket: '20261123-A012', outcome: 'supplement' },
      { type: 'PrintSupplement', window: 'w3', supplement: 'R012', locale: 'zh-CN' },
    ]);
    await hall.answer({ ok: true, seq: 102, window: windowOf('free') });
    expect(hall.desk.handout, 'it stays').to.deep.equal(handout);
    expect(hall.desk.note).to.deep.equal({ kind: 'done', what: 'PrintSupplement', number: 'R012', times: 0 });
    void hall.desk.print('en');
    await hall.answer({ ok: false, rejection: { code: 'SUPPLEMENT_USED' } });
    expect(hall.desk.note).to.deep.equal({ kind: 'rejected', code: 'SUPPLEMENT_USED' });
    hall.time += 1000;
    await hall.desk.press('Escape');
    expect(hall.desk.handout).to.equal(null);
    void hall.desk.print('zh-CN');
    expect(hall.types.at(-1), 'nothing is shown').to.equal('PrintSupplement');
    expect(hall.sent.length).to.equal(3);
    hall.desk.show(handout);
    void hall.desk.press('Space');
    expect(hall.desk.handout).to.equal(null);
    expect(hall.types.at(-1)).to.equal('CallNext');
  });

  it('is the rule’s limits on the calls of the ticket at her window', async () => {
    const soon = new Hall(view('calling', { ...A012, lastCallAt: TEN - 4999 }));
    await soon.desk.press('R');
    expect(soon.desk.note).to.deep.equal({ kind: 'refused', refusal: 'recallPause', number: 'A012' });
    const then = new Hall(view('calling', { ...A012, lastCallAt: TEN - 5000 }));
    void then.desk.press('R');
    expect(then.types).to.deep.equal(['Recall']);
  });

  it('is how many calls a miss takes by the hall’s own answer, when the screen was old', async () => {
    const hall = new Hall(view('calling', A012));
    hall.stale = true;
    hall.show(view('calling', A012), 101);
    await hall.desk.press('M');
    hall.time += 1000;
    void hall.desk.press('M');
    await hall.answer({ ok: false, rejection: { code: 'CALL_AGAIN_FIRST', detail: '1/3' } });
    expect(hall.desk.note).to.deep.equal({
      ...{ kind: 'rejected', code: 'CALL_AGAIN_FIRST' },
      calls: { made: 1, needed: 3 },
    });
  });

  it('is for how long her presses may be overlooked', async () => {
    const hall = new Hall(view('free'));
    expect(hall.desk.guardedMs).to.equal(0);
    void hall.desk.press('Space');
    await hall.answer(called);
    expect(hall.desk.guardedMs).to.equal(400);
    hall.time += 400;
    expect(hall.desk.guardedMs).to.equal(0);
  });

  it('is what may be undone only until its instant', async () => {
    const undoable = { action: 'ServiceFinished' as const, number: 'A011', until: TEN };
    const hall = new Hall({ ...view('free'), undoable });
    void hall.desk.press('U');
    expect(hall.types).to.deep.equal(['UndoAction']);
    const late = new Hall({ ...view('free'), undoable: { ...undoable, until: TEN - 1 } });
    await late.desk.press('U');
    expect(late.types).to.deep.equal([]);
  });
});

describe('the message line', () => {
  it('says what was refused, and is quiet again after a while', async () => {
    const hall = new Hall(view('calling', A012));
    await hall.desk.press('Space');
    expect(hall.desk.note).to.deep.equal({ kind: 'refused', refusal: 'calling', number: 'A012' });
    hall.time += 8001;
    expect(hall.desk.note).to.equal(null);
  });

  it('says that a ticket has come to a ready window by itself', () => {
    const hall = new Hall(view('ready'));
    hall.show(view('calling', A013), 101);
    expect(hall.desk.note).to.deep.equal({ kind: 'came', number: 'A013' });
  });

  it('says that nobody waits when call next made the window ready', async () => {
    const hall = new Hall(view('free'));
    void hall.desk.press('Space');
    await hall.answer({ ok: true, seq: 101, window: windowOf('ready') });
    expect(hall.desk.note).to.deep.equal({ kind: 'done', what: 'WindowReady', number: '', times: 0 });
  });

  it('says when an answer is slow, and that nothing is known when none came over a broken line', async () => {
    const hall = new Hall(view('free'));
    void hall.desk.press('Space');
    expect(hall.desk.note).to.equal(null);
    hall.time += SLOW_MS + 1;
    expect(hall.desk.note).to.deep.equal({ kind: 'slow' });
    hall.stale = true;
    hall.show(view('free'), 100);
    await hall.answer({ ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } });
    expect(hall.desk.note).to.deep.equal({ kind: 'unanswered' });
  });

  it('takes the reasons for a pause away when a ticket is called meanwhile', async () => {
    const hall = new Hall(view('ready'));
    await hall.desk.press('P');
    expect(hall.desk.note).to.deep.equal({ kind: 'choosing', flow: 'pause' });
    hall.show(view('calling', A013), 101);
    expect(hall.desk.flow).to.equal(null);
    expect(hall.desk.note).to.deep.equal({ kind: 'came', number: 'A013' });
  });
});
