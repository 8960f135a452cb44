import { expect } from 'chai';
import { slipOf, windowsText } from '../../../server/printing/slip.ts';
import { slipWords } from '../../../server/printing/slip-words.ts';
import { fullTicket, sampleTicket } from './samples.ts';

describe('what is on a slip', () => {
  it('says everything R6 asks for, in order', () => {
    expect(slipOf(fullTicket, 'zh-CN').lines).to.deep.equal([
      { kind: 'hall', text: '滨江市政务服务中心' },
      { kind: 'zone', text: '二楼 社会保障专区' },
      { kind: 'queue', text: '企业职工基本养老保险关系转移接续' },
      { kind: 'number', text: 'B108' },
      { kind: 'tag', text: '优先·老年人' },
      { kind: 'tag', text: '补打' },
      { kind: 'fact', label: '前面等候', value: '37 人', isKey: true },
      { kind: 'fact', label: '预计等候', value: '12-20 分钟', isKey: true },
      { kind: 'fact', label: '应叫时刻', value: '09:32:07', isKey: true },
      { kind: 'fact', label: '可办窗口', value: '1-3、7、12、15 等 18 个综合窗口', isKey: true },
      { kind: 'fact', label: '取号时间', value: '2025-03-03 09:12:07', isKey: false },
      { kind: 'qr', url: fullTicket.url, caption: '手机扫码 看叫号进度' },
      { kind: 'notice', text: '应叫时刻早的先叫，可与他人的号票核对。' },
      { kind: 'notice', text: '过号后请到导办台，可再等候两次。' },
    ]);
  });

  it('leaves the expected wait out where there is none', () => {
    const { waitMinutes: _, ...ticket } = sampleTicket.ticket;
    const labels = slipOf({ ...sampleTicket, ticket }, 'en').lines.flatMap((line) =>
      line.kind === 'fact' ? [line.label] : [],
    );
    expect(labels).to.deep.equal(['People ahead', 'Due time', 'Windows', 'Issued']);
  });

  it('shows the time of the hall, not of the server, and midnight as 00', () => {
    const ticket = {
      ...sampleTicket.ticket,
      dueAt: '2025-03-03T16:00:00Z',
      issuedAt: '2025-03-03T16:00:00Z',
    };
    const values = slipOf({ ...sampleTicket, ticket }, 'en').lines.flatMap((line) =>
      line.kind === 'fact' ? [line.value] : [],
    );
    expect(values).to.include('00:00:00').and.to.include('2025-03-04 00:00:00');
  });

  it('falls back to Chinese where a name has no English', () => {
    const slip = slipOf({ ...sampleTicket, queueName: { 'zh-CN': '社保综合业务' } }, 'en');
    expect(slip.lines[2]).to.deep.equal({ kind: 'queue', text: '社保综合业务' });
  });

  it('refuses an instant that is none', () => {
    const ticket = { ...sampleTicket.ticket, dueAt: 'soon' };
    expect(() => slipOf({ ...sampleTicket, ticket }, 'en')).to.throw(RangeError);
  });
});

describe('windows on a slip', () => {
  const cases: [number[], string][] = [
    [[3], '3'],
    [[2, 1], '1、2'],
    [[9, 1, 2, 3, 3], '1-3、9'],
    [[1, 3, 5, 7, 9, 10], '1、3、5、7 等 6 个综合窗口'],
    [Array.from({ length: 55 }, (_, index) => index + 1), '1-55'],
  ];
  for (const [windows, text] of cases) {
    it(`writes ${windows.length} windows as ${text}`, () => {
      expect(windowsText(windows, slipWords['zh-CN'])).to.equal(text);
    });
  }
});
