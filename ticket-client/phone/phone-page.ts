import { html, LitElement, nothing } from 'lit';
import { newCommandId } from '../../common/command-id.ts';
import type { Matter } from '../../common/contract/config.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import { inLocale, type Locale } from '../../common/contract/text.ts';
import type { WindowView } from '../../common/contract/views.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import { cancelTicket, type Failure, getBoard, getMatter } from '../api.ts';
import { windowsServing } from '../window-ranges.ts';
import { faceOf, isNewCall, isOpen } from './face.ts';
import { parseLink, type TicketLink } from './link.ts';
import './phone-bar.ts';
import './phone-called.ts';
import './phone-cancel.ts';
import './phone-details.ts';
import './phone-hero.ts';
import './phone-no-ticket.ts';
import './phone-shake.ts';
import { phoneStyles } from './phone-styles.ts';
import { shake } from './shaker.ts';
import { remember, remembered } from './storage.ts';
import { TicketLine, type TicketLineState } from './ticket-line.ts';
import { PHONE_WORDS, phoneTitle } from './words.ts';

/** The page of one ticket: follows it live from waiting to its end. */
export class PhonePage extends LitElement {
  static override properties = {
    link: { state: true },
    line: { state: true },
    windows: { state: true },
    matter: { state: true },
    chosenLocale: { state: true },
    isLarge: { state: true },
    cancelling: { state: true },
  };
  declare link: TicketLink | null;
  declare line: TicketLineState;
  declare windows: WindowView[];
  declare matter: Matter | null;
  /** null: the language that the ticket was taken in. */
  declare chosenLocale: Locale | null;
  declare isLarge: boolean;
  declare cancelling: { commandId: string; isBusy: boolean; code: Failure | null };

  static override styles = [baseStyles, phoneStyles];

  readonly #line = new TicketLine((state) => this.#changed(state));

  constructor() {
    super();
    const asked = new URLSearchParams(location.search).get('lang') ?? remembered('locale');
    this.chosenLocale = asked === null ? null : localeOf(asked);
    this.isLarge = remembered('large') === 'yes';
    this.#open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#open);
    document.addEventListener('visibilitychange', this.#seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#open);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#line.close();
  }

  override updated(): void {
    document.documentElement.lang = this.#locale;
    document.documentElement.dataset.scale = this.isLarge ? 'elder' : 'phone';
    document.title = phoneTitle(this.line.view, PHONE_WORDS[this.#locale]);
  }

  override render() {
    const { status, view, rejection } = this.line;
    const words = PHONE_WORDS[this.#locale];
    if (this.link === null || status === 'error') {
      return html`<main class="page">
        ${this.#bar('')}
        <phone-no-ticket
          .words=${words}
          .rejection=${this.link === null ? null : rejection}
          @again=${() => this.#line.renew()}
        ></phone-no-ticket>
      </main>`;
    }
    return html`<ow-page-state
      .status=${status}
      .locale=${this.#locale}
      .now=${() => this.#line.now()}
      time-zone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
    >
      ${view === null ? nothing : this.#ticket(view)}
    </ow-page-state>`;
  }

  #ticket(view: PhoneView) {
    const { ticket, windowNumber } = view;
    const words = PHONE_WORDS[this.#locale];
    const windows = windowsServing(this.windows, ticket.queue);
    const isCalled = ticket.state === 'called';
    return html`<main class=${isCalled ? 'page called' : 'page'}>
      ${this.#bar(inLocale(view.hall.name, this.#locale))}
      ${
        isCalled
          ? html`<phone-called .words=${words} .ticket=${ticket} .windowNumber=${windowNumber}></phone-called>`
          : html`<phone-hero .words=${words} .ticket=${ticket} .windowNumber=${windowNumber}></phone-hero>`
      }
      ${ticket.state === 'waiting' ? html`<phone-shake .words=${words}></phone-shake>` : nothing}
      ${
        isOpen(faceOf(ticket)) && !isCalled
          ? html`<phone-details .words=${words} .view=${view} .windows=${windows} .matter=${this.matter}></phone-details>`
          : nothing
      }
      ${ticket.state === 'waiting' ? this.#cancel() : nothing}
    </main>`;
  }

  #bar(hall: string) {
    return html`<phone-bar
      .words=${PHONE_WORDS[this.#locale]}
      .hall=${hall}
      .isLarge=${this.isLarge}
      @large=${this.#large}
      @language=${this.#language}
    ></phone-bar>`;
  }

  #cancel() {
    const { isBusy, code } = this.cancelling;
    return html`<phone-cancel
      .words=${PHONE_WORDS[this.#locale]}
      .isBusy=${isBusy}
      .code=${code}
      @give-back=${this.#giveBack}
    ></phone-cancel>`;
  }

  get #locale(): Locale {
    return this.chosenLocale ?? this.line.view?.ticket.locale ?? 'zh-CN';
  }

  #open = (): void => {
    this.link = parseLink(location.hash);
    this.windows = [];
    this.matter = null;
    this.cancelling = { commandId: newCommandId(), isBusy: false, code: null };
    this.#line.follow(this.link);
  };

  #changed(state: TicketLineState): void {
    const before = this.line?.view ?? null;
    this.line = state;
    if (state.view === null) return;
    if (isNewCall(before?.ticket ?? null, state.view.ticket)) shake();
    if (before === null) void this.#read(state.view);
  }

  /** What does not change while one waits, read once. */
  async #read({ hall, ticket }: PhoneView): Promise<void> {
    const [board, matter] = await Promise.all([
      getBoard(hall.id),
      ticket.matter === null ? null : getMatter(hall.id, ticket.matter),
    ]);
    // Another ticket may have been opened meanwhile.
    if (this.line.view?.ticket.id !== ticket.id) return;
    if (board.ok) this.windows = board.value.windows;
    if (matter?.ok === true) this.matter = matter.value.matter;
  }

  #giveBack = async (): Promise<void> => {
    const { link, cancelling } = this;
    if (link === null || cancelling.isBusy) return;
    this.cancelling = { ...cancelling, isBusy: true, code: null };
    const answer = await cancelTicket(link.hall, link.ticket, link.secret, cancelling.commandId);
    this.cancelling = { ...cancelling, isBusy: false, code: answer.ok ? null : answer.code };
    // The line tells of it by itself; when it is down, the answer is why to ask anew.
    if (answer.ok && this.line.status !== 'live') this.#line.renew();
  };

  #large = (): void => {
    this.isLarge = !this.isLarge;
    remember('large', this.isLarge ? 'yes' : 'no');
  };

  #language = (): void => {
    this.chosenLocale = otherLocale(this.#locale);
    remember('locale', this.chosenLocale);
  };

  #seen = (): void => {
    this.#line.seen(document.visibilityState === 'visible');
  };
}

customElements.define('phone-page', PhonePage);
