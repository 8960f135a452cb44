import type { Department } from '../../common/contract/config.ts';
import type { QueueId } from './queues.ts';
import { zoneOf } from './queues.ts';

/** What an agency is by its register: an organ of government, a public institution or a company. */
export type Register = 'organ' | 'institution' | 'company';

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  /** The queue in whose zone its staff sit. */
  readonly at: QueueId;
  readonly register: Register;
}

/** The place in this list is part of the codes of a department's matters: add at the end. */
export const DEPARTMENTS = [
  row('renshe', '人力资源和社会保障局', 'Human Resources and Social Security Bureau', 'shebao', 'organ'),
  row('shebaozhongxin', '社会保险事业中心', 'Social Insurance Centre', 'shebao', 'institution'),
  row('jiuye', '公共就业服务中心', 'Public Employment Service Centre', 'shebao', 'institution'),
  row('rencai', '人才交流服务中心', 'Talent Exchange Service Centre', 'shebao', 'institution'),
  row('yibaoju', '医疗保障局', 'Medical Insurance Bureau', 'yibao', 'organ'),
  row('yibaozhongxin', '医疗保障服务中心', 'Medical Insurance Service Centre', 'yibao', 'institution'),
  row('shuiwuju', '税务局', 'Tax Bureau', 'shuiwu', 'organ'),
  row('ziranziyuan', '自然资源和规划局', 'Natural Resources and Planning Bureau', 'budongchan', 'organ'),
  row('dengjizhongxin', '不动产登记中心', 'Real Estate Registration Centre', 'budongchan', 'institution'),
  row('fangchan', '房产交易服务中心', 'Housing Transaction Service Centre', 'budongchan', 'institution'),
  row('shichang', '市场监督管理局', 'Market Regulation Bureau', 'qiye', 'organ'),
  row('shangwu', '商务局', 'Commerce Bureau', 'qiye', 'organ'),
  row('yancao', '烟草专卖局', 'Tobacco Monopoly Bureau', 'qiye', 'organ'),
  row('weijian', '卫生健康委员会', 'Health Commission', 'qiye', 'organ'),
  row('zhian', '公安局治安管理支队', 'Public Security Bureau, Public Order', 'qiye', 'organ'),
  row('jiaotong', '交通运输局', 'Transport Bureau', 'qiye', 'organ'),
  row('nongye', '农业农村局', 'Agriculture and Rural Affairs Bureau', 'qiye', 'organ'),
  row('huzheng', '公安局户政管理支队', 'Public Security Bureau, Household Registration', 'huji', 'organ'),
  row('churujingju', '公安局出入境管理支队', 'Public Security Bureau, Exit and Entry', 'churujing', 'organ'),
  row('jiaojing', '公安局交通警察支队', 'Public Security Bureau, Traffic Police', 'chejiaguan', 'organ'),
  row('gongjijinzhongxin', '住房公积金管理中心', 'Housing Provident Fund Centre', 'gongjijin', 'institution'),
  row('minzhengju', '民政局', 'Civil Affairs Bureau', 'minzheng', 'organ'),
  row('tuiyi', '退役军人事务局', 'Veterans Affairs Bureau', 'minzheng', 'organ'),
  row('canlian', '残疾人联合会', "Disabled Persons' Federation", 'minzheng', 'organ'),
  row('jiaoyuju', '教育局', 'Education Bureau', 'jiaoyu', 'organ'),
  row('kaoshi', '教育考试院', 'Education Examinations Authority', 'jiaoyu', 'institution'),
  row('zhujian', '住房和城乡建设局', 'Housing and Urban-Rural Development Bureau', 'gongcheng', 'organ'),
  row('fagai', '发展和改革委员会', 'Development and Reform Commission', 'gongcheng', 'organ'),
  row('shengtai', '生态环境局', 'Ecology and Environment Bureau', 'gongcheng', 'organ'),
  row('shuili', '水利局', 'Water Resources Bureau', 'gongcheng', 'organ'),
  row('linye', '林业和草原局', 'Forestry and Grassland Bureau', 'gongcheng', 'organ'),
  row('chengguan', '城市管理局', 'Urban Management Bureau', 'gongcheng', 'organ'),
  row('xiaofang', '消防救援支队', 'Fire and Rescue Department', 'zonghe', 'organ'),
  row('shuiwujituan', '水务集团', 'Water Group', 'shuidianqi', 'company'),
  row('gongdian', '供电公司', 'Power Supply Company', 'shuidianqi', 'company'),
  row('ranqi', '燃气集团', 'Gas Group', 'shuidianqi', 'company'),
  row('reli', '热力公司', 'Heating Company', 'shuidianqi', 'company'),
  row('sifa', '司法局', 'Justice Bureau', 'zonghe', 'organ'),
  row('wenlv', '文化广电和旅游局', 'Culture, Radio, Television and Tourism Bureau', 'zonghe', 'organ'),
  row('yingji', '应急管理局', 'Emergency Management Bureau', 'zonghe', 'organ'),
  row('dangan', '档案馆', 'City Archives', 'zonghe', 'institution'),
  row('zhengwu', '政务服务管理局', 'Government Services Bureau', 'zonghe', 'organ'),
] as const;

export type DepartmentId = (typeof DEPARTMENTS)[number]['id'];

export function demoDepartments(): Department[] {
  return DEPARTMENTS.map(({ id, name, english, at }) => ({
    id,
    name: { 'zh-CN': name, en: english },
    zone: zoneOf(at),
  }));
}

function row<const I extends string>(
  id: I,
  name: string,
  english: string,
  at: QueueId,
  register: Register,
): DepartmentRow & { readonly id: I } {
  return { id, name, english, at, register };
}
