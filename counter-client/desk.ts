import type { Command } from '../common/contract/commands.ts';
import type { Answer, CommandAnswer, CounterView } from '../common/contract/socket.ts';
import { type Action, ASK_MS, press, type Situation, type Step } from './actions.ts';
import type { Key } from './keys.ts';
import { doneNote, type Note, noteMs } from './notes.ts';
import { seen } from './seen.ts';
import { type Ended, withEnded } from './session.ts';
import { waitingAt } from './waiting.ts';

/** A press without an answer for this long says that it is still being tried. */
export const SLOW_MS = 1500;

export interface DeskParts {
  /** Sends one command until it is answered or given up; the id is the same for every try. */
  send(command: Command, commandId: string): Promise<CommandAnswer>;
  newCommandId(): string;
  /** Milliseconds of a clock that never runs back. */
  clock(): number;
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
  choosing = false;
  ended: readonly Ended[] = [];
  #parts: DeskParts;
  #screen: Screen | null = null;
  #answer: Answer | null = null;
  #underWaySince = 0;
  #answered: Situation['answered'] = null;
  #changed: Situation['changed'] = null;
  #asked: Situation['asked'] = null;
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

  get note(): Note | null {
    if (this.underWay !== null && this.#parts.clock() - this.#underWaySince > SLOW_MS)
      return { kind: 'slow' };
    if (this.choosing) return { kind: 'choosing' };
    return this.#note !== null && this.#parts.clock() <= this.#note.until ? this.#note.note : null;
  }

  /** The page has something new to show. */
  see(screen: Screen): void {
    this.#change(() => {
      this.#screen = screen;
    });
  }

  /** Resolves when what follows from the press has been answered. */
  async press(key: Key): Promise<void> {
    const view = this.view;
    if (view === null || this.#screen === null) return;
    const at = this.#parts.clock();
    const situation = this.#situation(view, this.#screen);
    const step = press(situation, key, at);
    if (step.do === 'nothing' && key !== 'Escape') return;
    if (step.do === 'send') await this.#send(step, key);
    else this.#stay(step, situation, at);
    this.#parts.changed();
  }

  #stay(step: Step, { ticket }: Situation, at: number): void {
    const number = ticket?.number ?? '';
    this.choosing = step.do === 'choose' && step.open;
    this.#asked = null;
    this.#note = null;
    if (step.do === 'ask') {
      this.#asked = { about: step.about, ticket: ticket?.id ?? null, at };
      this.#say({ kind: 'asked', about: step.about, number });
    }
    if (step.do === 'say') this.#say({ kind: 'refused', refusal: step.refusal, number });
  }

  async #send({ action, commands }: Extract<Step, { do: 'send' }>, key: Key): Promise<void> {
    this.underWay = action;
    this.#underWaySince = this.#parts.clock();
    this.choosing = false;
    this.#asked = null;
    this.#note = null;
    this.#parts.changed();
    for (const command of commands) {
      const answer = await this.#parts.send(command, this.#parts.newCommandId());
      this.#take(command, answer);
      // What follows was pressed for in the belief that this had happened.
      if (!answer.ok) break;
    }
    this.underWay = null;
    this.#answered = { key, at: this.#parts.clock() };
  }

  #take(command: Command, answer: CommandAnswer): void {
    if (!answer.ok) {
      // The hall says the same when it can not save; without a line, it is this side that gave up.
      const { code } = answer.rejection;
      const gaveUp = code === 'JOURNAL_UNAVAILABLE' && this.#screen?.stale === true;
      this.#say(gaveUp ? { kind: 'unanswered' } : { kind: 'rejected', code });
      return;
    }
    this.#change(() => {
      this.#answer = answer;
    });
    this.ended = withEnded(this.ended, answer.ticket);
    this.#say(doneNote(command, answer));
  }

  /** Takes something new and notices what that changes on the screen. */
  #change(take: () => void): void {
    const before = this.view?.window;
    take();
    const after = this.view?.window;
    if (before === undefined || after === undefined) return;
    if (before.status !== after.status) {
      this.#changed = { from: before.status, at: this.#parts.clock() };
      this.choosing = false;
      // It was said of a state that is over.
      this.#note = null;
    }
    const called = after.status === 'calling' && after.ticket !== null ? after.ticket : null;
    if (called !== null && called.id !== before.ticket?.id && this.underWay === null) {
      this.#say({ kind: 'came', number: called.number });
    }
  }

  #say(note: Note): void {
    this.#note = { note, until: this.#parts.clock() + noteMs(note) };
  }

  #situation(view: CounterView, { stale, finishCallsNext }: Screen): Situation {
    const { window } = view;
    return {
      window: window.id,
      status: window.status,
      ticket: window.ticket,
      waiting: waitingAt(view, 0).total,
      stale,
      finishCallsNext,
      underWay: this.underWay !== null,
      answered: this.#answered,
      changed: this.#changed,
      asked: this.#asked,
      choosing: this.choosing,
    };
  }
}
