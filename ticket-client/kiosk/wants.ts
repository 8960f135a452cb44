import type { Locale } from '../../common/contract/text.ts';
import type { MatterFilter } from '../api.ts';
import type { Catalogue } from './catalogue.ts';
import { current, type Step, type Trail } from './trail.ts';

/** More results than that are not read; another letter is quicker. */
const MAX_RESULTS = 24;

/** The list a step shows, as the server is asked for it. */
export function filterOf(step: Extract<Step, { at: 'matters' | 'search' }>): MatterFilter {
  if (step.at === 'search') return { query: step.query.trim(), limit: MAX_RESULTS };
  return {
    ...(step.zone === null ? {} : { zone: step.zone }),
    ...(step.department === null ? {} : { department: step.department }),
  };
}

/** Asks for what the current step shows, and for what the next one is going to. */
export function wantsOf(trail: Trail, catalogue: Catalogue, locale: Locale): void {
  const step = current(trail);
  if (step.at === 'start' || step.at === 'matters') catalogue.wantDepartments();
  if (step.at === 'matters') catalogue.wantList(filterOf(step));
  if (step.at === 'search' && step.query.trim() !== '') catalogue.wantList(filterOf(step));
  if (step.at === 'choice') {
    for (const { matter } of [step.subject, ...step.further])
      if (matter !== null) catalogue.wantMatter(matter);
    catalogue.wantWindows();
  }
  if (step.at === 'own') catalogue.wantSeen(step.link);
  if (step.at === 'why') catalogue.wantWhy(step.link, locale);
  // The rule's parameters stand beside a ticket that was missed or is early.
  if (step.at === 'own' || step.at === 'errands' || step.at === 'fairness') catalogue.wantFairness();
  if (step.at === 'errands' || step.at === 'own' || step.at === 'hand') catalogue.wantWindows();
}
