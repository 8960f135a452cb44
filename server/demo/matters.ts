import type { Matter } from '../../common/contract/config.ts';
import { mattersOf } from './catalogue.ts';
import { BUDONGCHAN } from './matters/budongchan.ts';
import { CHEJIAGUAN } from './matters/chejiaguan.ts';
import { CHURUJING } from './matters/churujing.ts';
import { GONGCHENG } from './matters/gongcheng.ts';
import { GONGJIJIN } from './matters/gongjijin.ts';
import { HUJI } from './matters/huji.ts';
import { JIAOYU } from './matters/jiaoyu.ts';
import { MINZHENG } from './matters/minzheng.ts';
import { QIYE } from './matters/qiye.ts';
import { SHEBAO } from './matters/shebao.ts';
import { SHUIDIANQI } from './matters/shuidianqi.ts';
import { SHUIWU } from './matters/shuiwu.ts';
import { YIBAO } from './matters/yibao.ts';
import { ZONGHE } from './matters/zonghe.ts';

/** The whole catalogue, queue by queue; each queue's matters are a table of their own. */
export function demoMatters(): Matter[] {
  return [
    ...mattersOf('shebao', SHEBAO),
    ...mattersOf('yibao', YIBAO),
    ...mattersOf('shuiwu', SHUIWU),
    ...mattersOf('budongchan', BUDONGCHAN),
    ...mattersOf('qiye', QIYE),
    ...mattersOf('huji', HUJI),
    ...mattersOf('churujing', CHURUJING),
    ...mattersOf('chejiaguan', CHEJIAGUAN),
    ...mattersOf('gongjijin', GONGJIJIN),
    ...mattersOf('minzheng', MINZHENG),
    ...mattersOf('jiaoyu', JIAOYU),
    ...mattersOf('gongcheng', GONGCHENG),
    ...mattersOf('shuidianqi', SHUIDIANQI),
    ...mattersOf('zonghe', ZONGHE),
  ];
}
