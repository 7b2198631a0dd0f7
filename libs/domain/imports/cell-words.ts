import { Education } from '../clients/client-codes';
import { EmploymentType } from '../pay-equity/pay-codes';
import { Benefit, PayBasis, Shift } from '../positions/position-codes';

/** Makes a look-up of the words that stand for a code in a file; the code itself is understood too. */
function wordFinder<C extends string>(words: Readonly<Record<C, readonly string[]>>): (text: string) => C | null {
  const byWord = new Map<string, C>();
  for (const code of Object.keys(words) as C[]) {
    for (const word of [code, ...words[code]]) byWord.set(word.toUpperCase(), code);
  }
  return (text) => byWord.get(text.toUpperCase()) ?? null;
}

/** Finds a shift by its word: 白班, 中班, 夜班, 倒班 … */
export const findShift = wordFinder<Shift>({
  [Shift.DAY]: ['白班', '日班', '早班', '常白班', '长白班'],
  [Shift.MIDDLE]: ['中班', '晚班'],
  [Shift.NIGHT]: ['夜班', '大夜班'],
  [Shift.ROTATING]: ['倒班', '轮班', '两班倒', '三班倒', '轮换'],
});

/** Finds a pay basis by its word: 月薪, 时薪, 计件 … */
export const findPayBasis = wordFinder<PayBasis>({
  [PayBasis.MONTHLY]: ['月薪', '计月', '月', '计时月薪', '固定月薪'],
  [PayBasis.HOURLY]: ['时薪', '计时', '小时', '小时工资'],
  [PayBasis.PIECE]: ['计件', '计件工资'],
});

/** Finds a benefit by its word: 住宿, 工作餐, 班车 … */
export const findBenefit = wordFinder<Benefit>({
  [Benefit.HOUSING]: ['住宿', '包住', '宿舍', '提供住宿'],
  [Benefit.MEALS]: ['工作餐', '包吃', '午餐', '餐补', '食堂', '包餐'],
  [Benefit.TRANSPORT]: ['班车', '交通', '交通补贴', '通勤车'],
  [Benefit.CHILDCARE]: ['托育', '托幼', '幼托'],
});

/** Finds an employment type by its word: 全日制, 非全日制, 派遣 … */
export const findEmploymentType = wordFinder<EmploymentType>({
  [EmploymentType.FULL_TIME]: ['全日制', '全职', '正式', '合同工', '正式工'],
  [EmploymentType.PART_TIME]: ['非全日制', '兼职', '小时工', '钟点工'],
  [EmploymentType.DISPATCH]: ['派遣', '劳务派遣', '派遣工'],
});

/** Finds an education code by its word: 小学, 初中, 中专 … */
export const findEducation = wordFinder<Education>({
  [Education.POSTGRADUATE]: ['研究生', '硕士', '博士'],
  [Education.BACHELOR]: ['本科', '大学本科', '大学'],
  [Education.COLLEGE]: ['大专', '专科', '高职'],
  [Education.VOCATIONAL_SECONDARY]: ['中专', '中职', '职高', '技校', '中技'],
  [Education.SENIOR_SECONDARY]: ['高中', '普高'],
  [Education.JUNIOR_SECONDARY]: ['初中'],
  [Education.PRIMARY]: ['小学'],
  [Education.OTHER]: ['其他', '无', '未上学'],
});

/** Finds an hours system by its word: 标准工时, 综合工时, 不定时 … */
export const findHoursSystem = wordFinder<'STANDARD' | 'COMPREHENSIVE' | 'FLEXIBLE'>({
  STANDARD: ['标准', '标准工时', '标准工时制'],
  COMPREHENSIVE: ['综合', '综合工时', '综合工时制', '综合计算工时', '综合计算工时制'],
  FLEXIBLE: ['不定时', '不定时工时', '不定时工作制', '弹性'],
});

/** Finds what an allowance is for by its word: 一般, 特殊环境, 福利 … */
export const findAllowanceKind = wordFinder<'GENERAL' | 'SPECIAL_ENV' | 'WELFARE'>({
  GENERAL: ['一般', '普通'],
  SPECIAL_ENV: ['特殊环境', '特殊'],
  WELFARE: ['福利'],
});

/** Finds what makes an allowance objective by its word: 工龄, 技能 … */
export const findObjective = wordFinder<'TENURE' | 'SKILL'>({
  TENURE: ['工龄', '年限'],
  SKILL: ['技能', '证书'],
});
