import { expect } from 'chai';
import { supplementSlipOf } from '../../../server/printing/supplement-slip.ts';
import { plainSupplement, supplementSample } from './supplement-samples.ts';

describe('what is on the slip of a supplement', () => {
  it('says what is missing, by when, and how to come back, in order', () => {
    expect(supplementSlipOf(supplementSample, 'zh-CN').lines).to.deep.equal([
      { kind: 'hall', text: '滨江市政务服务中心' },
      { kind: 'zone', text: '二楼 社会保障专区' },
      { kind: 'queue', text: '一次性告知单' },
      { kind: 'number', text: 'R012' },
      { kind: 'fact', label: '最晚补交', value: '2025-03-06', isKey: true },
      { kind: 'fact', label: '业务', value: '社保综合业务', isKey: false },
      { kind: 'fact', label: '事项', value: '企业职工基本养老保险关系转移接续', isKey: false },
      { kind: 'fact', label: '告知窗口', value: '12', isKey: false },
      { kind: 'fact', label: '打印时间', value: '2025-03-03 09:12:07', isKey: false },
      { kind: 'notice', text: '请补正以下打勾的材料：' },
      { kind: 'notice', text: '[ ] 居民身份证（原件）' },
      {
        kind: 'notice',
        text: '[ ] 基本养老保险参保缴费凭证（原件 1 份，复印件 2 份，加盖单位公章）',
      },
      { kind: 'notice', text: '[ ] ____________' },
      { kind: 'notice', text: '[ ] ____________' },
      { kind: 'qr', url: 'binjiang.R012.8f3kQ2mZ7pLwAb3x', caption: '补正二维码 免取号' },
      { kind: 'notice', text: '补正码 8f3k Q2mZ 7pLw Ab3x' },
      { kind: 'notice', text: '带齐材料，在最晚补交日之前到取号机扫码，无需重新取号。' },
    ]);
  });

  it('leaves lines to write on where no matter says which papers there are', () => {
    const lines = supplementSlipOf(plainSupplement, 'en').lines;
    const labels = lines.flatMap((line) => (line.kind === 'fact' ? [line.label] : []));
    expect(labels).to.deep.equal(['Last day', 'Service', 'Told at window', 'Printed']);
    expect(lines.filter((line) => 'text' in line && line.text.startsWith('[ ]')).length).to.equal(2);
  });
});
