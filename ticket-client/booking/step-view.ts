import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import type { BoardView, SlotView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import type { Identity } from '../owner.ts';
import { failureOf, type Press } from '../press.ts';
import type { ActOutcome, BookingAct } from './acts.ts';
import './booking-matter.ts';
import './booking-person.ts';
import './booking-time.ts';
import { dayName } from './days.ts';
import { type BookingSubject, type Draft, STEPS, stepOf } from './draft.ts';
import type { Offer } from './offer.ts';
import { BOOKING_WORDS } from './words.ts';

/** All that a step is drawn from. */
export interface BookingScene {
  draft: Draft;
  query: string;
  press: Press<BookingAct, ActOutcome>;
  board: BoardView;
  locale: Locale;
  offer: Offer;
  /** The server's time, milliseconds. */
  now: number;
}

/** What the steps ask of the page. */
export interface BookingWishes {
  search: (words: string) => void;
  choose: (subject: BookingSubject) => void;
  ask: (day: string | null) => void;
  take: (slot: SlotView) => void;
  book: (person: Identity) => void;
  back: () => void;
}

/** How far one is, the way back, and the step that is next. */
export function stepView(scene: BookingScene, wishes: BookingWishes): TemplateResult {
  const words = BOOKING_WORDS[scene.locale];
  const step = stepOf(scene.draft);
  return html`<ol class="steps" aria-label=${words.progress}>
      ${STEPS.map(
        (each, index) =>
          html`<li aria-current=${each === step ? 'step' : 'false'}>${words.steps[index]}</li>`,
      )}
    </ol>
    ${
      step === 'matter'
        ? nothing
        : html`<button class="button back" type="button" @click=${wishes.back}>${words.back}</button>`
    }
    ${nextStep(scene, wishes)}`;
}

function nextStep(scene: BookingScene, wishes: BookingWishes): TemplateResult {
  const { draft, query, press, board, locale, offer, now } = scene;
  const words = BOOKING_WORDS[locale];
  switch (stepOf(draft)) {
    case 'matter':
      return html`<booking-matter
        .words=${words}
        .queues=${board.queues}
        .query=${query}
        .matters=${offer.matters}
        @query=${(event: CustomEvent<string>) => wishes.search(event.detail)}
        @subject=${(event: CustomEvent<BookingSubject>) => wishes.choose(event.detail)}
      ></booking-matter>`;
    case 'time':
      return html`<booking-time
        .words=${words}
        .slots=${offer.slots}
        .today=${board.hall.day}
        .now=${now}
        @day=${(event: CustomEvent<string>) => wishes.ask(event.detail)}
        @slot=${(event: CustomEvent<SlotView>) => wishes.take(event.detail)}
        @reload=${() => wishes.ask(draft.day)}
      ></booking-time>`;
    case 'person':
      return html`<booking-person
        .words=${words}
        .summary=${summaryOf(scene)}
        .rules=${offer.slots.status === 'ready' ? offer.slots.value.rules : null}
        .isBusy=${press.phase === 'busy'}
        .code=${failureOf(press)}
        @person=${(event: CustomEvent<Identity>) => wishes.book(event.detail)}
        @other-slot=${wishes.back}
      ></booking-person>`;
  }
}

function summaryOf({ draft: { subject, day, slot }, board, locale }: BookingScene): string {
  if (subject === null || day === null || slot === null) return '';
  const { date, weekday } = dayName(day, board.hall.day, locale);
  return `${inLocale(subject.name, locale)} · ${date} ${weekday} ${slot.slot}`;
}
