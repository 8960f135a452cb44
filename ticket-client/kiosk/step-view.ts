import { html, nothing, type TemplateResult } from 'lit';
import { inLocale } from '../../common/in-locale.ts';
import type { DepartmentSummary } from '../api.ts';
import { departmentCards, queuesOf, zoneCards } from './cards.ts';
import { type ErrandScene, errandView, ticketView } from './errand-view.ts';
import './kiosk-categories.ts';
import './kiosk-choice.ts';
import { identityAsked } from './identity-asked.ts';
import './kiosk-identity.ts';
import './kiosk-idle.ts';
import './kiosk-matters.ts';
import './kiosk-search.ts';
import './kiosk-start.ts';
import './kiosk-waiting.ts';
import { choiceOf, current, isAdding, mayAdd, type Step, type Subject, type Trail } from './trail.ts';
import { filterOf } from './wants.ts';
import { KIOSK_WORDS } from './words.ts';

/** All that a screen of the kiosk is drawn from. */
export interface Scene extends ErrandScene {
  trail: Trail;
  isLive: boolean;
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
    case 'identity':
      return identity(scene, step);
    case 'ticket':
      return ticketView(scene);
    default:
      return errandView(scene, step);
  }
}

/** The last seconds of a kiosk left alone; the screen of a number counts down by itself. */
export function idleView({ trail, idle, locale }: Scene): TemplateResult | typeof nothing {
  if (!idle.warns || idle.secondsLeft === null || current(trail).at === 'ticket') return nothing;
  return html`<kiosk-idle .words=${KIOSK_WORDS[locale]} .secondsLeft=${idle.secondsLeft}></kiosk-idle>`;
}

function start(
  { view, catalogue, locale, trail }: Scene,
  { by }: Extract<Step, { at: 'start' }>,
): TemplateResult {
  const { departments } = catalogue;
  const byDepartment =
    departments.status === 'ready'
      ? { status: 'ready' as const, value: departmentCards(departments.value, locale) }
      : departments;
  const cards = by === 'zone' ? { status: 'ready' as const, value: zoneCards(view, locale) } : byDepartment;
  return html`<kiosk-start .words=${KIOSK_WORDS[locale]} .by=${by} .cards=${cards} .isAdding=${isAdding(trail)}></kiosk-start>`;
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
  const { view, catalogue, press, isLive, locale } = scene;
  const words = KIOSK_WORDS[locale];
  const legOf = ({ matter, queue }: Subject) => ({
    matter: matter === null ? null : catalogue.matter(matter),
    queue: view.queues[queue] ?? null,
  });
  const { matter, queue } = legOf(step.subject);
  // A hall's setup may change while someone reads: the queue is gone.
  if (queue === null) return html`<kiosk-waiting .words=${words} .code=${'UNKNOWN_QUEUE'}></kiosk-waiting>`;
  return html`<kiosk-choice
    .words=${words}
    .hall=${view.hall}
    .queue=${queue}
    .matter=${matter}
    .further=${step.further.map(legOf)}
    .mayAdd=${mayAdd(step) && press.phase !== 'busy'}
    .category=${step.category}
    .asked=${identityAsked(step, view.queues)}
    .identity=${step.identity}
    .press=${press}
    .isLive=${isLive}
  ></kiosk-choice>`;
}

function identity(
  { view, trail, locale }: Scene,
  { isUnread }: Extract<Step, { at: 'identity' }>,
): TemplateResult {
  const choice = choiceOf(trail);
  const asked = choice === null ? 'none' : identityAsked(choice, view.queues);
  return html`<kiosk-identity
    .words=${KIOSK_WORDS[locale]}
    .isRequired=${asked === 'required'}
    .isUnread=${isUnread}
  ></kiosk-identity>`;
}

function categories({ view, trail, locale }: Scene): TemplateResult {
  return html`<kiosk-categories
    .words=${KIOSK_WORDS[locale]}
    .categories=${view.hall.categories}
    .category=${choiceOf(trail)?.category ?? null}
  ></kiosk-categories>`;
}
