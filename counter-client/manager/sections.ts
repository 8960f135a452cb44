/** The parts of the manager's page; each has an address of its own, so that it can be kept and sent. */
export const SECTIONS = ['floor', 'advice', 'outcome', 'season', 'what-if'] as const;
export type Section = (typeof SECTIONS)[number];

/** The section that an address's hash names; the floor when it names none. */
export function sectionOf(hash: string): Section {
  return SECTIONS.find((section) => hash === `#${section}`) ?? 'floor';
}
