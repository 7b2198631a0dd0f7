import { offer, type OfferFacts } from './referral-offer';

const someFacts = (changes: Partial<OfferFacts> = {}): OfferFacts => ({
  status: 'INTERVIEW',
  agreementStatus: 'ACTIVE',
  positionStatus: 'PUBLISHED',
  openSlots: 1,
  payFen: 320_000,
  postedMinFen: 320_000,
  weeklyHours: 40,
  hireDate: '2026-07-20',
  contractTo: '2027-07-19',
  probationMonths: 2,
  payCycleDays: 30,
  minimumWage: { monthlyFen: 197_000, hourlyFen: 2_000 },
  agreementFrom: '2025-04-01',
  agreementTo: '2027-03-31',
  today: '2026-07-08',
  now: new Date('2026-07-08T02:00:00Z'),
  ...changes,
});
const codesOf = (changes: Partial<OfferFacts>) => {
  const outcome = offer(someFacts(changes));
  return outcome.ok ? [] : outcome.refusals.map((one) => one.code);
};

describe('offer', () => {
  it('holds a slot for seven days and ends the probation after its months', () => {
    expect(offer(someFacts())).toEqual({
      ok: true,
      value: {
        status: 'OFFERED',
        probationEndOn: '2026-09-19',
        slotHeldUntil: new Date('2026-07-15T02:00:00Z'),
      },
    });
  });

  it.each([
    ['a candidate not yet interviewed', { status: 'INVITED' }, ['WRONG_STATE']],
    ['a suspended agreement', { agreementStatus: 'SUSPENDED' }, ['AGREEMENT_NOT_ACTIVE']],
    ['a closed position', { positionStatus: 'CLOSED' }, ['POSITION_NOT_PUBLISHED']],
    ['a position without a free slot', { openSlots: 0 }, ['SLOT_TAKEN']],
    ['one fen below the posted pay', { payFen: 319_999 }, ['PAY_BELOW_POSTED']],
    ['pay below the minimum wage', { payFen: 196_999, postedMinFen: 0 }, ['PAY_BELOW_MINIMUM_WAGE']],
    ['no hours', { weeklyHours: 0 }, ['HOURS_OUT_OF_RANGE']],
    ['more than 44 hours', { weeklyHours: 45 }, ['HOURS_OUT_OF_RANGE']],
    ['half an hour', { weeklyHours: 37.5 }, ['HOURS_OUT_OF_RANGE']],
    ['a start before the agreement', { agreementFrom: '2026-07-21' }, ['START_OUTSIDE_AGREEMENT']],
    ['a start after the agreement', { agreementTo: '2026-07-19' }, ['START_OUTSIDE_AGREEMENT']],
    ['a start more than seven days back', { hireDate: '2026-06-30' }, ['START_BACKDATED']],
    ['an end before the start', { contractTo: '2026-07-19' }, ['CONTRACT_ENDS_BEFORE_START']],
    ['a probation beyond the law', { probationMonths: 3 }, ['PROBATION_TOO_LONG']],
    ['a negative probation', { probationMonths: -1 }, ['PROBATION_OUT_OF_RANGE']],
    ['a pay-day every 32 days', { payCycleDays: 32 }, ['PAY_CYCLE_OUT_OF_RANGE']],
    ['a pay-day every 0 days', { payCycleDays: 0 }, ['PAY_CYCLE_OUT_OF_RANGE']],
  ] as const)('refuses %s', (_, changes, codes) => expect(codesOf(changes)).toEqual(codes));

  it.each([
    ['pay exactly as the minimum', { payFen: 197_000, postedMinFen: 197_000 }],
    ['a start seven days back', { hireDate: '2026-07-01', contractTo: null }],
    ['a start on the last day of the agreement', { hireDate: '2026-07-20', agreementTo: '2026-07-20' }],
    ['44 hours a week', { weeklyHours: 44 }],
    ['six months of probation without an end', { contractTo: null, probationMonths: 6 }],
  ] as const)('takes %s', (_, changes) => expect(codesOf(changes)).toEqual([]));

  it('asks part-time work for the hourly minimum, no probation and a pay-day each 15 days', () => {
    const partTime = { weeklyHours: 20, postedMinFen: 0, probationMonths: 0, payCycleDays: 15 };
    expect(codesOf({ ...partTime, payFen: 173_334 })).toEqual([]);
    expect(codesOf({ ...partTime, payFen: 173_333 })).toEqual(['PAY_BELOW_MINIMUM_WAGE']);
    expect(codesOf({ ...partTime, payFen: 200_000, probationMonths: 1 })).toEqual(['PROBATION_TOO_LONG']);
    expect(codesOf({ ...partTime, payFen: 200_000, payCycleDays: 16 })).toEqual(['PAY_CYCLE_OUT_OF_RANGE']);
  });

  it('names all that is wrong at once', () => {
    expect(codesOf({ payFen: 1, hireDate: '2020-01-01', openSlots: 0, contractTo: null })).toEqual([
      'PAY_BELOW_MINIMUM_WAGE',
      'PAY_BELOW_POSTED',
      'START_OUTSIDE_AGREEMENT',
      'START_BACKDATED',
      'SLOT_TAKEN',
    ]);
  });
});
