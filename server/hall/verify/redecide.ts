import type { Role } from '../../../common/contract/config.ts';
import { canonical } from '../canonical.ts';
import type { HallCommand } from '../commands.ts';
import { decide } from '../decide/decide.ts';
import type { Circumstance } from '../decide/decision.ts';
import type { Draft, Envelope, HallEvent } from '../events.ts';
import { evolve } from '../evolve/evolve.ts';
import { reactionTo } from '../react.ts';
import { emptyHall, type HallState } from '../state.ts';
import { commandBehind } from './derive.ts';
import type { BreakCode } from './report.ts';

/** What is wrong with an event. */
export interface Finding {
  code: BreakCode;
  words: string;
}

/** Whether a command has the form that the edge would have let in. */
export type WellFormed = (command: HallCommand) => boolean;

interface UnderWay {
  commandId: string;
  circumstance: Circumstance;
  /** What must follow now, next first. */
  expected: HallEvent[];
}

/**
 * Follows a log and decides everything in it again: each event must be what the rule makes of the command
 * behind it, letter by letter, and what the hall does by itself must be there too.
 */
export class Redecider {
  #state: HallState = emptyHall();
  #knowsBefore = false;
  #underWay: UnderWay | null = null;
  #commandIds = new Set<string>();

  constructor(private readonly wellFormed: WellFormed) {}

  get state(): Readonly<HallState> {
    return this.#state;
  }

  /** Follows an event of the day before without judging it: what a day hands on can then be judged too. */
  prime(draft: Draft): void {
    evolve(this.#state, draft);
    this.#knowsBefore = true;
  }

  /** What is wrong with the next event. @param text the canonical draft, as it was sealed. */
  judge(draft: Draft, text: string): Finding[] {
    const findings = this.#judge(draft, text);
    // After a break nobody can say what had to follow.
    if (findings.length > 0) this.#underWay = null;
    if (draft.at >= this.#state.at) return findings;
    return [{ code: 'TIME_RUNS_BACK', words: `it is earlier than event ${this.#state.seq}` }, ...findings];
  }

  /** Goes on from the event, right or wrong. @throws when the log can not be followed any further. */
  follow(draft: Draft): void {
    evolve(this.#state, draft);
    this.#react(draft);
  }

  /** The end of the log: what still had to follow. */
  end(): Finding[] {
    return this.#leftOut();
  }

  #judge(draft: Draft, text: string): Finding[] {
    const { circumstance, commandId } = this.#underWay ?? {};
    const expected = commandId === draft.commandId ? this.#underWay?.expected.shift() : undefined;
    if (expected !== undefined && circumstance !== undefined) {
      const { at, by } = circumstance;
      return this.#compare(stamped(expected, { ...stampOf(draft), at, by }), draft, text);
    }
    return [...this.#leftOut(), ...this.#begin(draft, text)];
  }

  /** The first event of a command. */
  #begin(draft: Draft, text: string): Finding[] {
    const findings: Finding[] = [];
    if (this.#commandIds.has(draft.commandId)) {
      findings.push({ code: 'COMMAND_TWICE', words: `command ${draft.commandId} had been done before` });
    }
    this.#commandIds.add(draft.commandId);
    const role = 'role' in draft ? (draft.role as Role) : null;
    const circumstance: Circumstance = { at: draft.at, by: draft.by, role };
    this.#underWay = { commandId: draft.commandId, circumstance, expected: [] };
    if (draft.type === 'DayOpened' && this.#opensUnknown(draft)) {
      if (canonical(draft) !== text) findings.push(notCanonical());
      return findings;
    }
    const command = commandBehind(draft);
    if (command === null)
      return [...findings, impossible(`${draft.type} only ever follows from something else`)];
    if (!this.wellFormed(command)) return [...findings, impossible('nobody could have asked for this')];
    const decision = decide(this.#state, command, circumstance);
    if ('rejection' in decision) {
      const { code, detail } = decision.rejection;
      const said = detail === undefined ? code : `${code} ${detail}`;
      return [...findings, impossible(`${subject(draft)}: the hall would have refused it (${said})`)];
    }
    const [first, ...rest] = decision.events;
    this.#underWay.expected = rest;
    return first === undefined
      ? findings
      : [...findings, ...this.#compare(stamped(first, firstStampOf(draft)), draft, text)];
  }

  /** The snapshot a log begins with comes from days that are not in it. */
  #opensUnknown({ seq }: Draft): boolean {
    return !this.#knowsBefore && this.#state.lastDay === null && seq > 1;
  }

  #compare(expected: Draft, draft: Draft, text: string): Finding[] {
    if (canonical(expected) === text) return [];
    const another = 'ticket' in expected && 'ticket' in draft && expected.ticket !== draft.ticket;
    if (draft.type === 'TicketCalled' && expected.type === 'TicketCalled' && another) {
      const words = `window ${draft.window} called ${draft.number}; the rule's choice was ${expected.number}`;
      return [{ code: 'NOT_THE_RULES_CHOICE', words }];
    }
    if (canonical(draft) !== text) return [notCanonical()];
    return [impossible(difference(expected, draft))];
  }

  #leftOut(): Finding[] {
    const next = this.#underWay?.expected[0];
    this.#underWay = null;
    if (next === undefined) return [];
    const where = 'window' in next ? ` at window ${next.window}` : '';
    return [
      { code: 'LEFT_OUT', words: `before it, ${subject(next)}${where} should have followed by the rule` },
    ];
  }

  /** What the hall does because of the event comes next, before what the command itself still has to do. */
  #react(draft: Draft): void {
    const underWay = this.#underWay;
    const reaction = reactionTo(this.#state, draft);
    if (reaction === null || underWay === null) return;
    const decision = decide(this.#state, reaction, underWay.circumstance);
    if ('events' in decision) underWay.expected.unshift(...decision.events);
  }
}

function stampOf({ seq, at, by, commandId }: Draft): Envelope {
  return { seq, at, by, commandId };
}

const REQUEST_HASH = /^[\w-]{22}$/;

/** The first event of a command also says what was asked, which nobody can decide anew. */
function firstStampOf(draft: Draft): Envelope {
  const { requestHash } = draft;
  const said = requestHash !== undefined && REQUEST_HASH.test(requestHash) ? { requestHash } : {};
  return { ...stampOf(draft), ...said };
}

/** In place, as the event was decided for this alone: copying events of many shapes is slow. */
function stamped(event: HallEvent, stamp: Envelope): Draft {
  return Object.assign(event, stamp);
}

function impossible(words: string): Finding {
  return { code: 'IMPOSSIBLE', words };
}

function notCanonical(): Finding {
  return { code: 'UNREADABLE_EVENT', words: 'it is not written in the canonical form' };
}

function subject(event: HallEvent): string {
  return 'number' in event ? `${event.type} ${event.number}` : event.type;
}

/** The first field that is not what the rule gives. */
function difference(expected: Draft, draft: Draft): string {
  if (expected.type !== draft.type) return `it is ${subject(draft)}, but ${subject(expected)} had to follow`;
  const [given, wanted] = [draft, expected] as unknown as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(draft), ...Object.keys(expected)])].sort();
  const key = keys.find((each) => canonical(given?.[each]) !== canonical(wanted?.[each])) ?? '';
  return `${subject(draft)}: its ${key} is ${canonical(given?.[key])}; the rule gives ${canonical(wanted?.[key])}`;
}
