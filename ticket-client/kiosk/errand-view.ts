import { html, type TemplateResult } from 'lit';
import type { KioskView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import '../fairness/fairness-report.ts';
import type { Press } from '../press.ts';
import '../why/why-list.ts';
import { windowsServing } from '../window-ranges.ts';
import type { Catalogue } from './catalogue.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import type { Outcome } from './errands.ts';
import type { Idle } from './idle.ts';
import './kiosk-errands.ts';
import './kiosk-hand.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-own.ts';
import './kiosk-scroll.ts';
import './kiosk-ticket.ts';
import './kiosk-waiting.ts';
import type { Errand } from './order.ts';
import { resultOf } from './result.ts';
import type { Step } from './trail.ts';
import { KIOSK_WORDS } from './words.ts';

/** The screens for those who come back, and of the number that is shown in the end. */

export interface ErrandScene {
  view: KioskView;
  press: Press<Errand, Outcome>;
  locale: Locale;
  catalogue: Catalogue;
  idle: Idle;
  /** The server's time, milliseconds. */
  now: number;
}

type ErrandStep = Extract<Step, { at: 'errands' | 'hand' | 'own' | 'why' | 'fairness' }>;

export function errandView(scene: ErrandScene, step: ErrandStep): TemplateResult {
  const { view, press, locale } = scene;
  const words = KIOSK_WORDS[locale];
  switch (step.at) {
    case 'errands':
      return html`<kiosk-errands .words=${words} .press=${press} .trouble=${step.trouble}></kiosk-errands>`;
    case 'hand':
      return html`<kiosk-hand
        .words=${words}
        .what=${step.what}
        .hall=${view.hall}
        .idNumber=${step.idNumber}
        .press=${press}
      ></kiosk-hand>`;
    case 'own':
      return own(scene, step);
    case 'why':
      return why(scene);
    case 'fairness':
      return fairness(scene);
  }
}

function own(
  { view, press, locale, catalogue, now }: ErrandScene,
  { link }: Extract<Step, { at: 'own' }>,
): TemplateResult {
  const words = KIOSK_WORDS[locale];
  return loadableOr(
    catalogue.seen,
    words,
    (seen) => html`<kiosk-own
      .words=${words}
      .view=${view}
      .link=${link}
      .seen=${seen}
      .rule=${ruleOf(catalogue)}
      .windows=${windowsOf(catalogue)}
      .now=${now}
      .press=${press}
    ></kiosk-own>`,
  );
}

function why({ view, locale, catalogue }: ErrandScene): TemplateResult {
  const words = KIOSK_WORDS[locale];
  const title = ERRAND_WORDS[locale].why;
  return html`<h1 class="step">${title}</h1>
    ${loadableOr(
      catalogue.why,
      words,
      () => html`<kiosk-scroll .words=${words} label=${title}>
        <why-list .why=${catalogue.why} .locale=${locale} .timeZone=${view.hall.timeZone}></why-list>
      </kiosk-scroll>`,
    )}`;
}

function fairness({ view, locale, catalogue }: ErrandScene): TemplateResult {
  const words = KIOSK_WORDS[locale];
  return loadableOr(
    catalogue.fairness,
    words,
    (published) => html`<kiosk-scroll .words=${words} label=${ERRAND_WORDS[locale].fairness}>
      <fairness-report .view=${published} .locale=${locale} .timeZone=${view.hall.timeZone}></fairness-report>
    </kiosk-scroll>`,
  );
}

export function ticketView({ view, catalogue, press, locale, idle, now }: ErrandScene): TemplateResult {
  const words = KIOSK_WORDS[locale];
  if (press.phase !== 'done') return html`<kiosk-waiting .words=${words}></kiosk-waiting>`;
  const { ticket } = press.value;
  const { timeZone } = view.hall;
  const when = { rule: ruleOf(catalogue), now, timeZone };
  return html`<kiosk-ticket
    .words=${words}
    .hall=${view.hall}
    .queue=${view.queues[ticket.queue] ?? null}
    .outcome=${press.value}
    .note=${resultOf(press.wish, press.value, when, ERRAND_WORDS[locale])}
    .windows=${windowsServing(windowsOf(catalogue), ticket.queue)}
    .secondsLeft=${idle.secondsLeft}
  ></kiosk-ticket>`;
}

function ruleOf({ fairness: published }: Catalogue) {
  return published.status === 'ready' ? published.value.rule : null;
}

function windowsOf({ windows }: Catalogue) {
  return windows.status === 'ready' ? windows.value : [];
}
