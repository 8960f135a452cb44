import { expect } from 'chai';
import { OptionError, readOptions } from '../../../scripts/demo/options.ts';

describe('the options of the demo', () => {
  it('play an ordinary day unless told otherwise', () => {
    expect(readOptions([])).to.deep.equal({
      scenario: 'S1',
      speed: null,
      port: 8080,
      seed: 1,
      minutes: 480,
      json: false,
    });
  });

  it('are refused by name', () => {
    const wrong = [
      ['--scenario', 'S4'],
      ['--speed', '0'],
      ['--port', '80.5'],
      ['--seed', 'x'],
      ['--minutes', '481'],
    ] as const;
    for (const [name, value] of wrong) {
      expect(() => readOptions([name, value]), name).to.throw(OptionError, name);
    }
    expect(() => readOptions(['--sped', '2'])).to.throw(OptionError, '--sped');
  });
});
