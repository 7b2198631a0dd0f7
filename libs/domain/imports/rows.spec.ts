import { Education } from '../clients/client-codes';
import { readClientRow } from './client-row';
import { TONGCHENG_LOOKUPS } from './import-lookups';
import { readPayrollRow } from './payroll-row';
import { readPositionRow } from './position-row';

const TODAY = '2026-04-01';
const CLIENT = { fileNumber: 'TC-1', name: '王秀英', phone: '13800000000' };
const POSITION = {
  positionNumber: 'P1',
  enterprise: '某企业',
  agreementNumber: 'A1',
  title: '线束装配工',
  township: '隽水镇',
  shift: '白班',
  weeklyHours: '40',
  payMinFen: '2100',
  payMaxFen: '2900',
  slotsTotal: '3',
};
const PAYROLL = { employeeNumber: 'A1', jobCode: 'J1', scheduledDays: '22', baseFen: '2100' };

const client = (change: object) => readClientRow({ ...CLIENT, ...change }, TONGCHENG_LOOKUPS, TODAY);
const position = (change: object) => readPositionRow({ ...POSITION, ...change }, TONGCHENG_LOOKUPS);
const payroll = (change: object) => readPayrollRow({ ...PAYROLL, ...change }, '2026-03');

const reasons = (outcome: ReturnType<typeof client | typeof position | typeof payroll>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => `${field.join()} ${code}`);

describe('a row of a file of clients', () => {
  it('needs no more than number, name and phone', () => {
    expect(client({})).toMatchObject({
      ok: true,
      value: { ...CLIENT, township: null, skills: [], availableFrom: null },
    });
  });

  it('is read in full', () => {
    const full = client({
      birthYear: '1986年',
      township: '通城县隽水镇',
      educationCode: '初中',
      skills: '压接、目检',
      certificates: '叉车证(至2027-06-30)、焊工证',
      desiredOccupations: '线束装配工',
      minAcceptablePayFen: '1,970.00',
      weeklyHoursAvailable: '40小时',
      availableFrom: '46113',
    });
    expect(full).toEqual({
      ok: true,
      value: {
        ...CLIENT,
        birthYear: 1986,
        township: '421222100',
        educationCode: Education.JUNIOR_SECONDARY,
        skills: ['CRIMPING', 'VISUAL_INSPECTION'],
        certificates: [
          { code: 'FORKLIFT_N1', validTo: '2027-06-30' },
          { code: 'WELDING', validTo: null },
        ],
        desiredOccupations: ['60101'],
        minAcceptablePayFen: 197_000,
        weeklyHoursAvailable: 40,
        availableFrom: '2026-04-01',
      },
    });
  });

  it.each([
    [{ fileNumber: ' ' }, '档案编号 REQUIRED'],
    [{ fileNumber: 'x'.repeat(41) }, '档案编号 TOO_LONG'],
    [{ name: '' }, '姓名 REQUIRED'],
    [{ phone: '123' }, '手机 NOT_A_PHONE'],
    [{ birthYear: '1950' }, '出生年 OUT_OF_RANGE'],
    [{ birthYear: '2011' }, '出生年 OUT_OF_RANGE'],
    [{ township: '天城镇' }, '乡镇 UNKNOWN_TOWNSHIP'],
    [{ educationCode: '甲' }, '学历 UNKNOWN_CODE'],
    [{ skills: '压接、飞行' }, '技能 UNKNOWN_CODE'],
    [{ certificates: '叉车证(至某日)' }, '证书 UNKNOWN_CODE'],
    [{ minAcceptablePayFen: '三千' }, '最低月薪 NOT_MONEY'],
    [{ minAcceptablePayFen: '0.99' }, '最低月薪 OUT_OF_RANGE'],
    [{ weeklyHoursAvailable: '61' }, '每周工时 OUT_OF_RANGE'],
    [{ weeklyHoursAvailable: '0' }, '每周工时 OUT_OF_RANGE'],
    [{ availableFrom: '2026-2-30' }, '可上岗日期 NOT_A_DATE'],
  ])('is refused for %j: %s', (change, reason) => {
    expect(reasons(client(change))).toEqual([reason]);
  });

  it.each([{ birthYear: '1951' }, { birthYear: '2010' }, { weeklyHoursAvailable: '60' }, { minAcceptablePayFen: '1' }])(
    'is taken on the right side of the boundary: %j',
    (change) => {
      expect(reasons(client(change))).toEqual([]);
    },
  );

  it('is refused with every reason at once', () => {
    expect(reasons(client({ name: '', phone: 'x', availableFrom: 'y' }))).toEqual([
      '姓名 REQUIRED',
      '手机 NOT_A_PHONE',
      '可上岗日期 NOT_A_DATE',
    ]);
  });
});

