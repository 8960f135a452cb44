import { type KioskVisitor, scan } from './kiosk.ts';
import { shows } from './shows.ts';
import { ASKING } from './stage.ts';

/** Buttons of the bar at the foot; their words change with the language. */
const BACK = 'kiosk-bar button >> nth=0';
const HOME = 'kiosk-bar button >> nth=1';
const ERRANDS = 'kiosk-bar button.errands';
const LARGE = 'kiosk-bar button[aria-pressed]';
const LANGUAGE = 'kiosk-bar button[lang]';

/** Of 出入境, where the tests' hall asks everybody who they are. */
const ASKING_ZONE = ASKING.place;
/** The example of GB 11643 with another check digit, and what is shown of it when it is right. */
const ID_WRONG = '110105194912310021';
const MASKED = '110***********002X';

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
  await visitor.touch(`kiosk-start .card >> nth=${ASKING_ZONE}`);
  await visitor.touch('kiosk-matter-list li:not(.direct) button >> nth=0');
  await visitor.touch('kiosk-take .take');
  await shows(page, 'kiosk-identity');
  await look('who it is, required');
  for (const digit of ID_WRONG) await visitor.touch('kiosk-type button', digit);
  await shows(page, 'kiosk-identity .wrong');
  await look('who it is, mistyped');
  await visitor.touch('kiosk-type .word');
  await visitor.touch('kiosk-type button', 'X');
  await shows(page, 'kiosk-identity .right .value', MASKED);
  await look('who it is, masked');
  await scan(page, 'nothing of ours');
  await shows(page, 'kiosk-identity .reader.unread');
  await look('a card that was not read');
  await visitor.touch(HOME);
  await shows(page, 'kiosk-start .card');
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
  await visitor.touch('kiosk-take .identity');
  await shows(page, 'kiosk-identity');
  await look('who it is, not asked');
  await visitor.touch(BACK);
  await visitor.takeNumber();
  await look('number');
}
