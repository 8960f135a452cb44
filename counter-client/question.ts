import { Outcome, OutOfTurnReason, PauseReason } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import type { HallView, TicketView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { type Exception, type Flow, picksOf } from './flow.ts';
import { EXCEPTION_WORDS, FLOW_WORDS, OUTCOME_WORDS, REASON_WORDS } from './flow-words.ts';
import { matterPlaces, type Option, type Places, queuePlaces, windowPlaces } from './places.ts';
import { numberOf } from './typed.ts';
import { reasonName } from './words.ts';

/** What a question looks like: chosen by digit, found by typing, or entered. */
export type Question = {
  of: Flow['of'];
  heading: string;
  /** The ticket it is about. */
  number: string;
  /** Said below the heading. */
  hint: string;
} & (
  | { ask: 'pick'; options: Option[] }
  | { ask: 'find'; label: string; options: Option[]; searches: boolean; noteLabel: string }
  | { ask: 'enter'; label: string; maxLength: number }
);

/** What a question's options are made of. */
export interface Sources extends Places {
  hall: HallView;
  held: readonly TicketView[];
}

type Asked = Pick<Question, 'of' | 'heading' | 'number' | 'hint'>;

/** Longest number that is typed for a case; an address that is scanned is longer. */
const MAX_CASE_NUMBER = 60;
const MAX_SCANNED = 200;

/** The question a flow is at. */
export function questionOf(
  flow: Exclude<Flow, { of: 'resume' }>,
  sources: Sources,
  locale: Locale,
): Question {
  const say = (key: keyof typeof FLOW_WORDS): string => FLOW_WORDS[key][locale];
  const number = 'ticket' in flow && flow.ticket !== undefined ? numberOf(flow.ticket) : '';
  const asked: Asked = { of: flow.of, heading: say(flow.of), number, hint: '' };
  switch (flow.of) {
    case 'pause':
      return { ...asked, ask: 'pick', options: picks(flow, sources, locale) };
    case 'finishWith':
      return flow.outcome === undefined
        ? { ...asked, ask: 'pick', options: picks(flow, sources, locale) }
        : {
            ...asked,
            heading: OUTCOME_WORDS[flow.outcome][locale],
            hint: say('caseNumberHint'),
            ask: 'enter',
            label: say('caseNumber'),
            maxLength: MAX_CASE_NUMBER,
          };
    case 'transfer':
      return {
        ...asked,
        hint: say('noteHint'),
        ask: 'find',
        label: say('transferFind'),
        options: [...queuePlaces(sources, locale), ...windowPlaces(sources, locale)],
        searches: false,
        noteLabel: say('note'),
      };
    case 'add':
      return {
        ...asked,
        hint: say('addHint'),
        ask: 'find',
        label: say('addFind'),
        options: [...queuePlaces(sources, locale), ...matterPlaces(sources, locale)],
        searches: true,
        noteLabel: '',
      };
    case 'return':
      return {
        ...asked,
        hint: say('returnHint'),
        ask: 'enter',
        label: say('returnEnter'),
        maxLength: MAX_SCANNED,
      };
    case 'exception':
      return exceptionQuestion(flow, { ...asked, hint: say('exceptionPublic') }, sources, locale);
  }
}

function exceptionQuestion(
  flow: Extract<Flow, { of: 'exception' }>,
  asked: Asked,
  sources: Sources,
  locale: Locale,
): Question {
  const say = (key: keyof typeof FLOW_WORDS): string => FLOW_WORDS[key][locale];
  const { ticket, what, to } = flow;
  if (ticket === undefined)
    return { ...asked, ask: 'enter', label: say('exceptionEnter'), maxLength: MAX_SCANNED };
  if (what === 'move' && to === undefined) {
    const options = windowPlaces({ ...sources, window: '' }, locale);
    const heading = say('toWindow');
    return {
      ...asked,
      heading,
      ask: 'find',
      label: say('windowFind'),
      options,
      searches: false,
      noteLabel: '',
    };
  }
  const heading =
    what === undefined
      ? asked.heading
      : what === 'category' && to === undefined
        ? say('category')
        : say('reason');
  return { ...asked, heading, ask: 'pick', options: picks(flow, sources, locale) };
}

function picks(flow: Flow, { hall, held }: Sources, locale: Locale): Option[] {
  const ids = picksOf(flow, {
    held: held.map(({ id }) => id),
    categories: hall.categories.map(({ id }) => id),
  });
  return ids.map((id, index) => ({
    id,
    mark: index < 9 ? String(index + 1) : '',
    name: pickName(flow, id, hall, locale),
  }));
}

function pickName(flow: Flow, id: string, hall: HallView, locale: Locale): string {
  if (flow.of === 'pause') return reasonName(PauseReason.parse(id), locale);
  if (flow.of === 'finishWith') return OUTCOME_WORDS[Outcome.parse(id)][locale];
  if (flow.of !== 'exception') return id;
  if (flow.what === undefined) return EXCEPTION_WORDS[id as Exception][locale];
  if (flow.what !== 'category' || flow.to !== undefined)
    return REASON_WORDS[OutOfTurnReason.parse(id)][locale];
  const category = hall.categories.find((each) => each.id === id);
  return category === undefined ? FLOW_WORDS.noCategory[locale] : inLocale(category.name, locale);
}