describe('a row of a file of positions', () => {
  it('finds its occupation by the title where the cell is empty', () => {
    expect(position({})).toMatchObject({ ok: true, value: { occupation: '60101', payBasis: 'MONTHLY', shift: 'DAY' } });
    expect(reasons(position({ title: '多面手' }))).toEqual(['职业 REQUIRED']);
    expect(position({ title: '多面手', occupation: '打磨' })).toMatchObject({
      ok: true,
      value: { occupation: '60303' },
    });
  });

  it.each([
    [{ weeklyHours: '45' }, '每周工时 OUT_OF_RANGE'],
    [{ payMaxFen: '2000' }, '最高月薪 PAY_REVERSED'],
    [{ slotsTotal: '0' }, '名额 OUT_OF_RANGE'],
    [{ slotsTotal: '501' }, '名额 OUT_OF_RANGE'],
    [{ openFrom: '2026-5-1', closesOn: '2026-4-30' }, '截止日期 DATES_REVERSED'],
    [{ shift: '随便' }, '班次 UNKNOWN_CODE'],
    [{ benefits: '住宿、豪车' }, '福利 UNKNOWN_CODE'],
  ])('is refused for %j: %s', (change, reason) => {
    expect(reasons(position(change))).toEqual([reason]);
  });

  it.each([
    { weeklyHours: '44' },
    { payMaxFen: '2100' },
    { slotsTotal: '500' },
    { openFrom: '2026-5-1', closesOn: '2026-5-1' },
  ])('is taken on the right side of the boundary: %j', (change) => {
    expect(reasons(position(change))).toEqual([]);
  });
});

