import { expect } from 'chai';
import * as fc from 'fast-check';
import { PersonalRecord } from '../../common/contract/personal-record.ts';
import {
  checkDigit,
  isIdNumber,
  maskIdNumber,
  maskName,
  maskPerson,
  maskPhone,
} from '../../common/person.ts';

/** The standard's own example, and numbers with every kind of check digit. */
const REAL = ['11010519491231002X', '440524188001010014', '110101199003071938', '130503670401001'];

function withCheckDigit(first17: string): string {
  return first17 + checkDigit(first17);
}

function parsed(record: unknown): unknown {
  const { success, data } = PersonalRecord.safeParse(record);
  return success ? data : 'refused';
}

describe('an ID number', () => {
  it('is one of the standard’s examples', () => {
    expect(isIdNumber(REAL[0] ?? '')).to.equal(true);
    expect(isIdNumber(REAL[1] ?? '')).to.equal(true);
  });

  it('is refused with a wrong check digit, whichever it is', () => {
    for (const digit of '0123456789X')
      expect(isIdNumber(`11010519491231002${digit}`), digit).to.equal(digit === 'X');
  });

  it('is refused when any one digit is mistyped or two neighbours are swapped', () => {
    const number = withCheckDigit('11010119900307193');
    for (let index = 0; index < 17; index++) {
      for (const digit of '0123456789') {
        const wrong = number.slice(0, index) + digit + number.slice(index + 1);
        expect(isIdNumber(wrong), wrong).to.equal(wrong === number);
      }
      const swapped = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2);
      if (swapped !== number) expect(isIdNumber(swapped), swapped).to.equal(false);
    }
  });

  it('is read with a lower-case x and blanks around it', () => {
    expect(parsed({ idNumber: ' 11010519491231002x ' })).to.deep.equal({ idNumber: '11010519491231002X' });
  });

  it('is refused when its day of birth can not be: no such day, long ago, or still to come', () => {
    const now = Date.parse('2026-03-02T12:00:00+08:00');
    const born = (date: string): boolean => isIdNumber(withCheckDigit(`110101${date}001`), now);
    expect(born('20000229')).to.equal(true);
    expect(born('20260302')).to.equal(true);
    expect(born('18800101')).to.equal(true);
    for (const never of ['20010229', '19000229', '20011301', '20010100', '20010431', '18791231', '20260304'])
      expect(born(never), never).to.equal(false);
  });

  it('is refused in the old form of 15 digits, and as anything else', () => {
    for (const text of [
      REAL[3],
      '',
      'X',
      '1101051949123100 2X',
      '１１０１０５１９４９１２３１００２Ｘ',
      '0'.repeat(18),
    ])
      expect(parsed({ idNumber: text }), text).to.equal('refused');
  });

  it('is never repeated by the refusal', () => {
    const { error } = PersonalRecord.safeParse({
      idNumber: '110105194912310021',
      phone: '13812345',
      name: 7,
    });
    expect(JSON.stringify(error)).not.to.include('110105194912310021').and.not.to.include('13812345');
  });
});

describe('a phone number', () => {
  it('is a mobile or a landline, written as people write it', () => {
    const read: [typed: string, phone: string][] = [
      ['13812341234', '13812341234'],
      ['138 1234 1234', '13812341234'],
      ['138-1234-1234', '13812341234'],
      ['+86 13812341234', '13812341234'],
      ['0086-138-1234-1234', '13812341234'],
      ['010-88886666', '01088886666'],
      ['0571 88886666', '057188886666'],
      ['0471-8888666', '04718888666'],
    ];
    for (const [typed, phone] of read) expect(parsed({ phone: typed }), typed).to.deep.equal({ phone });
  });

  it('is refused as anything else', () => {
    for (const typed of [
      '12812341234',
      '1381234123',
      '138123412345',
      '88886666',
      '110',
      '',
      '+44 20 7946 0958',
    ])
      expect(parsed({ phone: typed }), typed).to.equal('refused');
  });
});

describe('a personal record', () => {
  it('may hold any part of it and nothing else', () => {
    expect(parsed({})).to.deep.equal({});
    expect(parsed({ name: ' 张三 ' })).to.deep.equal({ name: '张三' });
    expect(parsed({ name: '阿依古丽·买买提' })).to.deep.equal({ name: '阿依古丽·买买提' });
    for (const wrong of [
      { name: '' },
      { name: '  ' },
      { name: 'a'.repeat(61) },
      { name: 'a\nb' },
      { age: 7 },
    ])
      expect(parsed(wrong), JSON.stringify(wrong)).to.equal('refused');
  });
});

describe('what staff see of a person', () => {
  it('is masked: 张*, 138****1234, first 3 and last 4', () => {
    expect(maskName('张三')).to.equal('张*');
    expect(maskName('欧阳娜娜')).to.equal('欧*');
    expect(maskName('𠮷田')).to.equal('𠮷*');
    expect(maskPhone('13812341234')).to.equal('138****1234');
    expect(maskPhone('057188886666')).to.equal('057****6666');
    expect(maskIdNumber('11010519491231002X')).to.equal('110***********002X');
    expect(maskPerson({})).to.deep.equal({ name: null, phone: null, idNumber: null });
  });

  it('never shows what was masked, whoever it is', () => {
    const digits = fc.stringMatching(/^[1-9]\d{16}$/);
    void fc.assert(
      fc.property(digits, fc.stringMatching(/^1[3-9]\d{9}$/), (first17, phone) => {
        const idNumber = withCheckDigit(first17);
        const masked = maskPerson({ phone, idNumber });
        expect(masked.idNumber).to.match(/^\d{3}\*{11}\d{3}[\dX]$/);
        expect(masked.phone).to.match(/^\d{3}\*{4}\d{4}$/);
      }),
    );
  });
});
