import { expect } from 'chai';
import { KioskVisitor, scan } from './support/kiosk.ts';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { ASKING, SILENT, stageForSuite } from './support/stage.ts';

/** The examples of GB 11643. */
const CARD = '11010519491231002X';
const TYPED = '440524188001010014';
const EARLY = '110101199003071938';

describe('who takes a number (R3)', () => {
  const stage = stageForSuite();
  let visitor: KioskVisitor;

  beforeEach(async () => {
    visitor = await KioskVisitor.at(stage.theatre);
  });

  it('shows a card where it is asked, and has the number in the same act', async () => {
    await toTake(ASKING.zoneName);
    await visitor.touch('kiosk-take .take');
    await shows(visitor.page, 'kiosk-identity h1', '请刷身份证');
    expect(stage.theatre.sent(visitor.page).numbers, 'asked for before it was known who it is').to.equal(0);
    await scan(visitor.page, CARD);
    await shows(visitor.page, 'kiosk-ticket ow-number');
    expect(stage.theatre.sent(visitor.page).numbers).to.equal(1);
  });

  it('types the number where no card is at hand, and it is shown masked', async () => {
    await toTake(ASKING.zoneName);
    await visitor.touch('kiosk-take .take');
    for (const digit of TYPED) await visitor.touch('kiosk-type button', digit);
    await shows(visitor.page, 'kiosk-identity .value', /^440\*{11}0014$/);
    await visitor.touch('kiosk-identity .primary');
    await shows(visitor.page, 'kiosk-ticket ow-number');
  });

  it('may lay the card down before, and is not asked again', async () => {
    await toTake(ASKING.zoneName);
    await scan(visitor.page, EARLY);
    await shows(visitor.page, 'kiosk-take .card', '110***********1938');
    await visitor.takeNumber();
  });

  it('skips it in one touch where it is not required', async () => {
    await toTake(WINDOW.zoneName);
    await visitor.touch('kiosk-take .identity');
    await visitor.touch('kiosk-identity .acts button', '不登记，直接取号');
    await shows(visitor.page, 'kiosk-ticket ow-number');
  });

  it('is not asked where it does not matter', async () => {
    await toTake(SILENT.zoneName);
    await shows(visitor.page, 'kiosk-take .priority');
    expect(await visitor.page.locator('kiosk-take .identity').count()).to.equal(0);
    await visitor.takeNumber();
  });

  async function toTake(zone: string): Promise<void> {
    await visitor.touch('kiosk-start .card', zone);
    await visitor.touch('kiosk-matter-list li:not(.direct) button');
    await shows(visitor.page, 'kiosk-take .take');
  }
});
