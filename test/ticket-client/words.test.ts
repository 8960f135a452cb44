import { expect } from 'chai';
import { REJECTIONS } from '../../common/contract/rejections.ts';
import { drawQr } from '../../common/ui/qr.ts';
import { BOOKING_WORDS } from '../../ticket-client/booking/words.ts';
import { failureSentence } from '../../ticket-client/failure-sentence.ts';
import { FAIRNESS_WORDS } from '../../ticket-client/fairness/words.ts';
import { addressOf } from '../../ticket-client/home/addresses.ts';
import { HOME_WORDS } from '../../ticket-client/home/words.ts';
import { ERRAND_WORDS } from '../../ticket-client/kiosk/errand-words.ts';
import { VISIT_WORDS } from '../../ticket-client/kiosk/visit-words.ts';
import { hoursText, KIOSK_WORDS } from '../../ticket-client/kiosk/words.ts';
import { TURN_WORDS } from '../../ticket-client/phone/turn-words.ts';
import { PHONE_WORDS } from '../../ticket-client/phone/words.ts';
import type { Failure } from '../../ticket-client/request.ts';
import { pictureOf, spokenText } from '../../ticket-client/tray/drawing.ts';
import { TRAY_WORDS } from '../../ticket-client/tray/words.ts';
import { WHY_WORDS } from '../../ticket-client/why/words.ts';

const CHINESE = /[\u4e00-\u9fff]/;

/** Every plain sentence of a table, with its path. */
function sentences(table: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${name}`, value]];
    return typeof value === 'object' && value !== null ? sentences(value, `${path}${name}.`) : [];
  });
}

describe('the wording of the ticket client', () => {
  it('is English in the English tables, but for the way back to Chinese and names', () => {
    const allowed = new Set(['otherLanguage', 'searchHint', 'pageTitle']);
    const tables = [
      BOOKING_WORDS,
      KIOSK_WORDS,
      ERRAND_WORDS,
      VISIT_WORDS,
      PHONE_WORDS,
      TURN_WORDS,
      WHY_WORDS,
    ];
    for (const words of [...tables, FAIRNESS_WORDS, TRAY_WORDS, HOME_WORDS].map(({ en }) => en)) {
      for (const [path, sentence] of sentences(words)) {
        if (!allowed.has(path)) expect(CHINESE.test(sentence), `${path}: ${sentence}`).to.equal(false);
      }
    }
  });

  it('has a sentence for every failure, in both languages', () => {
    for (const code of [...Object.keys(REJECTIONS), 'UNREACHABLE'] as Failure[]) {
      expect(failureSentence(code, 'zh-CN'), code).to.match(CHINESE);
      expect(failureSentence(code, 'en'), code).not.to.match(CHINESE);
    }
  });

  it('writes the hours of a queue, and nothing for one that issues all day', () => {
    const hours = [
      { from: '09:00', until: '12:00' },
      { from: '13:30', until: '17:00' },
    ];
    expect(hoursText(hours, KIOSK_WORDS['zh-CN'])).to.equal('09:00–12:00、13:30–17:00');
    expect(hoursText([], KIOSK_WORDS.en)).to.equal('');
  });

  it('speaks a slip’s text without its rules, its cut and its QR code', () => {
    const text =
      '   云州市政务服务中心\n\n  A026\n────────\n前面等候      7 人\n[QR http://x/phone#a.b.c]\n- - - cut - - -\n';
    expect(spokenText(text)).to.equal('云州市政务服务中心；A026；前面等候 7 人');
  });
});

describe('the addresses of the home page', () => {
  it('name the hall, and the window where the screen is a window’s', () => {
    expect(addressOf('kiosk', 'demo', 'w1', 'zh-CN')).to.equal('/kiosk?hall=demo');
    expect(addressOf('counter', 'demo', 'w3', 'en')).to.equal('/counter?hall=demo&window=w3&lang=en');
    expect(addressOf('tray', 'demo', 'w3', 'zh-CN')).to.equal('/tray');
    expect(addressOf('operations', 'demo', 'w3', 'en')).to.equal('/operations?hall=demo&lang=en');
    expect(addressOf('booking', 'demo', 'w3', 'zh-CN')).to.equal('/booking?hall=demo');
    expect(addressOf('fairness', 'demo', 'w3', 'en')).to.equal('/fairness?hall=demo&lang=en');
    expect(addressOf('api', 'demo', 'w3', 'en')).to.equal('/openapi.json');
  });

  it('have none for the phone page, which only a ticket’s own link opens', () => {
    expect(addressOf('phone', 'demo', 'w1', 'zh-CN')).to.equal(null);
  });
});

describe('drawings', () => {
  it('leave the quiet zone of a QR code light and begin with its finder pattern', () => {
    const { size, path } = drawQr('http://192.0.2.2:8080/phone#demo.20261123-A012.NxmLZ-Ho0SaqHjGc');
    expect((size - 8 - 17) % 4).to.equal(0);
    expect(path.startsWith('M4 4h7v1h-7z')).to.equal(true);
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x)).to.be.at.least(4);
      expect(Number(y)).to.be.within(4, size - 5);
      expect(Number(x) + Number(width)).to.be.at.most(size - 4);
    }
  });

  it('make a slip a picture, which can not run what stands in it', () => {
    expect(pictureOf('<svg a="#%&"/>')).to.equal(
      'data:image/svg+xml;charset=utf-8,%3Csvg%20a%3D%22%23%25%26%22%2F%3E',
    );
  });
});
