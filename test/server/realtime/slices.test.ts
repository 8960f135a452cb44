import { expect } from 'chai';
import * as fc from 'fast-check';
import { SLICE_SIZE, Slices } from '../../../server/realtime/slices.ts';

describe('the slices of a line of phones', () => {
  it('hold every phone in one room, no room too full, whoever comes and goes', () => {
    const step = fc.record({ comes: fc.boolean(), phone: fc.integer({ min: 0, max: 3 * SLICE_SIZE }) });
    void fc.assert(
      fc.property(fc.array(step, { maxLength: 600, size: 'max' }), (steps) => {
        const slices = new Slices('line');
        const rooms = new Map<string, string>();
        for (const { comes, phone } of steps) {
          const id = `phone-${phone}`;
          if (comes) {
            const room = slices.join(id);
            expect(rooms.get(id) ?? room, 'joined again, it stays where it is').to.equal(room);
            rooms.set(id, room);
          } else {
            expect(slices.leave(id)).to.equal(rooms.get(id));
            rooms.delete(id);
          }
        }
        expect(slices.size).to.equal(rooms.size);
        const sizes = new Map<string, number>();
        for (const room of rooms.values()) sizes.set(room, (sizes.get(room) ?? 0) + 1);
        expect([...slices.rooms()]).to.have.members([...sizes.keys()]);
        for (const size of sizes.values()) expect(size).to.be.at.most(SLICE_SIZE);
      }),
      { numRuns: 30 },
    );
  });

  it('fill up before another is begun', () => {
    const slices = new Slices('line');
    for (let phone = 0; phone < SLICE_SIZE + 1; phone++) slices.join(`phone-${phone}`);
    expect([...slices.rooms()]).to.deep.equal(['line/0', 'line/1']);
    slices.leave('phone-0');
    expect(slices.join('another')).to.equal('line/0');
  });
});
