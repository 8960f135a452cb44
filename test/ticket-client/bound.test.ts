import { expect } from 'chai';
import { boundTo, forgetBound, rememberBound } from '../../ticket-client/phone/bound.ts';

const link = (ticket: string, hall = 'small') => ({ hall, ticket, secret: 's' });

describe('what a phone remembers of its reminders', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => kept.set(name, value),
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('is one for each ticket, of each hall', () => {
    rememberBound(link('20260302-A001'), 'one');
    rememberBound(link('20260302-A002'), 'two');
    rememberBound(link('20260302-A001', 'other'), 'three');
    expect(boundTo(link('20260302-A001'))).to.equal('one');
    expect(boundTo(link('20260302-A001', 'other'))).to.equal('three');
    expect(boundTo(link('20260302-A003'))).to.equal(null);
    expect(forgetBound(link('20260302-A001'))).to.equal(false);
    expect(boundTo(link('20260302-A001'))).to.equal(null);
    expect(forgetBound(link('20260302-A002'))).to.equal(false);
    expect(forgetBound(link('20260302-A001', 'other')), 'the last').to.equal(true);
  });

  it('is nothing of yesterday once there is one of today', () => {
    rememberBound(link('20260301-A001'), 'old');
    rememberBound(link('20260302-A001'), 'new');
    expect(boundTo(link('20260301-A001'))).to.equal(null);
  });

  for (const there of ['not json', 'null', '3'])
    it(`is nothing where there is ${there}`, () => {
      kept.set('onewindow.reminders', there);
      expect(boundTo(link('20260302-A001'))).to.equal(null);
      rememberBound(link('20260302-A001'), 'one');
      expect(boundTo(link('20260302-A001'))).to.equal('one');
    });
});
