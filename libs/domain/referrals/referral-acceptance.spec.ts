import { acceptOffer, obsoleteAfterAcceptance, type AcceptanceFacts } from './referral-acceptance';

const someFacts = (changes: Partial<AcceptanceFacts> = {}): AcceptanceFacts => ({
  status: 'OFFERED',
  isSlotFree: true,
  payFen: 320_000,
  weeklyHours: 40,
  hireDate: '2026-07-20',
  contractTo: null,
  probationEndOn: '2026-09-19',
  minimumWage: { monthlyFen: 197_000, hourlyFen: 2_000 },
  existing: [],
  weeklyHoursAvailable: 44,
  today: '2026-07-08',
  ...changes,
});
const codesOf = (changes: Partial<AcceptanceFacts>) => {
  const outcome = acceptOffer(someFacts(changes));
  return outcome.ok ? [] : outcome.refusals.map((one) => one.code);
};

describe('acceptOffer', () => {
  it.each([
    ['2026-07-08', 'PLANNED'],
    ['2026-07-20', 'PROBATION'],
  ] as const)('accepted on %s begins %s', (today, placementStatus) => {
    expect(acceptOffer(someFacts({ today }))).toEqual({ ok: true, value: { status: 'ACCEPTED', placementStatus } });
  });

  it('begins ACTIVE where there is no probation', () => {
    expect(acceptOffer(someFacts({ today: '2026-07-21', probationEndOn: null }))).toMatchObject({
      value: { placementStatus: 'ACTIVE' },
    });
  });

  it.each([
    ['a second acceptance', { status: 'ACCEPTED' }, ['WRONG_STATE']],
    ['an offer that lapsed', { status: 'EXPIRED' }, ['WRONG_STATE']],
    ['a slot that another has', { isSlotFree: false }, ['SLOT_TAKEN']],
    ['a start long past', { hireDate: '2026-06-30' }, ['START_BACKDATED']],
    ['pay that a new minimum wage has overtaken', { payFen: 196_999 }, ['PAY_BELOW_MINIMUM_WAGE']],
    [
      'full-time work beside full-time work',
      { existing: [{ from: '2026-01-01', to: null, weeklyHours: 40 }], weeklyHoursAvailable: 90 },
      ['FULL_TIME_OVERLAP'],
    ],
    ['more hours than are left', { existing: [{ from: '2026-01-01', to: null, weeklyHours: 10 }] }, ['HOURS_NOT_LEFT']],
  ] as const)('refuses %s', (_, changes, codes) => expect(codesOf(changes)).toEqual(codes));

  it('takes up work after the other has ended', () => {
    expect(codesOf({ existing: [{ from: '2026-01-01', to: '2026-07-19', weeklyHours: 40 }] })).toEqual([]);
  });
});

describe('obsoleteAfterAcceptance', () => {
  const fullTime = { from: '2026-07-20', to: null, weeklyHours: 40 };
  const others = [
    { id: 'full', weeklyHours: 40 },
    { id: 'evenings', weeklyHours: 4 },
    { id: 'half', weeklyHours: 20 },
  ];

  it('closes what no longer fits the remaining hours, and only that', () => {
    expect(obsoleteAfterAcceptance(fullTime, [], 44, others)).toEqual(['full', 'half']);
    expect(obsoleteAfterAcceptance({ ...fullTime, weeklyHours: 20 }, [], 60, others)).toEqual([]);
    expect(obsoleteAfterAcceptance({ ...fullTime, weeklyHours: 20 }, [], 40, others)).toEqual(['full']);
  });

  it('counts work that the client already has', () => {
    const existing = [{ from: '2026-01-01', to: null, weeklyHours: 20 }];
    expect(obsoleteAfterAcceptance({ ...fullTime, weeklyHours: 20 }, existing, 44, others)).toEqual(['full', 'half']);
  });

  it('never keeps full-time beside full-time, however many hours there are', () => {
    expect(obsoleteAfterAcceptance(fullTime, [], 100, others)).toEqual(['full']);
  });
});
