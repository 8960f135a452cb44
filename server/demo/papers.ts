import type { Paper } from '../../common/contract/config.ts';

/** Papers that many matters ask for, with the form in which the hall takes them. */
const COMMON = {
  身份证: '居民身份证：原件（电子证照可免交）',
  双方身份证: '双方居民身份证：原件',
  代办人身份证: '代办人身份证和授权委托书：委托他人办理时提供',
  经办人身份证: '经办人居民身份证：原件（电子证照可免交）',
  法人身份证: '法定代表人（负责人）身份证：复印件1份',
  户口簿: '居民户口簿：原件（电子证照可免交）',
  结婚证: '结婚证：原件（电子证照可免交）',
  社保卡: '社会保障卡：原件（电子社保卡可免交）',
  医保凭证: '社会保障卡或医保电子凭证：原件',
  银行卡: '本人银行卡：原件',
  营业执照: '营业执照：复印件1份（电子证照可免交）',
  申请表: '申请表：原件1份（窗口提供）',
  登记申请书: '不动产登记申请书：原件1份（窗口提供）',
  不动产权证: '不动产权证书：原件',
  购房合同: '商品房买卖合同：原件1份',
  完税证明: '契税完税凭证：原件（部门共享可免交）',
  照片: '近期免冠彩色照片：2张',
  驾驶证: '机动车驾驶证：原件',
  行驶证: '机动车行驶证：原件',
  登记证书: '机动车登记证书：原件',
  交强险: '机动车交通事故责任强制保险凭证：原件（电子保单可免交）',
  体检表: '驾驶人身体条件证明：原件（体检信息已上传的可免交）',
  劳动合同: '劳动合同：复印件1份',
  出生证: '出生医学证明：原件',
  死亡证明: '死亡医学证明（推断）书：原件',
  章程: '公司章程：原件1份',
  住所证明: '住所（经营场所）使用证明：复印件1份',
  决议: '股东会（股东）决议或决定：原件1份',
  平面图: '经营场所平面布局图：原件1份',
  健康证明: '从业人员健康证明：复印件1份',
  学历证: '学历证书：原件和复印件1份',
} as const satisfies Record<string, OwnPaper>;

type OwnPaper = `${string}：${string}`;

/** The short name of a common paper, or a paper of the matter's own as "name：form". */
export type PaperText = keyof typeof COMMON | OwnPaper;

/** A form that begins with a case ("…时提供", "如有") belongs to a paper that not everyone needs. */
const CONDITIONAL = /时提供|如有/;

export function paperOf(text: PaperText): Paper {
  const full: string = text in COMMON ? COMMON[text as keyof typeof COMMON] : text;
  const [name = '', form = ''] = full.split('：');
  return { name, form, required: !CONDITIONAL.test(form) };
}
