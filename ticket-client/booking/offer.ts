import type { MatterSummary } from '../../common/contract/views.ts';
import { getMatters } from '../api.ts';
import { LOADING, type Loadable, loaded } from '../loadable.ts';
import { type DaySlots, getSlots } from './api.ts';

/** A pause in typing after which the search is sent. Milliseconds. */
const TYPING_PAUSE_MS = 250;
/** More are not read; another word is quicker. */
const MAX_FOUND = 60;

/** What a hall has to offer: matters found by a word, slots of a day. Of several questions only the last counts. */
export class Offer {
  matters: Loadable<MatterSummary[]> = LOADING;
  slots: Loadable<DaySlots> = LOADING;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #query = '';
  #asked = 0;

  constructor(private readonly onChange: () => void) {}

  search(hall: string, query: string): void {
    this.#query = query;
    this.matters = LOADING;
    clearTimeout(this.#typing);
    if (query.trim() !== '') this.#typing = setTimeout(() => void this.#find(hall, query), TYPING_PAUSE_MS);
  }

  /** @param day null: the first that may be booked. */
  async ask(hall: string, queue: string, day: string | null): Promise<void> {
    const mine = ++this.#asked;
    if (this.slots.status === 'failed') this.slots = LOADING;
    const answer = await getSlots(hall, queue, day);
    if (mine !== this.#asked) return;
    this.slots = loaded(answer);
    this.onChange();
  }

  /** Another matter has other slots. */
  forgetSlots(): void {
    this.#asked++;
    this.slots = LOADING;
  }

  async #find(hall: string, query: string): Promise<void> {
    const answer = await getMatters(hall, { query: query.trim(), limit: MAX_FOUND });
    if (query !== this.#query) return;
    this.matters = loaded(answer.ok ? { ok: true, value: answer.value.matters } : answer);
    this.onChange();
  }
}
