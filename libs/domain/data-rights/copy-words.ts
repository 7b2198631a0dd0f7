import { RULE_IN_LETTER } from '../pay-equity/finding-letter-text';
import type { CopySectionKey, CopyValue } from './copy-section';

type Words = Readonly<Record<string, string>>;

const GOAL: Words = { OPEN: '进行中', DONE: '已完成', DROPPED: '不再需要' };
const ASKED: Words = { REQUESTED: '已申请', CONFIRMED: '已确认', WITHDRAWN: '已收回', ERASED: '已删除' };

/** The words for states, by the kind of data that is in them. */
const STATES: Readonly<Partial<Record<CopySectionKey, Words>>> = {
  person: { ACTIVE: '在帮', PAUSED: '暂停', CLOSED: '已结束' },
  plans: { DRAFT: '草稿', ACTIVE: '进行中', CLOSED: '已结束' },
  goals: GOAL,
  followUps: {
    SCHEDULED: '未到期',
    DUE: '到期',
    DONE: '已完成',
    SNOOZED: '已延后',
    UNREACHED: '未联系上',
    COVERED: '已并入',
    DECLINED: '本人不需要',
    CANCELLED: '已取消',
  },
  training: {
    REQUESTED: '待确认',
    CONFIRMED: '已确认',
    WAITLISTED: '候补',
    ATTENDING: '学习中',
    COMPLETED: '已结业',
    DROPPED: '已退班',
    NO_SHOW: '未到课',
  },
  payFindings: {
    DETECTED: '新发现',
    TRIAGE: '初核中',
    AWAITING_CLIENT_CONSENT: '征询本人',
    NOTIFIED: '待单位答复',
    RESPONDED: '单位已答复',
    NO_RESPONSE: '超期未答',
    UNDER_REVIEW: '审核中',
    REMEDY_PENDING: '待补发',
    RESOLVED_PAID: '已补发',
    RESOLVED_EXPLAINED: '已说明',
    DISMISSED: '不成立',
    DISMISSED_FALSE_POSITIVE: '不成立',
    ESCALATED: '主管处理',
    REFERRED: '已转办',
    CLOSED: '已办结',
  },
  attendance: { PRESENT: '到课', LATE: '晚到', EXCUSED: '请假', ABSENT: '缺课' },
  referrals: {
    PROPOSED: '等本人决定',
    CONSENTED: '本人已同意',
    SENT: '等单位答复',
    VIEWED: '单位已看',
    INVITED: '已邀请',
    INTERVIEW: '面谈',
    OFFERED: '已发录用',
    ACCEPTED: '已接受',
    POOLED: '留待机会',
    DECLINED_BY_CLIENT: '本人不去',
    DECLINED_BY_ENTERPRISE: '暂不合适',
    EXPIRED: '超期未答',
    WITHDRAWN: '已收回',
    OBSOLETE: '已另就业',
  },
  placements: {
    PLANNED: '待上岗',
    PROBATION: '试用期',
    ACTIVE: '在岗',
    PAUSED: '暂停',
    ENDED: '已离岗',
    CANCELLED: '未成行',
  },
  consents: { ACTIVE: '有效', REVOKED: '已收回', EXPIRED: '已到期' },
  consentRequests: { OPEN: '等答复', AGREED: '同意', DECLINED: '不同意', LAPSED: '已过期' },
  transfers: { REQUESTED: '已申请', ACCEPTED: '已接手', REFUSED: '未接手', WITHDRAWN: '已收回' },
  complaints: { RECEIVED: '已收到', IN_REVIEW: '处理中', ANSWERED: '已答复', CLOSED: '已结束' },
  corrections: { REQUESTED: '等答复', ACCEPTED: '已更正', DECLINED: '没有更正', WITHDRAWN: '已收回' },
  erasures: ASKED,
  mentors: { ACTIVE: '联系中', ENDED: '已结束' },
  aidRequests: {
    NOTED: '已登记',
    REFERRED: '已送办',
    GRANTED: '已办成',
    NOT_GRANTED: '未办成',
    WITHDRAWN: '本人不办了',
  },
  messages: {
    PENDING: '等发出',
    CLAIMED: '正在发出',
    SENT: '已送出',
    UNCONFIRMED: '未确认',
    SKIPPED: '未发',
    FAILED: '没送出',
  },
};

