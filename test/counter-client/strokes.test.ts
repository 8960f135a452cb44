import { expect } from 'chai';
import { Strokes } from '../../counter-client/strokes.ts';
import { waitFor } from '../support/wait-for.ts';

describe('keys that go down at a counter', () => {
  let pressed: string[];
  let strokes: Strokes;
  beforeEach(() => {
    pressed = [];
    strokes = new Strokes();
  });
  afterEach(() => strokes.stop());

  const hear = (key: string, at: number): void =>
    strokes.hear(at, /^[a-z0-9]$/i.test(key), () => pressed.push(key));

  it('are pressed when no second follows at once', async () => {
    hear('h', 1000);
    expect(pressed).to.deep.equal([]);
    await waitFor('the press', () => pressed.length === 1);
    expect(pressed).to.deep.equal(['h']);
  });

  it('are pressed at once where no code holds them', () => {
    hear('Space', 1000);
    expect(pressed).to.deep.equal(['Space']);
  });

  it('keep their order when one comes while another waits', () => {
    hear('r', 1000);
    hear('Space', 1040);
    expect(pressed).to.deep.equal(['r', 'Space']);
  });

  it('are nothing when a scanner types them, its Enter included', async () => {
    ['h', 't', 't', 'p', 'f', '1', 'Enter'].forEach((key, index) => {
      hear(key, 1000 + index * 12);
    });
    hear('s', 2000);
    await waitFor('the press after the scan', () => pressed.length > 0);
    expect(pressed).to.deep.equal(['s']);
  });

  it('are nothing though the machine stumbles in the middle of a code', async () => {
    [0, 10, 20, 150, 160, 300].forEach((at) => {
      hear('f', 1000 + at);
    });
    hear('Escape', 1600);
    expect(pressed).to.deep.equal(['Escape']);
  });
});
