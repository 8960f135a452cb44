import type { Command } from '../common/contract/commands.ts';
import type { Answer, CommandAnswer, CounterView } from '../common/contract/socket.ts';
import type { Locale } from '../common/contract/text.ts';
import { ASK_MS, guardedMs, press } from './actions.ts';
import { callsOf } from './calls.ts';
import { type Flow, isOfTheMoment, isTyped, type Reply, reply } from './flow.ts';
import type { Key } from './keys.ts';
import { doneNote, type Note, noteMs, printedNote, rejectedNote } from './notes.ts';
import { seen } from './seen.ts';
import { type Ended, type Handout, handoutOf, withEnded } from './session.ts';
import type { Action, Situation, Step } from './situation.ts';
import { isUndoable, waitingAt } from './waiting.ts';

/** A press without an answer for this long says that it is still being tried. */
export const SLOW_MS = 1500;

export interface DeskParts {
  /** Sends one command until it is answered or given up; the id is the same for every try. */
  send(command: Command, commandId: string): Promise<CommandAnswer>;
  newCommandId(): string;
  /** Milliseconds of a clock that never runs back. */
  clock(): number;
  /** The hall's time. */
  now(): number;
  changed(): void;
}

/** What the page knows when a key is pressed. */
export interface Screen {
  view: CounterView;
  seq: number;
  stale: boolean;
  finishCallsNext: boolean;
}

/**
 * One clerk's presses: judges each by actions.ts, sends what follows, one command at a time, and
 * remembers what the next press is judged by.
 */
export class Desk {
  underWay: Action | null = null;
  /** What she is being asked before a command can be sent. */
  flow: Flow | null = null;
  ended: readonly Ended[] = [];
  /** What the citizen at the window is to be told: until she presses something else. */
  handout: Handout | null = null;
  #parts: DeskParts;
  #screen: Screen | null = null;
  #answer: Answer | null = null;
  #underWaySince = 0;
  #answered: Situation['answered'] = null;
  #changed: Situation['changed'] = null;
  #asked: Situation['asked'] = null;
  #interruptedAt: number | null = null;
  #isPrinting = false;
  #note: { note: Note; until: number } | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** The view as the clerk sees it: with her own last answer, while that is newer. */
  get view(): CounterView | null {
    return this.#screen === null ? null : seen(this.#screen.view, this.#screen.seq, this.#answer);
  }

  /** The question that waits for its second press now. */
  get asked(): Situation['asked'] {
    const open = this.#asked !== null && this.#parts.clock() - this.#asked.at <= ASK_MS;
    return open ? this.#asked : null;
  }

