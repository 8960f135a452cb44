import { expect } from 'chai';
import { addressOf } from '../../display/address.ts';

describe('address: what a display is asked to show', () => {
  for (const [search, address] of [
    ['?hall=demo', { hall: 'demo', zone: null, window: null, locale: 'zh-CN' }],
    ['?hall=demo&zone=a&lang=en', { hall: 'demo', zone: 'a', window: null, locale: 'en' }],
    ['?hall=demo&window=w3&zone=', { hall: 'demo', zone: null, window: 'w3', locale: 'zh-CN' }],
    ['', { hall: null, zone: null, window: null, locale: 'zh-CN' }],
  ] as const) {
    it(search || 'nothing', () => expect(addressOf(search)).to.deep.equal(address));
  }
});
