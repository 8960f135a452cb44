import { pinyin } from 'pinyin-pro';
import type { Department, HallConfig, Matter } from '../common/contract/config.ts';
import type { MatterSummary } from '../common/contract/views.ts';

/** Matters one answer may list. */
export const MAX_MATTERS_LISTED = 200;

interface Entry {
  matter: Matter;
  zone: string;
  /** What a query is looked for in: the names, the pinyin without spaces, the initials. */
  words: string;
  pinyin: string;
  initials: string;
}

export interface MatterFilter {
  query?: string | undefined;
  department?: string | undefined;
  zone?: string | undefined;
  queue?: string | undefined;
  limit?: number | undefined;
}

/** What citizens come for: searched by words, pinyin (shebao) and initials (sb). */
export class Catalogue {
  readonly departments: readonly (Department & { matters: number })[];
  #entries: Entry[];
  #byId: Map<string, Matter>;

  constructor(config: HallConfig) {
    const zones = new Map(config.departments.map((department) => [department.id, department.zone]));
    this.#entries = config.matters.map((matter) => indexed(matter, zones.get(matter.department) ?? ''));
    this.#byId = new Map(config.matters.map((matter) => [matter.id, matter]));
    this.departments = config.departments.map((department) => ({
      ...department,
      matters: config.matters.filter((matter) => matter.department === department.id).length,
    }));
  }

  matter(id: string): Matter | undefined {
    return this.#byId.get(id);
  }

  /** Best first: names that begin with the query, then names that hold it, then pinyin, then initials. */
  search(filter: MatterFilter): MatterSummary[] {
    const query = (filter.query ?? '').toLowerCase().replace(/\s+/g, '');
    const found: { entry: Entry; score: number }[] = [];
    for (const entry of this.#entries) {
      if (!passes(entry, filter)) continue;
      const score = query === '' ? 1 : scoreOf(entry, query);
      if (score > 0) found.push({ entry, score });
    }
    // Of equally good ones the shorter name first: it is the plainer matter.
    const plainer = (a: Entry, b: Entry): number => (query === '' ? 0 : a.words.length - b.words.length);
    found.sort((a, b) => b.score - a.score || plainer(a.entry, b.entry));
    return found.slice(0, filter.limit ?? MAX_MATTERS_LISTED).map(({ entry }) => summary(entry.matter));
  }
}

function indexed(matter: Matter, zone: string): Entry {
  const name = matter.name['zh-CN'];
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return {
    matter,
    zone,
    words: `${name}${matter.name.en ?? ''}`.toLowerCase().replace(/\s+/g, ''),
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .toLowerCase(),
  };
}

function passes({ matter, zone }: Entry, filter: MatterFilter): boolean {
  return (
    (filter.department === undefined || matter.department === filter.department) &&
    (filter.queue === undefined || matter.queue === filter.queue) &&
    (filter.zone === undefined || zone === filter.zone)
  );
}

function scoreOf(entry: Entry, query: string): number {
  if (entry.words.startsWith(query)) return 5;
  if (entry.words.includes(query)) return 4;
  if (entry.pinyin.startsWith(query) || entry.initials.startsWith(query)) return 3;
  if (entry.initials.includes(query)) return 2;
  return entry.pinyin.includes(query) ? 1 : 0;
}

function summary({ id, name, department, queue, promisedWorkingDays }: Matter): MatterSummary {
  return { id, name, department, queue, promisedWorkingDays };
}
