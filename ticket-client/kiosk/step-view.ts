import { html, nothing, type TemplateResult } from 'lit';
import type { KioskView } from '../../common/contract/socket.ts';
import { inLocale, type Locale } from '../../common/contract/text.ts';
import type { DepartmentSummary } from '../api.ts';
import { windowsServing } from '../window-ranges.ts';
import { departmentCards, queuesOf, zoneCards } from './cards.ts';
import type { Catalogue } from './catalogue.ts';
import type { Idle } from './idle.ts';
import type { Issue } from './intent.ts';
import './kiosk-categories.ts';
import './kiosk-choice.ts';
import './kiosk-idle.ts';
import './kiosk-matters.ts';
import './kiosk-search.ts';
import './kiosk-start.ts';
import './kiosk-ticket.ts';
import { choiceOf, current, type Step, type Trail } from './trail.ts';
import { filterOf } from './wants.ts';
import { KIOSK_WORDS } from './words.ts';

/** All that a screen of the kiosk is drawn from. */
export interface Scene {
  view: KioskView;
  trail: Trail;
  issue: Issue;
  locale: Locale;
  catalogue: Catalogue;
  isLive: boolean;
  idle: Idle;
}

/** The screen of the step that the citizen is at. */
export function stepView(scene: Scene): TemplateResult {
  const step = current(scene.trail);
  switch (step.at) {
    case 'start':
      return start(scene, step);
    case 'matters':
      return matters(scene, step);
    case 'search':
      return search(scene, step);
    case 'choice':
      return choice(scene, step);
    case 'categories':
      return categories(scene);
    case 'ticket':
      return ticket(scene);
  }
}

/** The last seconds of a kiosk left alone; the screen of a number counts down by itself. */
export function idleView({ trail, idle, locale }: Scene): TemplateResult | typeof nothing {
  if (!idle.warns || idle.secondsLeft === null || current(trail).at === 'ticket') return nothing;
  return html`<kiosk-idle .words=${KIOSK_WORDS[locale]} .secondsLeft=${idle.secondsLeft}></kiosk-idle>`;
}

function start({ view, catalogue, locale }: Scene, { by }: Extract<Step, { at: 'start' }>): TemplateResult {
  const { departments } = catalogue;
  const byDepartment =
    departments.status === 'ready'
      ? { status: 'ready' as const, value: departmentCards(departments.value, locale) }
      : departments;
  const cards = by === 'zone' ? { status: 'ready' as const, value: zoneCards(view, locale) } : byDepartment;
  return html`<kiosk-start .words=${KIOSK_WORDS[locale]} .by=${by} .cards=${cards}></kiosk-start>`;
}

function matters({ view, catalogue, locale }: Scene, step: Extract<Step, { at: 'matters' }>): TemplateResult {
  const all = catalogue.departments.status === 'ready' ? catalogue.departments.value : [];
  const inZone = (each: DepartmentSummary): boolean => each.zone === step.zone && each.matters > 0;
  const named =
    step.zone === null
      ? all.find(({ id }) => id === step.department)?.name
      : view.hall.zones.find(({ id }) => id === step.zone)?.name;
  return html`<kiosk-matters
    .words=${KIOSK_WORDS[locale]}
    .place=${named === undefined ? '' : inLocale(named, locale)}
    .departments=${step.zone === null ? [] : all.filter(inZone)}
    .department=${step.department}
    .matters=${catalogue.list(filterOf(step))}
    .queues=${step.zone === null ? [] : queuesOf(view, step.zone)}
  ></kiosk-matters>`;
}

function search({ catalogue, locale }: Scene, step: Extract<Step, { at: 'search' }>): TemplateResult {
  return html`<kiosk-search
    .words=${KIOSK_WORDS[locale]}
    .query=${step.query}
    .matters=${catalogue.list(filterOf(step))}
  ></kiosk-search>`;
}

function choice(scene: Scene, step: Extract<Step, { at: 'choice' }>): TemplateResult {
  const { view, catalogue, issue, isLive, locale } = scene;
  const { matter, queue: queueId } = step.subject;
  const queue = view.queues[queueId];
  const words = KIOSK_WORDS[locale];
  // A hall's setup may change while someone reads: the queue is gone.
  if (queue === undefined)
    return html`<kiosk-waiting .words=${words} .code=${'UNKNOWN_QUEUE'}></kiosk-waiting>`;
  return html`<kiosk-choice
    .words=${words}
    .hall=${view.hall}
    .queue=${queue}
    .matter=${matter === null ? null : catalogue.matter(matter)}
    .category=${step.category}
    .issue=${issue}
    .isLive=${isLive}
  ></kiosk-choice>`;
}

function categories({ view, trail, locale }: Scene): TemplateResult {
  return html`<kiosk-categories
    .words=${KIOSK_WORDS[locale]}
    .categories=${view.hall.categories}
    .category=${choiceOf(trail)?.category ?? null}
  ></kiosk-categories>`;
}

function ticket({ view, catalogue, issue, locale, idle }: Scene): TemplateResult {
  const words = KIOSK_WORDS[locale];
  if (issue.phase !== 'done') return html`<kiosk-waiting .words=${words}></kiosk-waiting>`;
  const { issued } = issue;
  const windows = catalogue.windows.status === 'ready' ? catalogue.windows.value : [];
  return html`<kiosk-ticket
    .words=${words}
    .hall=${view.hall}
    .queue=${view.queues[issued.ticket.queue] ?? null}
    .issued=${issued}
    .windows=${windowsServing(windows, issued.ticket.queue)}
    .secondsLeft=${idle.secondsLeft}
  ></kiosk-ticket>`;
}
