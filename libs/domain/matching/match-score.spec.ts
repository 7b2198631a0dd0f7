import fc from 'fast-check';
import type { ClientFacts, PositionFacts } from './match-facts';
import { byRank, scoreMatch } from './match-score';
import { SCORE_MAX, SCORE_WEIGHTS_V1, type ScorePartName } from './score-weights';

const TODAY = '2026-07-08';
const aClient = (changes: Partial<ClientFacts> = {}): ClientFacts => ({
  skills: ['CRIMPING', 'WIRE_STRIPPING', 'DRAWING_READING'],
  certificates: [],
  desiredOccupations: ['60101', '40201'],
  minAcceptablePayFen: 300_000,
  weeklyHoursAvailable: 44,
  shiftLimits: ['NIGHT'],
  wishedShifts: ['DAY'],
  travelLimitMinutes: 40,
  capacityLimits: ['SEATED_WORK'],
  wishedBenefits: ['MEALS', 'HOUSING'],
  availableFrom: '2026-07-15',
  ...changes,
});
const aPosition = (changes: Partial<PositionFacts> = {}): PositionFacts => ({
  occupationCode: '60101',
  requiredSkills: ['CRIMPING', 'WIRE_STRIPPING'],
  wishedSkills: ['DRAWING_READING', 'HARNESS_TESTING'],
  requiredCertificates: [],
  payMinFen: 320_000,
  payMaxFen: 380_000,
  weeklyHours: 40,
  shift: 'DAY',
  capacityDemands: [],
  benefits: ['MEALS'],
  openFrom: '2026-07-01',
  closesOn: '2026-09-30',
  agreementStatus: 'ACTIVE',
  agreementFrom: '2025-04-01',
  agreementTo: '2027-03-31',
  ...changes,
});
const partOf = (
  name: ScorePartName,
  client: Partial<ClientFacts> = {},
  position: Partial<PositionFacts> = {},
  minutes: number | null = 25,
) => scoreMatch(aClient(client), aPosition(position), minutes, TODAY).parts.find((part) => part.name === name)?.points;
const failedChecks = (
  client: Partial<ClientFacts>,
  position: Partial<PositionFacts> = {},
  minutes: number | null = 25,
) =>
  scoreMatch(aClient(client), aPosition(position), minutes, TODAY)
    .hardChecks.filter((check) => !check.passed)
    .map((check) => check.name);

