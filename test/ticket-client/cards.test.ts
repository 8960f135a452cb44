import { expect } from 'chai';
import { departmentCards, queuesOf, titleOf, zoneCards } from '../../ticket-client/kiosk/cards.ts';
import { kioskView, queue } from './fixtures.ts';

describe('the cards of the first screen', () => {
  it('count the people waiting in all queues of a zone, and leave out zones without a queue', () => {
    const view = kioskView(
      queue({ id: 'a', waiting: 3 }),
      queue({ id: 'a2', waiting: 4 }),
      queue({ id: 'b', zone: 'zone-b', waiting: 1, open: false }),
    );
    expect(zoneCards(view, 'zh-CN')).to.deep.equal([
      {
        id: 'zone-a',
        mark: 'A',
        title: '社保专区',
        waiting: 7,
        matters: null,
        isOpen: true,
        remaining: null,
        scarce: false,
      },
      {
        id: 'zone-b',
        mark: null,
        title: '税务',
        waiting: 1,
        matters: null,
        isOpen: false,
        remaining: null,
        scarce: false,
      },
    ]);
  });

  it('say a zone is open while one of its queues is', () => {
    const view = kioskView(queue({ id: 'a', open: false }), queue({ id: 'a2' }));
    expect(zoneCards(view, 'en')[0]).to.deep.include({ mark: 'A', title: 'Social insurance', isOpen: true });
  });

  it('leave out departments without matters', () => {
    const department = { id: 'x', name: { 'zh-CN': '税务局' }, zone: 'zone-b' };
    const cards = departmentCards(
      [
        { ...department, matters: 5 },
        { ...department, id: 'y', matters: 0 },
      ],
      'zh-CN',
    );
    expect(cards).to.deep.equal([
      {
        id: 'x',
        mark: null,
        title: '税务局',
        waiting: null,
        matters: 5,
        isOpen: true,
        remaining: null,
        scarce: false,
      },
    ]);
  });

  it('take a zone’s letter out of its name only where the name begins with one', () => {
    expect(titleOf('A区 社保专区')).to.deep.equal({ mark: 'A', title: '社保专区' });
    expect(titleOf('Zone N General services')).to.deep.equal({ mark: 'N', title: 'General services' });
    expect(titleOf('综合服务区')).to.deep.equal({ mark: null, title: '综合服务区' });
    expect(titleOf('东区 大厅')).to.deep.equal({ mark: null, title: '东区 大厅' });
  });

  it('find the queues of a zone', () => {
    const own = queue({ id: 'a' });
    expect(queuesOf(kioskView(own, queue({ id: 'b', zone: 'zone-b' })), 'zone-a')).to.deep.equal([own]);
  });
});
