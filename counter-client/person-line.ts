import type { PersonView } from '../common/person.ts';
import type { Reading } from './halls.ts';

export interface PersonParts {
  /** Who is at the window, masked; null when the hall knows nothing of them. */
  read(): Promise<Reading<PersonView | null>>;
  changed(): void;
}

/** Who the ticket at the window belongs to, as far as staff may see. */
export class PersonLine {
  person: PersonView | null = null;
  #parts: PersonParts;
  #ticket: string | null = null;

  constructor(parts: PersonParts) {
    this.#parts = parts;
  }

  /** Another ticket is at the window: nobody's name outlives their ticket. */
  async show(ticket: string | null): Promise<void> {
    if (ticket === this.#ticket) return;
    this.#ticket = ticket;
    this.person = null;
    if (ticket === null) return;
    const reading = await this.#parts.read();
    if (ticket !== this.#ticket || !reading.ok) return;
    this.person = reading.value;
    this.#parts.changed();
  }
}
