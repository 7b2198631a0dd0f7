import { createHash } from 'node:crypto';
import { seedOf } from './enterprise-month';
import { bareText, ownLines, type OwnColumns } from './payroll-line-facts';

const COLUMNS: OwnColumns = {
  id: ['l1', 'l2'],
  pseudonym: ['P"1', 'P2'],
  placementId: ['p1', null],
  employmentType: ['FULL_TIME', 'PART_TIME'],
  hoursSystem: ['STANDARD', 'STANDARD'],
  payBasis: ['MONTHLY', 'HOURLY'],
  jobCode: ['J-1', 'J-1'],
  grade: ['1', '2'],
  shiftPattern: [null, 'DAY'],
  tenureMonths: [7, null],
  onProbation: [false, true],
  baseFen: [280_000, 120_000],
  allowances: [[{ code: 'POST', kind: 'GENERAL', fen: 10_000 }], []],
  bonusFen: [0, 500],
  weekdayMinutes: [60, null],
  restDayMinutes: [null, null],
  holidayMinutes: [null, null],
  otPayFen: [3_000, null],
  deductions: [null, []],
  scheduledDays: [22, 21.75],
  unpaidLeaveDays: [0, null],
  sickLeaveDays: [0.5, null],
  normalMinutes: [null, 5_400],
  compensatedRestDayMinutes: [null, 0],
  comprehensiveExcessMinutes: [null, 15],
  socialIns: [{ INJURY: { enrolled: true } }, null],
  employeeSiFen: [null, 20_000],
  arrears: [[], [{ period: '2026-07', fen: 100 }]],
  agreedPayDate: ['2026-10-15', null],
  actualPayDate: ['2026-10-16', null],
};

const [own, colleague] = ownLines(COLUMNS);

describe('ownLines', () => {
  it('puts columns together line by line, and knows a client by her placement', () => {
    expect(own).toMatchObject({ id: 'l1', placementId: 'p1', line: { ref: 'P"1', isProgrammeClient: true } });
    expect(own?.line.otMinutes).toEqual({ WEEKDAY: 60, REST_DAY: 0, HOLIDAY: 0 });
    expect(colleague).toMatchObject({ id: 'l2', placementId: null, comprehensiveExcessMinutes: 15 });
    expect(colleague?.line).toMatchObject({ otMinutes: null, scheduledDays: 21.75, isProgrammeClient: false });
  });

  it('gives no line where there is none', () => {
    const none = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, null])) as unknown as OwnColumns;
    expect(ownLines(none)).toEqual([]);
  });

  it('throws where a column is shorter than the others', () => {
    expect(() => ownLines({ ...COLUMNS, grade: ['1'] })).toThrow('shorter');
  });

  it('writes a line as the hashes on record were made of it', () => {
    expect(own?.text).toBe(
      '{"employmentType":"FULL_TIME","hoursSystem":"STANDARD","payBasis":"MONTHLY","jobCode":"J-1","grade":"1",' +
        '"shiftPattern":null,"tenureMonths":7,"onProbation":false,"baseFen":280000,' +
        '"allowances":[{"code":"POST","kind":"GENERAL","fen":10000}],"bonusFen":0,"otPayFen":3000,"deductions":null,' +
        '"scheduledDays":22,"unpaidLeaveDays":0,"sickLeaveDays":0.5,"normalMinutes":null,' +
        '"compensatedRestDayMinutes":null,"socialIns":{"INJURY":{"enrolled":true}},"employeeSiFen":null,"arrears":[],' +
        '"agreedPayDate":"2026-10-15","actualPayDate":"2026-10-16",' +
        '"otMinutes":{"WEEKDAY":60,"REST_DAY":0,"HOLIDAY":0},"ref":"P\\"1","isProgrammeClient":true}',
    );
  });
});

describe('seedOf', () => {
  it('is made of every line under its pseudonym, without whose it is', () => {
    const lines = ownLines(COLUMNS);
    const earlier = [{ pseudonym: 'P2', line: { baseFen: 1 } }];
    const hash = createHash('sha256').update('[2,"o1","2026-09"]');
    for (const { pseudonym, line } of lines) {
      const bare = Object.entries(line).filter(([name]) => name !== 'ref' && name !== 'isProgrammeClient');
      hash.update(JSON.stringify([pseudonym, Object.fromEntries(bare)]));
    }
    hash.update('["P2",{"baseFen":1}]');
    const seed = seedOf({ organisationId: 'o1', period: '2026-09', lines, earlier });
    expect(seed).toBe(hash.digest().readUInt32BE(0));
    expect(lines.map(bareText).join()).not.toContain('isProgrammeClient');
  });
});