describe('scoreMatch', () => {
  it('scores the worked example part by part', () => {
    const match = scoreMatch(aClient(), aPosition(), 25, TODAY);
    expect(match.parts.map(({ name, points, of }) => [name, points, of])).toEqual([
      ['SKILLS', 2_250, 3_000],
      ['OCCUPATION', 2_000, 2_000],
      ['COMMUTE', 1_500, 2_000],
      ['PAY', 400, 1_500],
      ['SHIFT_AND_HOURS', 1_000, 1_000],
      ['BENEFITS', 250, 500],
    ]);
    expect(match).toMatchObject({ score: 7_400, feasible: true });
  });

  it.each([
    ['none listed', [], [], 3_000],
    ['one of three, rounded down', ['CRIMPING', 'PACKING'], ['TYPING'], 1_000],
    ['a skill listed twice counts once', ['CRIMPING'], ['CRIMPING'], 3_000],
    ['none of one', ['PACKING'], [], 0],
  ])('skills: %s', (_, requiredSkills, wishedSkills, points) => {
    expect(partOf('SKILLS', {}, { requiredSkills, wishedSkills })).toBe(points);
  });

  it.each([
    ['the first wish', ['60101'], 2_000],
    ['the second wish', ['40201', '60101'], 1_600],
    ['the third wish', ['40201', '40202', '60101'], 1_200],
    ['a fourth wish, of the same major group', ['40201', '40202', '40203', '60101'], 800],
    ['the same major group', ['60201'], 800],
    ['no wish stated', [], 1_000],
    ['another major group', ['40201'], 0],
  ])('occupation: %s', (_, desiredOccupations, points) => {
    expect(partOf('OCCUPATION', { desiredOccupations })).toBe(points);
  });

  it.each([
    [0, 40, 2_000],
    [20, 40, 2_000],
    [21, 40, 1_900],
    [30, 40, 1_000],
    [40, 40, 0],
    [41, 40, 0],
    [20, 20, 2_000],
    [15, 15, 2_000],
    [18, 15, 0],
    [22, 27, 1_428],
    [null, 40, 0],
  ])('commute: %s minutes of at most %i give %i', (minutes, travelLimitMinutes, points) => {
    expect(partOf('COMMUTE', { travelLimitMinutes }, {}, minutes)).toBe(points);
  });

  it.each([
    ['at the minimum', 300_000, 300_000, 0],
    ['a quarter above', 375_000, 300_000, 1_500],
    ['more than a quarter above', 500_000, 300_000, 1_500],
    ['below the minimum', 250_000, 300_000, 0],
    ['one fen above', 300_001, 300_000, 0],
    ['no minimum stated', 320_000, null, 750],
  ])('pay: %s', (_, payMinFen, minAcceptablePayFen, points) => {
    expect(partOf('PAY', { minAcceptablePayFen }, { payMinFen, payMaxFen: 600_000 })).toBe(points);
  });

  it.each([
    ['all as wished', 'DAY', 40, 44, 1_000],
    ['exactly three quarters of the hours', 'DAY', 33, 44, 1_000],
    ['less than three quarters', 'DAY', 32, 44, 800],
    ['more than available', 'DAY', 45, 44, 800],
    ['another shift', 'MIDDLE', 40, 44, 400],
    ['another shift and too few hours', 'MIDDLE', 20, 44, 200],
  ] as const)('shift and hours: %s', (_, shift, weeklyHours, weeklyHoursAvailable, points) => {
    expect(partOf('SHIFT_AND_HOURS', { weeklyHoursAvailable }, { shift, weeklyHours })).toBe(points);
  });

  it('shift and hours: no shift wished is as good as the wished one', () => {
    expect(partOf('SHIFT_AND_HOURS', { wishedShifts: [] }, { shift: 'MIDDLE' })).toBe(1_000);
  });

  it('benefits: nothing wished is as good as all wishes met', () => {
    expect(partOf('BENEFITS', { wishedBenefits: [] })).toBe(500);
    expect(partOf('BENEFITS', { wishedBenefits: ['HOUSING'] })).toBe(0);
  });
});

describe('hard checks', () => {
  it('come in one order, all nine of them', () => {
    const { hardChecks } = scoreMatch(aClient(), aPosition(), 25, TODAY);
    expect(hardChecks.map((check) => check.name).join(' ')).toBe(
      'TRAVEL WEEKLY_HOURS SHIFT PAY CAPACITY CERTIFICATES START_DATE AGREEMENT SKILLS',
    );
  });

  it.each([
    ['TRAVEL', {}, {}, 41],
    ['TRAVEL', {}, {}, null],
    ['WEEKLY_HOURS', {}, { weeklyHours: 45 }, 25],
    ['SHIFT', {}, { shift: 'NIGHT' }, 25],
    ['PAY', { minAcceptablePayFen: 380_001 }, {}, 25],
    ['CAPACITY', {}, { capacityDemands: ['SEATED_WORK'] }, 25],
    ['CERTIFICATES', {}, { requiredCertificates: ['FORKLIFT_N1'] }, 25],
    [
      'CERTIFICATES',
      { certificates: [{ code: 'FORKLIFT_N1', validTo: '2026-07-07' }] },
      { requiredCertificates: ['FORKLIFT_N1'] },
      25,
    ],
    ['START_DATE', { availableFrom: '2026-10-01' }, {}, 25],
    ['START_DATE', {}, { closesOn: '2026-07-07', openFrom: null }, 25],
    ['AGREEMENT', {}, { agreementStatus: 'SUSPENDED' }, 25],
    ['AGREEMENT', {}, { agreementTo: '2026-07-07' }, 25],
    ['SKILLS', { skills: ['CRIMPING'] }, {}, 25],
  ] as const)('%s fails alone for %j and %j at %s minutes', (name, client, position, minutes) => {
    expect(failedChecks(client, position, minutes)).toEqual([name]);
  });

  it.each([
    ['travel exactly at the limit', {}, {}, 40],
    ['the hours exactly available', {}, { weeklyHours: 44 }, 25],
    ['the posted maximum exactly as wanted', { minAcceptablePayFen: 380_000 }, {}, 25],
    [
      'a certificate on its last day',
      { certificates: [{ code: 'FORKLIFT_N1', validTo: TODAY }] },
      { requiredCertificates: ['FORKLIFT_N1'] },
      25,
    ],
    ['a start on the closing day', { availableFrom: '2026-09-30' }, {}, 25],
    ['a position without an end', { availableFrom: '2030-01-01' }, { closesOn: null }, 25],
    ['a client who stated nothing', { minAcceptablePayFen: null, availableFrom: null, shiftLimits: [] }, {}, 25],
  ] as const)('pass for %s', (_, client, position, minutes) => {
    expect(failedChecks(client, position, minutes)).toEqual([]);
  });

  it('names every failing check with the figures of what is short', () => {
    const match = scoreMatch(aClient({ skills: [] }), aPosition({ payMaxFen: 299_000 }), 52, TODAY);
    const failed = match.hardChecks.filter((check) => !check.passed);
    expect(failed.map(({ name, figures }) => [name, figures])).toEqual([
      ['TRAVEL', { minutes: 52, limit: 40, over: 12 }],
      ['PAY', { payMaxFen: 299_000, wantedFen: 300_000, shortFen: 1_000 }],
      ['SKILLS', { required: 2, missing: 'CRIMPING,WIRE_STRIPPING' }],
    ]);
    expect(match.feasible).toBe(false);
  });
});

