import { expect } from 'chai';
import { creditCode, implementationCode, KINDS } from '../../../server/demo/codes.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { paperOf } from '../../../server/demo/papers.ts';

describe('the catalogue of the demo hall', () => {
  const { matters, queues, departments } = demoHall();

  it('gives each matter a name of its own, in Chinese and in English', () => {
    expect(repeated(matters.map((matter) => matter.name['zh-CN']))).to.deep.equal([]);
    expect(repeated(matters.map((matter) => matter.name.en))).to.deep.equal([]);
  });

  it('gives each matter a code of its own, 31 characters', () => {
    expect(repeated(matters.map((matter) => matter.code))).to.deep.equal([]);
    for (const { code } of matters) expect(code).to.match(/^(11|12|91)990100[0-9A-Z]{10}3[0-9]{12}$/);
  });

  it('gives a matter one number in its id and its code, never given twice', () => {
    const numbers = matters.map((matter) => matter.id.slice(-3));
    expect(repeated(numbers)).to.deep.equal([]);
    expect(matters.map((matter) => matter.code.slice(25, 28))).to.deep.equal(numbers);
  });

  it('asks for one to six papers a matter, no paper twice, at least one of everyone', () => {
    for (const { id, papers } of matters) {
      expect(papers.length, id).to.be.within(1, 6);
      expect(repeated(papers.map((paper) => paper.name)), id).to.deep.equal([]);
    }
    const undemanding = matters.filter(({ papers }) => !papers.some((paper) => paper.required));
    expect(undemanding.map((matter) => matter.name['zh-CN'])).to.deep.equal([
      '居民身份证补领',
      '政务服务综合咨询与导办',
    ]);
  });

  it('answers one to three questions a matter in whole sentences', () => {
    for (const { id, questions } of matters) {
      expect(questions.length, id).to.be.within(1, 3);
      for (const { question, answer } of questions) {
        expect(question, id).to.match(/^.+[^？]？$/);
        expect(answer, id).to.match(/^.+[^。]。$/);
      }
    }
  });

  it('has no answer that stands for several questions', () => {
    expect(repeated(matters.flatMap(({ questions }) => questions.map(({ answer }) => answer)))).to.deep.equal(
      [],
    );
  });

  it('has at least ten matters in every queue and one of every department', () => {
    for (const queue of queues) {
      expect(matters.filter((matter) => matter.queue === queue.id).length, queue.id).to.be.at.least(10);
    }
    expect(new Set(matters.map((matter) => matter.department)).size).to.equal(departments.length);
  });
});

describe('a code of the catalogue', () => {
  it('carries a valid check character of the agency (GB 32100)', () => {
    const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const register of ['organ', 'institution', 'company'] as const) {
      for (let ordinal = 1; ordinal <= 60; ordinal += 1) {
        const code = creditCode(register, ordinal);
        expect(code).to.have.length(18);
        const sum = [...code].reduce((total, sign, index) => {
          const weight = index === 17 ? 1 : 3 ** index % 31;
          return total + signs.indexOf(sign) * weight;
        }, 0);
        expect(sum % 31, code).to.equal(0);
      }
    }
  });

  it('tells kind, department and number apart', () => {
    expect(implementationCode('renshe', '行政确认', '035').slice(18)).to.equal('3990701035000');
    expect(implementationCode('shichang', '行政许可', '209').slice(18)).to.equal('3990111209000');
    expect(repeated(Object.values(KINDS))).to.deep.equal([]);
  });
});

describe('a paper', () => {
  it('is taken from the common ones by its short name', () => {
    expect(paperOf('身份证')).to.deep.equal({
      name: '居民身份证',
      form: '原件（电子证照可免交）',
      required: true,
    });
  });

  it('is not asked of everyone when its form names a case', () => {
    expect(paperOf('结婚证：已婚时提供')).to.deep.equal({
      name: '结婚证',
      form: '已婚时提供',
      required: false,
    });
    expect(paperOf('出生证：原件1份')).to.deep.equal({ name: '出生证', form: '原件1份', required: true });
  });
});

function repeated(values: readonly (string | undefined)[]): (string | undefined)[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
