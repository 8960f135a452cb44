import type { KioskVisitor } from './kiosk.ts';
import { shows } from './shows.ts';

/** Buttons of the bar at the foot; their words change with the language. */
const BACK = 'kiosk-bar button >> nth=0';
const ERRANDS = 'kiosk-bar button.errands';
const LARGE = 'kiosk-bar button[aria-pressed]';
const LANGUAGE = 'kiosk-bar button[lang]';

/** Goes through every step of the kiosk and looks at each; ends with a number. */
export async function walkThrough(
  visitor: KioskVisitor,
  how: { english?: boolean; large?: boolean },
  look: (step: string) => Promise<void>,
): Promise<void> {
  const { page } = visitor;
  if (how.english === true) await visitor.touch(LANGUAGE);
  if (how.large === true) await visitor.touch(LARGE);
  await look('start');
  await visitor.touch(ERRANDS);
  await shows(page, 'kiosk-errands');
  await look('errands');
  await visitor.touch(BACK);
  await visitor.touch('kiosk-start .switch button >> nth=1');
  await shows(page, 'kiosk-start .card .note', /\d/);
  await look('departments');
  await visitor.touch('kiosk-start .find');
  await look('search');
  for (const letter of 'SFZ') await visitor.touch('kiosk-keys button', letter);
  await shows(page, 'kiosk-matter-list li');
  await look('found');
  for (const letter of 'QXQX') await visitor.touch('kiosk-keys button', letter);
  await shows(page, 'kiosk-search .none');
  await look('nothing found');
  await visitor.touch(BACK);
  await visitor.touch('kiosk-start .switch button >> nth=0');
  await visitor.touch('kiosk-start .card >> nth=0');
  await shows(page, 'kiosk-matter-list li');
  await look('matters');
  await visitor.touch('kiosk-matter-list li:not(.direct) button >> nth=0');
  await shows(page, 'kiosk-papers li');
  await look('choice');
  await visitor.touch('kiosk-take .priority');
  await look('categories');
  await visitor.touch('kiosk-categories li button >> nth=0');
  await look('choice with priority');
  await visitor.takeNumber();
  await look('number');
}