/** The words for the codes of everything else, by the name of the value. */
const CODES: Readonly<Record<string, Words>> = {
  shift: { DAY: '白班', MIDDLE: '中班', NIGHT: '夜班', ROTATING: '轮班' },
  benefit: { HOUSING: '住宿', MEALS: '包餐', TRANSPORT: '接送', CHILDCARE: '托幼' },
  capacityLimits: {
    NO_NIGHT_SHIFT: '不上夜班',
    NO_HEIGHTS: '不登高',
    SEATED_WORK: '坐着做的工作',
    NO_HEAVY_LIFTING: '不搬重物',
    NO_LONG_STANDING: '不久站',
    NO_DRIVING: '不开车',
    NO_DUST: '避开粉尘',
    LOW_NOISE: '避开噪声',
  },
  channel: {
    PHONE: '电话',
    SMS: '短信',
    WECHAT: '微信',
    VISIT: '上门',
    OFFICE: '到窗口',
    IN_APP: '系统内',
    CALL: '打电话',
  },
  language: { 'zh-CN': '中文', en: 'English' },
  message: {
    FOLLOW_UP_DUE: '请联系专员',
    DECISION_WAITING: '有一件事等本人决定',
    LESSON_CHANGED: '课程有变动',
    INTERVIEW_CHANGED: '面谈有变动',
    SEAT_FREE: '候补有座位',
    PAY_CHECK_UPDATED: '工资核对有更新',
  },
  mode: { GROUP: '集中安置', INDIVIDUAL: '分散安置', SELF_EMPLOYED: '自主创业', PUBLIC_POST: '公益性岗位' },
  endReason: {
    VOLUNTARY: '本人离职',
    CONTRACT_END: '合同到期',
    DISMISSED: '被辞退',
    ENTERPRISE_CLOSED: '单位关停',
    PERSONAL: '个人原因',
    MOVED: '搬家',
    BETTER_JOB: '找到更好的工作',
    OTHER: '其他',
    UNKNOWN: '不详',
  },
  ruleCode: RULE_IN_LETTER,
  consentAnswer: { GIVEN: '同意发给单位', DECLINED: '不发', LAPSED: '没有答复，不发', WITHDRAWN: '已收回同意' },
  response: { ACCEPTED: '同意补发', EXPLAINED: '说明情况', DISPUTED: '有不同意见' },
  verdict: {
    COMPLIANT: '符合',
    REVIEW: '待复核',
    VIOLATION: '待核实',
    DISPARITY_INDICATED: '差异待核实',
    SEGREGATED_POST: '集中岗位，人工比较',
    INSUFFICIENT_DATA: '数据不足',
  },
  purpose: {
    SHARE_PROFILE: '推荐岗位',
    SHARE_IDENTITY: '面谈联系',
    MENTOR_SHARE: '一对一联系',
    EMPLOYER_VERIFY: '核对在岗情况',
    PAYROLL_CHECK: '工资核查',
    FINDING_NAMED: '处理工资核查',
    SUBSIDY_CLAIM: '申领补贴',
    SOCIAL_INSURANCE: '办理参保',
    TRAINER_SHARE: '安排培训',
    COUNSELLING_REFERRAL: '安排咨询',
  },
  fieldGroup: {
    PROFILE: '技能和时间',
    IDENTITY: '姓名和联系方式',
    WORK_NEEDS: '工作中的需要',
    ELIGIBILITY: '参加项目的资格',
    CASE_NOTES: '联系记录和备注',
    IDENTITY_NUMBER: '身份证号',
    AID: '困难帮扶',
    CONTACT: '联系记录',
    PAY: '工资',
  },
  basis: {
    CONSENT: '本人同意',
    CONTRACT: '劳动合同',
    CASE_WORK: '主管查看',
    BREAK_GLASS: '破例打开',
    COURSE: '培训名单',
  },
  kind: {
    MINIMUM_LIVING_ALLOWANCE: '最低生活保障',
    TEMPORARY_RELIEF: '临时救助',
    MEDICAL_INSURANCE: '医疗保险',
    SOCIAL_INSURANCE: '社会保险',
    HOUSING: '住房',
    LEGAL_AID: '法律援助',
  },
  referredTo: {
    CIVIL_AFFAIRS: '民政部门',
    MEDICAL_INSURANCE_OFFICE: '医保部门',
    SOCIAL_INSURANCE_OFFICE: '社保部门',
    HOUSING_OFFICE: '住房保障部门',
    LEGAL_AID_CENTRE: '法律援助中心',
    TOWNSHIP_SERVICE_HALL: '乡镇便民服务中心',
  },
  review: { PENDING: '等复核', JUSTIFIED: '理由成立', NOT_JUSTIFIED: '理由不成立' },
  reason: {
    CASEWORKER_AWAY: '专员不在',
    CLIENT_ASKED: '本人请求',
    DEADLINE_TODAY: '当天到期',
    WORKPLACE_MATTER: '单位等着答复',
    OTHER: '其他',
    CASEWORKER_LEAVES: '专员离岗',
    CLIENT_WISHES: '本人希望',
    CLIENT_MOVED: '本人搬家',
    WORKLOAD: '工作量',
  },
  field: {
    NAME: '姓名',
    PHONE: '手机',
    BIRTH_YEAR: '出生年',
    TOWNSHIP: '乡镇',
    EDUCATION: '学历',
    SKILLS: '技能',
    CERTIFICATES: '证书',
    WISHES: '求职意向',
    TRAINING: '培训',
    PLACEMENT: '工作和合同',
    PAY: '工资',
    OTHER: '其他',
  },
  topic: { PERSON: '工作人员', SERVICE: '服务', WORKPLACE: '工作单位', OWN_DATA: '个人资料' },
};

/** Under which list the codes of a value stand, where its name is not the list's. */
const LISTS: Words = {
  shiftLimits: 'shift',
  wishedShifts: 'shift',
  wishedBenefits: 'benefit',
  fieldGroups: 'fieldGroup',
};

/** A value of a copy as a person reads it; null where there is nothing to read. */
export function copyText(section: CopySectionKey, name: string, value: CopyValue): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  const words = name === 'status' ? STATES[section] : CODES[LISTS[name] ?? name];
  const wordOf = (code: string): string => words?.[code] ?? code;
  if (typeof value === 'string') return wordOf(value);
  return value.length === 0 ? null : value.map(wordOf).join('、');
}