describe('properties of the score', () => {
  const codes = (...all: string[]) => fc.uniqueArray(fc.constantFrom(...all));
  const client = fc.record({
    skills: codes('A', 'B', 'C', 'D'),
    desiredOccupations: codes('60101', '60201', '40201', '30101'),
    minAcceptablePayFen: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    weeklyHoursAvailable: fc.integer({ min: 1, max: 60 }),
    travelLimitMinutes: fc.integer({ min: 0, max: 120 }),
    wishedBenefits: codes('HOUSING', 'MEALS', 'TRANSPORT'),
  });
  const position = fc.record({
    occupationCode: fc.constantFrom('60101', '60201', '40201', '50101'),
    requiredSkills: codes('A', 'B', 'C'),
    wishedSkills: codes('C', 'D', 'E'),
    payMinFen: fc.integer({ min: 100_000, max: 1_000_000 }),
    weeklyHours: fc.integer({ min: 1, max: 44 }),
    benefits: codes('HOUSING', 'MEALS'),
  });
  const minutes = fc.option(fc.integer({ min: 0, max: 180 }));
  const score = (c: Partial<ClientFacts>, p: Partial<PositionFacts>, t: number | null) =>
    scoreMatch(aClient(c), aPosition(p), t, TODAY);

  it('it is the sum of its parts, each within its weight', () => {
    fc.assert(
      fc.property(client, position, minutes, (c, p, t) => {
        const match = score(c, p, t);
        expect(match.score).toBe(match.parts.reduce((sum, part) => sum + part.points, 0));
        expect(match.score).toBeLessThanOrEqual(SCORE_MAX);
        for (const part of match.parts) {
          expect(Number.isInteger(part.points) && part.points >= 0 && part.points <= part.of).toBe(true);
          expect(part.of).toBe(SCORE_WEIGHTS_V1[part.name]);
        }
      }),
    );
  });

  it('never falls when the posted pay rises', () => {
    fc.assert(
      fc.property(client, position, minutes, fc.integer({ min: 0, max: 500_000 }), (c, p, t, more) => {
        expect(score(c, { ...p, payMinFen: p.payMinFen + more }, t).score).toBeGreaterThanOrEqual(score(c, p, t).score);
      }),
    );
  });

  it('never rises when the way gets longer', () => {
    fc.assert(
      fc.property(client, position, fc.nat(150), fc.nat(60), (c, p, t, more) => {
        expect(score(c, p, t + more).score).toBeLessThanOrEqual(score(c, p, t).score);
      }),
    );
  });
});

describe('byRank', () => {
  it('puts the higher score first and breaks ties by id', () => {
    const ranked = [
      { id: 'b', score: 1 },
      { id: 'a', score: 1 },
      { id: 'c', score: 2 },
    ].sort(byRank);
    expect(ranked.map((one) => one.id)).toEqual(['c', 'a', 'b']);
    expect(byRank({ id: 'a', score: 1 }, { id: 'a', score: 1 })).toBe(0);
  });
});