describe('a row of a payroll', () => {
  it('becomes the line that the pay rules judge', () => {
    const outcome = payroll({
      normalMinutes: '176',
      allowanceFen: '100',
      specialAllowanceFen: '60',
      onProbation: '是',
    });
    expect(outcome.ok && outcome.value.line).toMatchObject({
      baseFen: 210_000,
      normalMinutes: 10_560,
      onProbation: true,
      scheduledDays: 22,
      allowances: [
        { code: 'ALLOWANCE', kind: 'GENERAL', fen: 10_000 },
        { code: 'SPECIAL_CONDITIONS', kind: 'SPECIAL_ENV', fen: 6_000 },
      ],
    });
  });

  it('carries every input of the rules', () => {
    const outcome = payroll({
      shiftPattern: '倒班',
      hoursSystem: '综合工时',
      weekdayOvertime: '10',
      holidayOvertime: '8.5',
      comprehensiveExcess: '6',
      contractAllowanceFen: '50',
      tenureAllowanceFen: '30',
      mealAllowanceFen: '200',
      otherAllowances: '全勤奖=200(一般,合同)；高温=150(特殊环境)；证书=80(技能)',
      overtimePayFen: '',
      fineFen: '20',
      pensionEnrolled: '是',
      injuryEmployerFen: '13.46',
      arrears: '2026-01=90.00；2026-02=50',
    });
    expect(outcome.ok && outcome.value).toMatchObject({
      comprehensiveExcessMinutes: 360,
      line: {
        shiftPattern: 'ROTATING',
        hoursSystem: 'COMPREHENSIVE',
        otMinutes: { WEEKDAY: 600, REST_DAY: 0, HOLIDAY: 510 },
        otPayFen: 0,
        deductions: [{ code: 'FINE', fen: 2_000 }],
        socialIns: { PENSION: { enrolled: true }, INJURY: { enrolled: true, employerFen: 1_346 } },
        arrears: [
          { period: '2026-01', fen: 9_000 },
          { period: '2026-02', fen: 5_000 },
        ],
        allowances: [
          { code: 'CONTRACT_ALLOWANCE', kind: 'GENERAL', contractual: true, fen: 5_000 },
          { code: 'TENURE_ALLOWANCE', kind: 'GENERAL', objective: 'TENURE', fen: 3_000 },
          { code: 'MEALS', kind: 'WELFARE', fen: 20_000 },
          { code: '全勤奖', kind: 'GENERAL', contractual: true, fen: 20_000 },
          { code: '高温', kind: 'SPECIAL_ENV', fen: 15_000 },
          { code: '证书', kind: 'GENERAL', objective: 'SKILL', fen: 8_000 },
        ],
      },
    });
  });

  it('says nothing of what the file has no column for, and "none" of what stands empty', () => {
    const bare = payroll({});
    const empty = payroll({ weekdayOvertime: '', overtimePayFen: '', taxFen: '', pensionEnrolled: '' });
    expect(bare.ok && bare.value.line).toMatchObject({
      otMinutes: null,
      otPayFen: null,
      deductions: null,
      socialIns: null,
    });
    expect(empty.ok && empty.value.line).toMatchObject({
      otMinutes: { WEEKDAY: 0, REST_DAY: 0, HOLIDAY: 0 },
      otPayFen: 0,
      deductions: [],
      socialIns: null,
    });
  });

  it.each([
    [{ employeeNumber: '李四' }, '工号 NAME_NOT_ALLOWED'],
    [{ employeeNumber: '110101199001011237' }, '工号 IDENTITY_NUMBER_NOT_ALLOWED'],
    [{ scheduledDays: '0' }, '应出勤天数 OUT_OF_RANGE'],
    [{ unpaidLeaveDays: '20', sickLeaveDays: '2.5' }, '未出勤天数 OUT_OF_RANGE'],
    [{ baseFen: '-1' }, '基本工资 NEGATIVE'],
    [{ bonusFen: '(200)' }, '奖金 NEGATIVE'],
    [{ baseFen: '一千' }, '基本工资 NOT_MONEY'],
    [{ scheduledDays: '31.5' }, '应出勤天数 OUT_OF_RANGE'],
    [{ unpaidLeaveDays: '0.3' }, '未出勤天数 NOT_HALF_DAYS'],
    [{ normalMinutes: '704' }, '正常工时 MORE_HOURS_THAN_THE_DAY_HAS'],
    [{ normalMinutes: '528.02' }, '正常工时 MORE_HOURS_THAN_THE_DAY_HAS'],
    [{ normalMinutes: '500', weekdayOvertime: '245' }, '平时加班小时 MORE_HOURS_THAN_THE_DAY_HAS'],
    [{ employeeNumber: '=HYPERLINK("http://x","A1")' }, '工号 FORMULA_NOT_ALLOWED'],
    [{ jobCode: '@SUM(A1)' }, '岗位编码 FORMULA_NOT_ALLOWED'],
    [{ otherAllowances: '全勤奖' }, '其他津贴 NOT_AN_ALLOWANCE'],
    [{ otherAllowances: '全勤奖=200(临时)' }, '其他津贴 NOT_AN_ALLOWANCE'],
    [{ arrears: '2026-03=90' }, '补发工资 NOT_BACK_PAY'],
    [{ arrears: '2026-02=90；2026-02=10' }, '补发工资 NOT_BACK_PAY'],
    [{ hoursSystem: '随便' }, '工时制度 UNKNOWN_CODE'],
    [{ onProbation: '也许' }, '是否试用 NOT_YES_OR_NO'],
  ])('is refused for %j: %s', (change, reason) => {
    expect(reasons(payroll(change))).toEqual([reason]);
  });

  it.each([
    { unpaidLeaveDays: '20', sickLeaveDays: '2' },
    { scheduledDays: '31' },
    { baseFen: '0' },
    { normalMinutes: '528' },
    { arrears: '2026-02=90' },
  ])('is taken on the right side of the boundary: %j', (change) => {
    expect(reasons(payroll(change))).toEqual([]);
  });
});
