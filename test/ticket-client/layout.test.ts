import { expect } from 'chai';
import { afterKey, MAX_QUERY } from '../../ticket-client/kiosk/query.ts';
import { afterPress, hasMoreAbove, hasMoreBelow } from '../../ticket-client/kiosk/scroll-place.ts';
import { filterOf } from '../../ticket-client/kiosk/wants.ts';
import { rangesOf, windowsServing } from '../../ticket-client/window-ranges.ts';
import { window } from './fixtures.ts';

describe('windows that may call', () => {
  it('are those able to serve the queue, in the order of their numbers', () => {
    const windows = [window(12, ['a', 'b']), window(3, ['b', 'a']), window(7, ['c'])];
    expect(windowsServing(windows, 'a')).to.deep.equal([3, 12]);
  });

  it('are written as ranges that a person reads at a glance', () => {
    expect(rangesOf([1, 2, 3, 7, 9, 10], '、')).to.equal('1–3、7、9、10');
    expect(rangesOf([5], ', ')).to.equal('5');
    expect(rangesOf([], ', ')).to.equal('');
  });
});

describe('a list longer than its frame', () => {
  it('shows where there is more, allowing for the half pixels of browsers', () => {
    expect(hasMoreBelow({ top: 0, frame: 500, content: 501 })).to.equal(false);
    expect(hasMoreBelow({ top: 0, frame: 500, content: 900 })).to.equal(true);
    expect(hasMoreAbove({ top: 1.5, frame: 500, content: 900 })).to.equal(false);
    expect(hasMoreAbove({ top: 40, frame: 500, content: 900 })).to.equal(true);
  });

  it('moves by less than a frame, so that no line is skipped, and never past its ends', () => {
    expect(afterPress({ top: 0, frame: 500, content: 2000 }, 1)).to.equal(425);
    expect(afterPress({ top: 1400, frame: 500, content: 2000 }, 1)).to.equal(1500);
    expect(afterPress({ top: 100, frame: 500, content: 2000 }, -1)).to.equal(0);
    expect(afterPress({ top: 0, frame: 500, content: 300 }, 1)).to.equal(0);
  });
});

describe('the search of the kiosk', () => {
  it('takes letters, deletes one, clears all, and has a longest query', () => {
    expect(afterKey('SF', 'Z')).to.equal('SFZ');
    expect(afterKey('SFZ', 'delete')).to.equal('SF');
    expect(afterKey('', 'delete')).to.equal('');
    expect(afterKey('SFZ', 'clear')).to.equal('');
    expect(afterKey('A'.repeat(MAX_QUERY), 'B')).to.have.length(MAX_QUERY);
  });

  it('asks the server only for what the step names', () => {
    expect(filterOf({ at: 'search', query: ' sfz ' })).to.deep.equal({ query: 'sfz', limit: 24 });
    expect(filterOf({ at: 'matters', zone: 'zone-a', department: null })).to.deep.equal({ zone: 'zone-a' });
    expect(filterOf({ at: 'matters', zone: null, department: 'x' })).to.deep.equal({ department: 'x' });
  });
});
