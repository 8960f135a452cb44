import { expect } from 'chai';
import { parseArchiveAddress } from '../../server/archive-address.ts';

describe('where days are archived', () => {
  const s3 = {
    kind: 's3',
    region: 'us-east-1',
    bucket: 'b',
    prefix: '',
    endpoint: 'https://s3.us-east-1.amazonaws.com',
  };
  const right: [text: string, address: object][] = [
    ['', { kind: 'none' }],
    ['file:///var/lib/archive', { kind: 'folder', folder: '/var/lib/archive' }],
    ['file:///%E6%A1%A3%E6%A1%88', { kind: 'folder', folder: '/档案' }],
    ['s3://b', s3],
    ['s3://b/', s3],
    ['s3://b/a/b/', { ...s3, prefix: 'a/b' }],
    [
      's3://b?region=cn-north-1',
      { ...s3, region: 'cn-north-1', endpoint: 'https://s3.cn-north-1.amazonaws.com' },
    ],
    ['s3://b/p?endpoint=http://10.0.0.5:9000/', { ...s3, prefix: 'p', endpoint: 'http://10.0.0.5:9000' }],
  ];
  for (const [text, address] of right) {
    it(`is read: ${text || '(empty)'}`, () => expect(parseArchiveAddress(text)).to.deep.equal(address));
  }

  const wrong: [text: string, reason: string][] = [
    ['/var/lib/archive', 'expected file:///folder or s3://'],
    ['ftp://host/folder', 'expected file:///folder or s3://'],
    ['s3:///prefix', 'bucket'],
    ['s3://key:secret@b', 'keys have settings of their own'],
    ['s3://b?endpoint=10.0.0.5:9000', 'endpoint'],
    ['s3://b/a%20b', 'prefix'],
  ];
  for (const [text, reason] of wrong) {
    it(`is refused: ${text}`, () => expect(() => parseArchiveAddress(text)).to.throw(reason));
  }
});
