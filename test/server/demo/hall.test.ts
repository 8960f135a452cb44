import { expect } from 'chai';
import { HallConfig } from '../../../common/contract/config.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { DEMAND } from '../../../server/demo/scenarios.ts';

describe('the demo hall', () => {
  const hall = demoHall();

  it('is a valid hall and nothing of it is lost in validation', () => {
    expect(HallConfig.parse(hall)).to.deep.equal(hall);
  });

  it('has the size of a city hall', () => {
    expect(hall.zones).to.have.length(14);
    expect(hall.queues).to.have.length(14);
    expect(hall.windows).to.have.length(55);
    expect(hall.matters).to.have.length(515);
    expect(hall.departments.length).to.be.within(38, 45);
    expect(hall.notices).to.not.be.empty;
  });

  it('says everything a citizen reads in Chinese and in English', () => {
    const named = [
      hall,
      ...hall.zones,
      ...hall.departments,
      ...hall.queues,
      ...hall.matters,
      ...hall.categories,
    ];
    for (const { name } of named) {
      expect(name['zh-CN']).to.match(/\p{Script=Han}/u);
      expect(name.en, name['zh-CN']).to.match(/^[A-Z][\p{Script=Latin}\p{Script=Common}]+$/u);
    }
  });

  it('can be shown at any time of day: no queue has issuing hours', () => {
    expect(hall.queues.filter((queue) => queue.hours !== undefined)).to.deep.equal([]);
  });

  it('gives the queues the letters A to N and the promise and service time of the scenarios', () => {
    expect(hall.queues.map((queue) => queue.prefix).join('')).to.equal('ABCDEFGHIJKLMN');
    expect(hall.queues.map((queue) => [queue.targetMinutes, queue.meanServiceMinutes])).to.deep.equal(
      DEMAND.map((demand) => [demand.targetMinutes, demand.meanServiceMinutes]),
    );
  });

  it('gives every queue a zone of its own', () => {
    expect(hall.queues.map((queue) => queue.zone)).to.deep.equal(hall.zones.map((zone) => zone.id));
  });

  it('numbers the windows 1 to 55 in the order of their primary queues, as many as the scenarios say', () => {
    expect(hall.windows.map((window) => window.number)).to.deep.equal(
      Array.from({ length: 55 }, (_, index) => index + 1),
    );
    expect(hall.windows.map((window) => window.id)).to.deep.equal(
      Array.from({ length: 55 }, (_, index) => `w${index + 1}`),
    );
    expect(hall.windows.map((window) => window.queues[0])).to.deep.equal(
      hall.queues.flatMap((queue, index) => Array(DEMAND[index]?.primaryWindows).fill(queue.id)),
    );
    const zoneOf = new Map(hall.queues.map((queue) => [queue.id, queue.zone]));
    expect(hall.windows.map((window) => window.zone)).to.deep.equal(
      hall.windows.map((window) => zoneOf.get(window.queues[0] ?? '')),
    );
  });

  it('rotates the second and third queues along the chain', () => {
    const byHand: Record<string, string[]> = {
      w1: ['shebao', 'minzheng', 'budongchan'],
      w6: ['shebao', 'qiye', 'churujing'],
      w9: ['yibao', 'gongcheng', 'huji'],
      w11: ['yibao', 'gongjijin', 'shebao'],
      w20: ['budongchan', 'jiaoyu', 'shuiwu'],
      w45: ['gongjijin', 'budongchan', 'jiaoyu'],
      w49: ['jiaoyu', 'shuiwu', 'zonghe'],
      w55: ['zonghe', 'yibao', 'gongcheng'],
    };
    const chosen = hall.windows.filter((window) => window.id in byHand);
    expect(Object.fromEntries(chosen.map((window) => [window.id, window.queues]))).to.deep.equal(byHand);
  });

  it('names a primary queue once where the chain comes round to it: the seventh window of a queue', () => {
    const two = hall.windows.filter((window) => window.queues.length !== 3);
    expect(two.map((window) => [window.id, window.queues])).to.deep.equal([
      ['w7', ['shebao', 'gongjijin']],
      ['w26', ['budongchan', 'minzheng']],
    ]);
  });

  it('serves every queue at several windows and gives every zone a department', () => {
    for (const queue of hall.queues) {
      expect(
        hall.windows.filter((window) => window.queues.includes(queue.id)).length,
        queue.id,
      ).to.be.at.least(6);
    }
    expect(new Set(hall.departments.map((department) => department.zone)).size).to.equal(14);
  });

  it('makes no priority absolute: every category waits less than any queue promises, and more than nothing', () => {
    const shortest = Math.min(...DEMAND.map((demand) => demand.targetMinutes));
    for (const category of hall.categories) {
      expect(category.targetMinutes, category.id).to.be.within(1, shortest - 1);
    }
  });
});
