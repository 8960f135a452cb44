import { expect } from 'chai';
import { parseRedisAddress } from '../../../server/redis/address.ts';

describe('the address of Redis', () => {
  const plain = { masterName: '', username: '', password: '', database: 0, tls: false };
  for (const [text, expected] of [
    ['redis://cache', { kind: 'single', nodes: [{ host: 'cache', port: 6379 }] }],
    ['redis://10.0.0.5:80/3', { kind: 'single', nodes: [{ host: '10.0.0.5', port: 80 }], database: 3 }],
    ['redis://[::1]:7000', { kind: 'single', nodes: [{ host: '::1', port: 7000 }] }],
    [
      'rediss://hall:p%40ss@cache',
      {
        kind: 'single',
        nodes: [{ host: 'cache', port: 6379 }],
        username: 'hall',
        password: 'p@ss',
        tls: true,
      },
    ],
    ['redis://:secret@cache', { kind: 'single', nodes: [{ host: 'cache', port: 6379 }], password: 'secret' }],
    [
      'redis+sentinel://a,b:26380/halls',
      {
        kind: 'sentinel',
        nodes: [
          { host: 'a', port: 26_379 },
          { host: 'b', port: 26_380 },
        ],
        masterName: 'halls',
      },
    ],
    [
      'redis+sentinel://a',
      { kind: 'sentinel', nodes: [{ host: 'a', port: 26_379 }], masterName: 'mymaster' },
    ],
    [
      'redis+cluster://a:7000,b:7001',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 7001 },
        ],
      },
    ],
  ] as const) {
    it(`${text} is read`, () => {
      expect(parseRedisAddress(text)).to.deep.equal({ ...plain, ...expected });
    });
  }

  for (const [text, complaint] of [
    ['http://cache', 'expected redis://'],
    ['cache:6379', 'expected redis://'],
    ['redis://', 'expected redis://'],
    ['redis://a,b', 'several servers'],
    ['redis://a:99999', 'host or port'],
    ['redis://a/first', 'not a number'],
    ['redis+cluster://a/1', 'one database'],
    ['redis://u:%zz@a', 'not percent-encoded'],
  ] as const) {
    it(`${text} is refused, saying why`, () => {
      expect(() => parseRedisAddress(text)).to.throw(complaint);
    });
  }
});
