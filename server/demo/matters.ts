import type { Matter } from '../../common/contract/config.ts';
import { mattersOf } from './catalogue.ts';
import { SHEBAO } from './matters/shebao.ts';

/** The whole catalogue, queue by queue; each queue's matters are a table of their own. */
export function demoMatters(): Matter[] {
  return [...mattersOf('shebao', SHEBAO)];
}
