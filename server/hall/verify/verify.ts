import { type DayHeader, openEventLine, openHeader, openTrailer, parseJson } from '../day-file.ts';
import type { Draft } from '../events.ts';
import { Redecider, type WellFormed } from './redecide.ts';
import { type Break, type BreakCode, MAX_BREAKS, type OutOfTurnAct, type Report } from './report.ts';

/** What the verifier needs of the world. */
export interface VerifierParts {
  /** Hex, of the text's UTF-8. */
  sha256: (text: string) => string;
  wellFormed: WellFormed;
}

/**
 * Proves a day: takes an exported file line by line, follows the chain of hashes and decides every event
 * again. Pure: anyone with the file and this program comes to the same report.
 */
export class Verifier {
  #redecider: Redecider;
  #header: DayHeader | null = null;
  #lines = 0;
  #seq = 0;
  #hash = '';
  #ended = false;
  /** Why events can not be followed any more; the chain is still checked. */
  #lost = false;
  #report: Report = {
    ...{ hall: '', day: '', closed: false, events: 0, lastSeq: 0, lastHash: '' },
    ...{ calls: 0, inTurn: 0, outOfTurn: [], breaks: [], breakCount: 0 },
  };

  constructor(private readonly parts: VerifierParts) {
    this.#redecider = new Redecider(parts.wellFormed);
  }

  /** The day before, if it is at hand: the texts of its events in order, before the first line is taken. */
  prime(text: string): void {
    if (this.#lost) return;
    try {
      this.#redecider.prime(JSON.parse(text) as Draft);
    } catch (error) {
      this.#lost = true;
      this.#break('IMPOSSIBLE', `the day before can not be followed: ${reasonOf(error)}`);
    }
  }

  /** The next line, without its line feed. */
  take(line: string): void {
    this.#lines++;
    if (this.#lines === 1) return this.#begin(line);
    if (this.#ended) return this.#break('NOT_A_DAY_FILE', `line ${this.#lines} follows the last one`);
    const row = openEventLine(line);
    if (row !== null) return this.#event(row.text, row.hash);
    if (line.startsWith('{"trailer"')) return this.#trailer(line);
    this.#break('NOT_A_DAY_FILE', `line ${this.#lines} is not an event as it is exported`);
  }

  /** @param published the day's last hash as it was made public, to compare with. */
  end(published?: string): Report {
    if (!this.#ended) this.#break('CUT_OFF', `the file ends after event ${this.#seq} without its last line`);
    for (const finding of this.#redecider.end()) this.#break(finding.code, finding.words);
    if (published !== undefined && published !== this.#hash)
      this.#break('OTHER_THAN_PUBLISHED', `the day ends with ${this.#hash}; published was ${published}`);
    return { ...this.#report, lastSeq: this.#seq, lastHash: this.#hash };
  }

  #begin(line: string): void {
    this.#header = openHeader(line);
    if (this.#header === null)
      return this.#break('NOT_A_DAY_FILE', 'the first line does not say which day this is');
    const { hall, day, firstSeq, previousHash } = this.#header;
    Object.assign(this.#report, { hall, day });
    this.#seq = firstSeq - 1;
    this.#hash = previousHash;
  }

  #event(text: string, hash: string): void {
    const draft = parseJson(text) as Draft | undefined;
    const intact = this.parts.sha256(this.#hash + text) === hash;
    const before = this.#seq;
    // What was sealed next is followed, whatever is wrong with it: later breaks are then its own.
    this.#hash = hash;
    this.#seq++;
    this.#report.events++;
    if (!isDraft(draft)) return this.#break('UNREADABLE_EVENT', `event ${this.#seq} is not an event`);
    if (!intact)
      this.#break('HASH_MISMATCH', 'its content and what is before it do not give its hash', draft);
    if (draft.seq !== before + 1) {
      this.#break('SEQ_GAP', `event ${before + 1} is not there; ${draft.seq} stands in its place`, draft);
      this.#seq = draft.seq;
    }
    if (before + 1 === this.#header?.firstSeq) this.#checkDay(draft);
    else if (draft.type === 'DayOpened') this.#break('NOT_A_DAY_FILE', 'another day begins in it', draft);
    this.#follow(draft, text);
  }

  #checkDay(draft: Draft): void {
    const { hall, day } = this.#report;
    const right = draft.type === 'DayOpened' && draft.day === day && draft.setup?.id === hall;
    if (!right) this.#break('NOT_A_DAY_FILE', `it does not begin with the day ${day} of ${hall}`, draft);
  }

  #follow(draft: Draft, text: string): void {
    if (this.#lost) return;
    try {
      for (const { code, words } of this.#redecider.judge(draft, text)) this.#break(code, words, draft);
      this.#redecider.follow(draft);
      this.#count(draft);
    } catch (error) {
      this.#lost = true;
      this.#break('IMPOSSIBLE', `from here on the log can not be followed: ${reasonOf(error)}`, draft);
    }
  }

  #count(draft: Draft): void {
    const report = this.#report;
    if (draft.type === 'TicketCalled') report.inTurn++;
    if (draft.type === 'TicketCalled' || draft.type === 'CalledOutOfTurn') report.calls++;
    if (isOutOfTurn(draft)) {
      const { seq, at, type, number, window, by, role, reason } = draft;
      report.outOfTurn.push({ seq, at, type, number, window, by, role, reason });
    }
    report.closed = draft.type === 'DayClosed';
  }

  #trailer(line: string): void {
    this.#ended = true;
    const trailer = openTrailer(line);
    if (trailer === null) return this.#break('NOT_A_DAY_FILE', 'the last line can not be read');
    const { closed, lastSeq, lastHash } = trailer;
    if (lastSeq !== this.#seq || lastHash !== this.#hash)
      this.#break(
        'CUT_OFF',
        `the day ended with event ${lastSeq} (${lastHash}); here it ends with ${this.#seq}`,
      );
    else if (closed !== this.#report.closed && !this.#lost)
      this.#break(
        'CUT_OFF',
        closed ? 'the end of the day is missing' : 'the day is over, which its last line denies',
      );
  }

  #break(code: BreakCode, words: string, draft?: Draft): void {
    const { breaks } = this.#report;
    this.#report.breakCount++;
    const found: Break = {
      code,
      seq: draft?.seq ?? null,
      at: draft?.at ?? null,
      by: draft?.by ?? null,
      words,
    };
    if (breaks.length < MAX_BREAKS) breaks.push(found);
  }
}

/** All of a file at once. */
export function verifyDay(lines: Iterable<string>, parts: VerifierParts, published?: string): Report {
  const verifier = new Verifier(parts);
  for (const line of lines) verifier.take(line);
  return verifier.end(published);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isDraft(value: Draft | undefined): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof value.type === 'string' &&
    Number.isSafeInteger(value.seq) &&
    Number.isFinite(value.at) &&
    typeof value.by === 'string' &&
    typeof value.commandId === 'string'
  );
}

function isOutOfTurn(draft: Draft): draft is Extract<Draft, { type: OutOfTurnAct['type'] }> {
  const { type } = draft;
  return type === 'CalledOutOfTurn' || type === 'MovedOutOfTurn' || type === 'CategoryChanged';
}