  /** How long a press may still be taken for one meant for what stood there before, milliseconds. */
  get guardedMs(): number {
    const past = { answered: this.#answered, changed: this.#changed, interruptedAt: this.#interruptedAt };
    return guardedMs({ ...past, asked: this.#asked }, this.#parts.clock());
  }

  get note(): Note | null {
    if (this.underWay !== null && this.#parts.clock() - this.#underWaySince > SLOW_MS)
      return { kind: 'slow' };
    if (this.#note !== null && this.#parts.clock() <= this.#note.until) return this.#note.note;
    return this.flow === null ? null : { kind: 'choosing', flow: this.flow.of };
  }

  /** The page has something new to show. */
  see(screen: Screen): void {
    this.#change(() => {
      this.#screen = screen;
    });
  }

  /** Resolves when what follows from the press has been answered. */
  async press(key: Key): Promise<void> {
    await this.#follow((situation, at) => press(situation, key, at), key);
  }

  /** Answers what she is being asked with what was typed or clicked. */
  async reply(to: Reply): Promise<void> {
    await this.#follow((situation) => {
      const { flow, underWay } = situation;
      return flow === null || underWay ? { do: 'nothing' } : reply(flow, to, situation);
    }, 'S');
  }

  /** Shows again what an earlier citizen was told. */
  show(handout: Handout): void {
    if (this.underWay !== null) return;
    this.flow = null;
    this.handout = handout;
    this.#parts.changed();
  }

  /** Puts what is shown on paper; it stays on the screen. */
  async print(locale: Locale): Promise<void> {
    const { handout, view } = this;
    if (handout === null || view === null || this.#isPrinting || this.#screen?.stale === true) return;
    this.#isPrinting = true;
    const command: Command = {
      type: 'PrintSupplement',
      window: view.window.id,
      supplement: handout.number,
      locale,
    };
    const answer = await this.#parts.send(command, this.#parts.newCommandId());
    this.#isPrinting = false;
    this.#say(answer.ok ? printedNote(handout.number) : rejectedNote(answer.rejection));
    this.#parts.changed();
  }

  async #follow(judge: (situation: Situation, at: number) => Step, key: Key): Promise<void> {
    const view = this.view;
    if (view === null || this.#screen === null) return;
    const at = this.#parts.clock();
    const situation = this.#situation(view, this.#screen);
    const step = judge(situation, at);
    if (step.do === 'nothing' && key !== 'Escape') return;
    if (step.do === 'send') await this.#send(step, key);
    else this.#stay(step, situation, key, at);
    this.#parts.changed();
  }

  #stay(step: Step, { ticket }: Situation, key: Key, at: number): void {
    const number = ticket?.number ?? '';
    // A refused answer leaves the question on the screen.
    const answered = step.do === 'say' && this.flow !== null && isTyped(this.flow);
    if (!answered) this.flow = step.do === 'choose' ? step.flow : null;
    this.handout = null;
    this.#asked = null;
    this.#note = null;
    // The second half of a double press must not answer the next question.
    if (step.do === 'choose' && step.flow !== null) this.#answered = { key, at };
    if (step.do === 'ask') {
      this.#asked = { about: step.about, ticket: ticket?.id ?? null, at };
      this.#say({ kind: 'asked', about: step.about, number });
    }
    if (step.do === 'say') this.#say({ kind: 'refused', refusal: step.refusal, number });
  }

  async #send({ action, commands }: Extract<Step, { do: 'send' }>, key: Key): Promise<void> {
    const { flow } = this;
    this.underWay = action;
    this.#underWaySince = this.#parts.clock();
    this.#asked = null;
    this.#note = null;
    this.handout = null;
    // What was typed stays until the hall has taken it.
    if (flow !== null && !isTyped(flow)) this.flow = null;
    this.#parts.changed();
    for (const command of commands) {
      const answer = await this.#parts.send(command, this.#parts.newCommandId());
      this.#take(command, answer);
      // What follows was pressed for in the belief that this had happened.
      if (!answer.ok) break;
      if (this.flow === flow) this.flow = null;
    }
    this.underWay = null;
    this.#answered = { key, at: this.#parts.clock() };
  }

  #take(command: Command, answer: CommandAnswer): void {
    if (!answer.ok) {
      // The hall says the same when it can not save; without a line, it is this side that gave up.
      const { code } = answer.rejection;
      const gaveUp = code === 'JOURNAL_UNAVAILABLE' && this.#screen?.stale === true;
      this.#say(gaveUp ? { kind: 'unanswered' } : rejectedNote(answer.rejection));
      return;
    }
    const before = this.view?.ticket ?? null;
    this.#change(() => {
      this.#answer = answer;
    });
    this.ended = withEnded(this.ended, command, answer, before);
    this.handout = handoutOf(answer);
    this.#say(doneNote(command, answer));
  }

  /** Takes something new and notices what that changes on the screen. */
  #change(take: () => void): void {
    const before = this.view?.window;
    take();
    const after = this.view?.window;
    if (before === undefined || after === undefined) return;
    if (before.status !== after.status || before.ticket?.id !== after.ticket?.id) {
      this.#changed = { from: before.status, at: this.#parts.clock() };
      this.#interrupt();
      // It was said of a state that is over.
      this.#note = null;
    }
    const called = after.status === 'calling' && after.ticket !== null ? after.ticket : null;
    if (called !== null && called.id !== before.ticket?.id && this.underWay === null) {
      this.#say({ kind: 'came', number: called.number });
    }
  }

  /** A question about what is over is taken away; one about somebody else is left for her to answer. */
  #interrupt(): void {
    if (this.flow === null || !isOfTheMoment(this.flow)) return;
    if (isTyped(this.flow) && this.underWay === null) this.#interruptedAt = this.#parts.clock();
    this.flow = null;
  }

  #say(note: Note): void {
    this.#note = { note, until: this.#parts.clock() + noteMs(note) };
  }

  #situation(view: CounterView, { stale, finishCallsNext }: Screen): Situation {
    const { window, hall, held, role } = view;
    return {
      window: window.id,
      status: window.status,
      ticket: window.ticket,
      calls: callsOf(view.ticket, view.rule, this.#parts.now()),
      waiting: waitingAt(view, 0).total,
      held: held.map(({ id }) => id),
      undoable: isUndoable(view.undoable, this.#parts.now()),
      role,
      day: hall.day,
      categories: hall.categories.map(({ id }) => id),
      stale,
      finishCallsNext,
      underWay: this.underWay !== null,
      answered: this.#answered,
      changed: this.#changed,
      asked: this.#asked,
      flow: this.flow,
      interruptedAt: this.#interruptedAt,
    };
  }
}
