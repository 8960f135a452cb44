import { expect } from 'chai';
import { faceOf, isNewCall, isOpen } from '../../ticket-client/phone/face.ts';
import { parseLink } from '../../ticket-client/phone/link.ts';
import { heirState, type TicketLineState } from '../../ticket-client/phone/ticket-line.ts';
import { PHONE_WORDS, phoneTitle } from '../../ticket-client/phone/words.ts';
import { hall, queue, ticket } from './fixtures.ts';

describe('the link on a slip', () => {
  it('names hall, ticket and secret', () => {
    expect(parseLink('#demo.20261123-A012.NxmLZ-Ho0SaqHjGc')).to.deep.equal({
      hall: 'demo',
      ticket: '20261123-A012',
      secret: 'NxmLZ-Ho0SaqHjGc',
    });
  });

  it('is no ticket’s when a part is missing, too much or not of its kind', () => {
    const broken = ['', '#', '#demo', '#demo.20261123-A012', '#demo.20261123-A012.', '#Demo.20261123-A012.s'];
    broken.push('#demo.A012.s', '#demo.20261123-A012.s.t', '#demo.20261123-A012.s<script>');
    for (const hash of broken) expect(parseLink(hash), hash).to.equal(null);
  });
});

describe('what the phone shows', () => {
  it('asks to come near when three or fewer are ahead', () => {
    expect(faceOf(ticket({ ahead: 4 }), 0)).to.equal('waiting');
    expect(faceOf(ticket({ ahead: 3 }), 0)).to.equal('soon');
    expect(faceOf(ticket({ state: 'missed' }), 0)).to.equal('missed');
    expect(faceOf(ticket({ ahead: 4 }), 0, 5), 'where the queue says five').to.equal('soon');
    expect(faceOf(ticket({ ahead: 2 }), 0, 1)).to.equal('waiting');
  });

  it('is early until a booking may be called, and waits like any other from then on', () => {
    expect(faceOf(ticket({ ahead: 1, notBefore: 1000 }), 999)).to.equal('early');
    expect(faceOf(ticket({ ahead: 1, notBefore: 1000 }), 1000)).to.equal('soon');
    expect(faceOf(ticket({ state: 'called', notBefore: 1000 }), 0)).to.equal('called');
  });

  it('keeps the details while the ticket is on its way, and not after its end', () => {
    expect((['waiting', 'soon', 'called', 'serving'] as const).every(isOpen)).to.equal(true);
    expect((['finished', 'missed', 'cancelled', 'unserved', 'unfinished'] as const).some(isOpen)).to.equal(
      false,
    );
  });

  it('shakes for a first call and for every recall, and for nothing else', () => {
    const waiting = ticket({});
    const called = ticket({ state: 'called', calls: 1 });
    expect(isNewCall(null, called)).to.equal(true);
    expect(isNewCall(waiting, called)).to.equal(true);
    expect(isNewCall(called, { ...called })).to.equal(false);
    expect(isNewCall(called, { ...called, calls: 2 })).to.equal(true);
    expect(isNewCall(called, ticket({ state: 'serving', calls: 1 }))).to.equal(false);
    expect(isNewCall(null, waiting)).to.equal(false);
  });

  it('says in its title what is to do', () => {
    const words = PHONE_WORDS['zh-CN'];
    const title = (change: Parameters<typeof ticket>[0], windowNumber: number | null = null) =>
      phoneTitle({ ticket: ticket(change), windowNumber }, words);
    expect(phoneTitle(null, words)).to.equal('我的号票');
    expect(title({ ahead: 4 })).to.equal('A012 前面 4 人');
    expect(title({ ahead: 0 })).to.equal('A012 马上到您');
    expect(title({ state: 'called' }, 3)).to.equal('A012 请到 3 号窗口');
    expect(title({ state: 'unserved' })).to.equal('A012 今日未能叫到');
  });
});

describe('a phone that wakes up', () => {
  const loading: TicketLineState = { status: 'loading', view: null, seq: 0, rejection: null };
  const view = { hall, queue: queue({}), ticket: ticket({}), wait: null, windowNumber: null };
  const live: TicketLineState = { status: 'live', view, seq: 7, rejection: null };

  it('shows the old view as stale until its new line has one', () => {
    expect(heirState(live, loading)).to.deep.equal({ ...live, status: 'stale' });
    expect(heirState(live, { ...live, seq: 9 })).to.deep.equal({ ...live, seq: 9 });
  });

  it('has nothing to show before its first view, and shows a refusal at once', () => {
    expect(heirState(loading, loading)).to.equal(loading);
    const refused: TicketLineState = { ...loading, status: 'error', rejection: { code: 'UNKNOWN_TICKET' } };
    expect(heirState(live, refused)).to.equal(refused);
  });
});
