import type { bindPhone, getPublicKey, unbindPhone } from '../phones-api.ts';
import type { Failure } from '../request.ts';
import type { boundTo, forgetBound, rememberBound } from './bound.ts';
import type { TicketLink } from './link.ts';
import type { PushBrowser } from './push-browser.ts';

/**
 * Whether this phone is told of a ticket. hidden: it can not be, here. blocked: its person does not let the hall.
 * unreachable: its maker's service is not to be had, which is nobody's fault here.
 */
export type ReminderState =
  | { phase: 'hidden' | 'off' | 'busy' | 'on' | 'blocked' | 'unreachable' }
  | { phase: 'failed'; code: Failure; wasOn: boolean };

/** What it works with: the hall, the browser, and what the phone remembers. */
export interface ReminderParts {
  api: {
    getPublicKey: typeof getPublicKey;
    bindPhone: typeof bindPhone;
    unbindPhone: typeof unbindPhone;
  };
  browser: PushBrowser;
  memory: {
    boundTo: typeof boundTo;
    rememberBound: typeof rememberBound;
    forgetBound: typeof forgetBound;
  };
}

/** One ticket's reminder on this phone: turned on and off by its person. */
export class Reminder {
  #state: ReminderState = { phase: 'hidden' };
  #publicKey = '';

  constructor(
    readonly link: TicketLink,
    private readonly parts: ReminderParts,
    private readonly onChange: () => void,
  ) {}

  get state(): ReminderState {
    return this.#state;
  }

  /** Finds out how it stands. */
  async look(): Promise<void> {
    const { api, browser, memory } = this.parts;
    if (browser.permission() === 'denied') return;
    const answer = await api.getPublicKey(this.link.hall);
    if (!answer.ok || answer.value.publicKey === null) return;
    this.#publicKey = answer.value.publicKey;
    const bound = memory.boundTo(this.link);
    const phone = bound === null ? null : await browser.phone();
    this.#become({ phase: phone !== null && phone.endpoint === bound ? 'on' : 'off' });
  }

  /** To be called from a touch, or browsers do not ask. */
  async press(): Promise<void> {
    const state = this.#state;
    if (state.phase === 'busy' || state.phase === 'hidden') return;
    const isOn = state.phase === 'on' || (state.phase === 'failed' && state.wasOn);
    this.#become({ phase: 'busy' });
    this.#become(await (isOn ? this.#turnOff() : this.#turnOn()));
  }

  async #turnOn(): Promise<ReminderState> {
    const { api, browser, memory } = this.parts;
    const permission = await browser.ask();
    if (permission !== 'granted') return { phase: permission === 'denied' ? 'blocked' : 'off' };
    const phone = await browser.subscribe(this.#publicKey).catch(() => null);
    if (phone === null) return { phase: 'unreachable' };
    const answer = await api.bindPhone(this.link, phone);
    if (!answer.ok) return { phase: 'failed', code: answer.code, wasOn: false };
    memory.rememberBound(this.link, phone.endpoint);
    return { phase: 'on' };
  }

  async #turnOff(): Promise<ReminderState> {
    const { api, browser, memory } = this.parts;
    const endpoint = memory.boundTo(this.link);
    const answer = endpoint === null ? null : await api.unbindPhone(this.link, endpoint);
    if (answer !== null && !answer.ok) return { phase: 'failed', code: answer.code, wasOn: true };
    // The hall has forgotten it; the browser needs its address for other tickets only.
    if (memory.forgetBound(this.link)) await browser.unsubscribe().catch(() => undefined);
    return { phase: 'off' };
  }

  #become(state: ReminderState): void {
    this.#state = state;
    this.onChange();
  }
}
