import { expect } from 'chai';
import { keepSettings, readSettings } from '../../counter-client/settings.ts';

const FIRST = { locale: 'zh-CN', finishCallsNext: false, hotkeys: true };

describe('settings of a counter', () => {
  it('are read back as they were kept', () => {
    const kept = new Map<string, string>();
    const shelf = () => ({
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    });
    expect(readSettings(shelf)).to.deep.equal(FIRST);
    keepSettings(shelf, { locale: 'en', finishCallsNext: true, hotkeys: false });
    expect(readSettings(shelf)).to.deep.equal({ locale: 'en', finishCallsNext: true, hotkeys: false });
  });

  it('are as at first where the browser keeps nothing or keeps nonsense', () => {
    const refused = () => {
      throw new Error('storage is off');
    };
    expect(readSettings(refused)).to.deep.equal(FIRST);
    expect(() => keepSettings(refused, { ...readSettings(refused) })).not.to.throw();
    for (const text of ['', 'null', '[1]', '{"locale":7}'])
      expect(readSettings(() => ({ getItem: () => text, setItem: () => undefined }))).to.deep.equal(FIRST);
  });
});
