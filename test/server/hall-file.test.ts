import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SettingError } from '../../server/config.ts';
import { parseHall, readHallFile } from '../../server/hall-file.ts';
import { failureOf } from '../support/drafts.ts';
import { smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';

const tempDir = tempDirs();

/** What the file of the small hall is, but for what a change makes of it. */
// biome-ignore lint/suspicious/noExplicitAny: a change may make anything of anything.
function changed(change: (hall: any) => void): unknown {
  const hall = structuredClone(smallHall());
  change(hall);
  return hall;
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
const WRONG: [what: string, change: (hall: any) => void, message: string][] = [
  ['no id', (hall) => delete hall.id, 'id: Invalid input'],
  ['an id too long for a slip', (hall) => (hall.id = 'h'.repeat(25)), 'id: Too big'],
  ['a field nobody knows', (hall) => (hall.colour = 'red'), 'the file: Unrecognized key: "colour"'],
  [
    'a field nobody knows in a window',
    (hall) => (hall.windows[1].clerk = 'x'),
    'windows[1]: Unrecognized key: "clerk"',
  ],
  ['no queue at all', (hall) => (hall.queues = []), 'queues: Too small'],
  [
    'a prefix of digits',
    (hall) => (hall.queues[2].prefix = '7'),
    'queues[2].prefix: expected one or two capital letters',
  ],
  [
    'a queue that is booked by nobody known',
    (hall) => Object.assign(hall.queues[0], { booking: { perSlot: 1 }, identity: 'none' }),
    'queues[0].identity: a queue that can be booked',
  ],
  ['a prefix used twice', (hall) => (hall.queues[2].prefix = 'A'), 'queues[2].prefix: "A" is used twice'],
  ['an id used twice', (hall) => (hall.windows[3].id = 'w1'), 'windows[3].id: "w1" is used twice'],
  ['a number used twice', (hall) => (hall.windows[3].number = 1), 'windows[3].number: 1 is used twice'],
  ['a window number that is none', (hall) => (hall.windows[0].number = 0), 'windows[0].number: Too small'],
  ['a window without queues', (hall) => (hall.windows[0].queues = []), 'windows[0].queues: Too small'],
  [
    'a window with an unknown queue',
    (hall) => hall.windows[2].queues.push('x'),
    'windows[2].queues[3]: there is no queue "x"',
  ],
  [
    'a window with a queue twice',
    (hall) => hall.windows[1].queues.push('tax'),
    'windows[1].queues[1]: "tax" is used twice',
  ],
  [
    'a window in no zone',
    (hall) => (hall.windows[1].zone = 'north'),
    'windows[1].zone: there is no zone "north"',
  ],
  ['a queue in no zone', (hall) => (hall.queues[0].zone = 'toString'), 'queues[0].zone: expected 1–32'],
  [
    'a matter of no queue',
    (hall) => (hall.matters[1].queue = 'constructor'),
    'matters[1].queue: there is no queue "constructor"',
  ],
  [
    'a matter of no department',
    (hall) => (hall.matters[0].department = 'x'),
    'matters[0].department: there is no department "x"',
  ],
  ['a matter with a short code', (hall) => (hall.matters[0].code = '123'), 'matters[0].code: expected 31'],
  [
    'hours that end before they begin',
    (hall) => (hall.queues[2].hours[1].until = '13:00'),
    'queues[2].hours[1].until: must be later than from',
  ],
  [
    'hours that are no time',
    (hall) => (hall.queues[2].hours[0].from = '9:00'),
    'queues[2].hours[0].from: expected a time of day like 09:00',
  ],
  [
    'a target below zero',
    (hall) => (hall.queues[0].targetMinutes = -1),
    'queues[0].targetMinutes: Too small',
  ],
  ['a θ that is a word', (hall) => (hall.rule.thetaMinutes = 'five'), 'rule.thetaMinutes: Invalid input'],
  ['a time zone that is none', (hall) => (hall.timeZone = 'Asia/Atlantis'), 'timeZone: unknown time zone'],
  ['a name without Chinese', (hall) => delete hall.name['zh-CN'], 'name.zh-CN: Invalid input'],
  [
    'two categories alike',
    (hall) => (hall.categories[1].id = 'elderly'),
    'categories[1].id: "elderly" is used twice',
  ],
];

describe("a hall's file", () => {
  it('is the hall', async () => {
    const file = join(tempDir(), 'hall.json');
    writeFileSync(file, JSON.stringify(smallHall()));
    expect(await readHallFile(file)).to.deep.equal(smallHall());
  });

  for (const [what, change, message] of WRONG) {
    it(`with ${what} is refused with the path of the field`, () => {
      expect(() => parseHall(changed(change), 'hall.json')).to.throw(SettingError, `hall.json: ${message}`);
    });
  }

  for (const content of [null, [], 'hall', 7]) {
    it(`that holds ${JSON.stringify(content)} is refused`, () => {
      expect(() => parseHall(content, 'hall.json')).to.throw(
        SettingError,
        'hall.json: the file: Invalid input',
      );
    });
  }

  it('that is not there or no JSON is refused by its name', async () => {
    const folder = tempDir();
    const missing = join(folder, 'none.json');
    expect((await failureOf(readHallFile(missing))).message).to.include(
      `HALL_CONFIG: ${missing} can not be read: ENOENT`,
    );
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"id": ');
    const failure = await failureOf(readHallFile(broken));
    expect(failure).to.be.instanceOf(SettingError);
    expect(failure.message).to.include(`HALL_CONFIG: ${broken} can not be read: `);
  });
});
