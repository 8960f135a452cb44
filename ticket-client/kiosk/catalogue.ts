import type { Matter } from '../../common/contract/config.ts';
import type { FairnessView, WhyView } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { MatterSummary, WindowView } from '../../common/contract/views.ts';
import {
  type DepartmentSummary,
  getBoard,
  getDepartments,
  getMatter,
  getMatters,
  type MatterFilter,
} from '../api.ts';
import { getFairness, getWhy } from '../fairness/api.ts';
import { LOADING, type Loadable, loaded } from '../loadable.ts';
import type { TicketLink } from '../phone/link.ts';
import type { Answer } from '../request.ts';
import { getTicket, type Seen } from '../tickets-api.ts';

/** Lists kept between two visits to the start; every key pressed in a search makes one. */
const MAX_LISTS = 80;

/**
 * What the kiosk reads over HTTP, asked for once and kept until the next citizen: a changed
 * catalogue is seen at the next start. `want…` asks, the getters say what is here.
 */
export class Catalogue {
  #departments: Loadable<DepartmentSummary[]> = LOADING;
  #windows: Loadable<WindowView[]> = LOADING;
  #fairness: Loadable<FairnessView> = LOADING;
  /** Of the one ticket that was scanned. */
  #seen: Loadable<Seen> = LOADING;
  #why: Loadable<WhyView> = LOADING;
  readonly #lists = new Map<string, Loadable<MatterSummary[]>>();
  readonly #matters = new Map<string, Loadable<Matter>>();
  readonly #underWay = new Set<string>();

  constructor(
    private readonly hall: string,
    private readonly onChange: () => void,
  ) {}

  get departments(): Loadable<DepartmentSummary[]> {
    return this.#departments;
  }

  get windows(): Loadable<WindowView[]> {
    return this.#windows;
  }

  get fairness(): Loadable<FairnessView> {
    return this.#fairness;
  }

  get seen(): Loadable<Seen> {
    return this.#seen;
  }

  get why(): Loadable<WhyView> {
    return this.#why;
  }

  list(filter: MatterFilter): Loadable<MatterSummary[]> {
    return this.#lists.get(keyOf(filter)) ?? LOADING;
  }

  matter(id: string): Loadable<Matter> {
    return this.#matters.get(id) ?? LOADING;
  }

  wantDepartments(): void {
    if (this.#departments.status === 'ready') return;
    this.#ask(
      'departments',
      () => getDepartments(this.hall),
      (answer) => {
        this.#departments = loaded(answer.ok ? { ok: true, value: answer.value.departments } : answer);
      },
    );
  }

  wantWindows(): void {
    this.#ask(
      'windows',
      () => getBoard(this.hall),
      (answer) => {
        if (answer.ok || this.#windows.status !== 'ready') {
          this.#windows = loaded(answer.ok ? { ok: true, value: answer.value.windows } : answer);
        }
      },
    );
  }

  wantList(filter: MatterFilter): void {
    const key = keyOf(filter);
    if (this.#lists.get(key)?.status === 'ready') return;
    if (this.#lists.size >= MAX_LISTS) this.#lists.clear();
    this.#ask(
      `list ${key}`,
      () => getMatters(this.hall, filter),
      (answer) => {
        this.#lists.set(key, loaded(answer.ok ? { ok: true, value: answer.value.matters } : answer));
      },
    );
  }

  wantMatter(id: string): void {
    if (this.#matters.get(id)?.status === 'ready') return;
    this.#ask(
      `matter ${id}`,
      () => getMatter(this.hall, id),
      (answer) => {
        this.#matters.set(id, loaded(answer.ok ? { ok: true, value: answer.value.matter } : answer));
      },
    );
  }

  wantFairness(): void {
    this.#ask(
      'fairness',
      () => getFairness(this.hall),
      (answer) => {
        this.#fairness = loaded(answer);
      },
    );
  }

  /** Always anew: a ticket changes while its holder walks to the kiosk. */
  wantSeen({ ticket, secret }: TicketLink): void {
    this.#seen = LOADING;
    this.#ask(
      `ticket ${ticket}`,
      () => getTicket(this.hall, ticket, secret),
      (answer) => {
        this.#seen = loaded(answer);
      },
    );
  }

  wantWhy(link: TicketLink, locale: Locale): void {
    this.#why = LOADING;
    this.#ask(
      `why ${link.ticket} ${locale}`,
      () => getWhy(link, locale),
      (answer) => {
        this.#why = loaded(answer);
      },
    );
  }

  forget(): void {
    this.#seen = LOADING;
    this.#why = LOADING;
    this.#departments = LOADING;
    this.#windows = LOADING;
    this.#lists.clear();
    this.#matters.clear();
  }

  #ask<T>(name: string, request: () => Promise<Answer<T>>, keep: (answer: Answer<T>) => void): void {
    if (this.#underWay.has(name)) return;
    this.#underWay.add(name);
    void request().then((answer) => {
      this.#underWay.delete(name);
      keep(answer);
      this.onChange();
    });
  }
}

function keyOf({ query = '', department = '', zone = '' }: MatterFilter): string {
  return JSON.stringify([query, department, zone]);
}
