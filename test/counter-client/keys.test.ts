import { expect } from 'chai';
import { keyOf, type Stroke } from '../../counter-client/keys.ts';

function stroke(key: string, more: Partial<Stroke> = {}): Stroke {
  return {
    key,
    code: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  };
}

describe('keys of the counter', () => {
  it('are the same with caps lock, and on the numeric block', () => {
    expect(
      ['r', 'R', ' ', 'Enter', 'Escape', '3', 'q', '0', 'F5'].map((key) => keyOf(stroke(key))),
    ).to.deep.equal(['R', 'R', 'Space', 'S', 'Escape', '3', null, null, null]);
  });

  it('tell finishing with an outcome from finishing', () => {
    expect(keyOf(stroke('F', { shiftKey: true }))).to.equal('ShiftF');
    expect(keyOf(stroke('F'))).to.equal('F');
    expect(keyOf(stroke('Process', { code: 'KeyF', shiftKey: true }))).to.equal('ShiftF');
  });

  it('undo by U and by Ctrl+Z, not by Ctrl+Shift+Z', () => {
    expect(keyOf(stroke('u'))).to.equal('U');
    expect(keyOf(stroke('z', { ctrlKey: true }))).to.equal('U');
    expect(keyOf(stroke('z'))).to.equal(null);
    expect(keyOf(stroke('Z', { ctrlKey: true, shiftKey: true }))).to.equal(null);
  });

  it('leave the shortcuts of the browser to the browser', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect(keyOf(stroke('r', { [modifier]: true }))).to.equal(null);
  });

  it('work under a Chinese input method, but not while a word is being composed', () => {
    expect(keyOf(stroke('Process', { code: 'KeyM' }))).to.equal('M');
    expect(keyOf(stroke('Process', { code: 'Digit2' }))).to.equal('2');
    expect(keyOf(stroke('m', { isComposing: true }))).to.equal(null);
  });
});
