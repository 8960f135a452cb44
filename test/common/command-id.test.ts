import { expect } from 'chai';
import { newCommandId } from '../../common/command-id.ts';
import { CommandId, TicketId } from '../../common/contract/commands.ts';

describe('a command id', () => {
  it('is another each time, and one that the server takes', () => {
    const ids = Array.from({ length: 1000 }, newCommandId);
    expect(new Set(ids).size).to.equal(1000);
    for (const id of ids) expect(CommandId.parse(id)).to.match(/^[0-9a-f]{32}$/);
  });
});

describe("a ticket's id", () => {
  for (const id of ['20261123-A012', '20261123-AB001', '20261123-A1000', '20261123-A123456'])
    it(`may be ${id}`, () => expect(TicketId.parse(id)).to.equal(id));
  for (const id of [
    'A012',
    '2026-11-23-A012',
    '20261123-a012',
    '20261123-A12',
    '20261123-ABC123',
    '20261123-A012\n',
  ])
    it(`is not ${JSON.stringify(id)}`, () => expect(TicketId.safeParse(id).success).to.equal(false));
});
