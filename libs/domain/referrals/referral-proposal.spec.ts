import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { propose, proposeAgain, send, type ProposalFacts, type SendFacts } from './referral-proposal';

const someFacts = (changes: Partial<ProposalFacts> = {}): ProposalFacts => ({
  agreementStatus: 'ACTIVE',
  positionStatus: 'PUBLISHED',
  entryStatus: 'ACTIVE',
  openSlots: 1,
  blockers: [],
  hasOpenReferral: false,
  today: '2026-07-08',
  calendar: calendar2026(),
  ...changes,
});
const codesOf = (outcome: ReturnType<typeof propose | typeof proposeAgain | typeof send>) =>
  outcome.ok ? [] : outcome.refusals.map((one) => one.code);

describe('propose', () => {
  it('gives the client ten working days to answer', () => {
    expect(propose(someFacts())).toEqual({ ok: true, value: { status: 'PROPOSED', answerDueOn: '2026-07-22' } });
  });

  it.each([
    ['a suspended agreement', { agreementStatus: 'SUSPENDED' }, 'AGREEMENT_NOT_ACTIVE'],
    ['an expired agreement', { agreementStatus: 'EXPIRED' }, 'AGREEMENT_NOT_ACTIVE'],
    ['a stale position', { positionStatus: 'STALE' }, 'POSITION_NOT_PUBLISHED'],
    ['a paused entry', { entryStatus: 'PAUSED' }, 'ENTRY_NOT_ACTIVE'],
    ['no open slot', { openSlots: 0 }, 'NO_OPEN_SLOT'],
    ['a failed hard check', { blockers: ['TRAVEL'] }, 'HARD_BLOCKER'],
    ['an open referral to the same position', { hasOpenReferral: true }, 'ALREADY_REFERRED'],
  ] as const)('refuses %s', (_, changes, code) => expect(codesOf(propose(someFacts(changes)))).toEqual([code]));

  it('names every blocker, not only the first', () => {
    const outcome = propose(someFacts({ blockers: ['TRAVEL', 'CERTIFICATES'], openSlots: 0 }));
    expect(codesOf(outcome)).toEqual(['NO_OPEN_SLOT', 'HARD_BLOCKER', 'HARD_BLOCKER']);
  });
});

describe('proposeAgain', () => {
  const again = (changes: Partial<Parameters<typeof proposeAgain>[0]> = {}) =>
    proposeAgain({ ...someFacts(), status: 'EXPIRED', reason: 'the enterprise asked again', ...changes });

  it.each(['POOLED', 'DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'EXPIRED', 'WITHDRAWN', 'OBSOLETE'] as const)(
    'takes up a referral that is %s, from the start',
    (status) => expect(again({ status })).toMatchObject({ ok: true, value: { status: 'PROPOSED' } }),
  );

  it.each(['PROPOSED', 'SENT', 'OFFERED', 'ACCEPTED'] as const)('refuses one that is %s', (status) =>
    expect(codesOf(again({ status }))).toEqual(['WRONG_STATE']),
  );

  it('asks for a reason and for all that a new proposal needs', () => {
    expect(codesOf(again({ reason: '  ', openSlots: 0 }))).toEqual(['NO_OPEN_SLOT', 'REASON_REQUIRED']);
  });
});

describe('send', () => {
  const sending = (changes: Partial<SendFacts> = {}) =>
    send({ ...someFacts(), status: 'CONSENTED', hasProfileConsent: true, ...changes });

  it('gives the enterprise five working days to answer', () => {
    expect(sending()).toEqual({ ok: true, value: { status: 'SENT', respondBy: '2026-07-15' } });
    expect(sending({ today: '2026-09-29' })).toMatchObject({ value: { respondBy: '2026-10-12' } });
  });

  it('refuses without a live consent of the client', () => {
    expect(codesOf(sending({ hasProfileConsent: false }))).toEqual(['CONSENT_REQUIRED']);
  });

  it('refuses while the agreement is suspended', () => {
    expect(codesOf(sending({ agreementStatus: 'SUSPENDED' }))).toEqual(['AGREEMENT_NOT_ACTIVE']);
  });

  it('refuses what is not consented', () => expect(codesOf(sending({ status: 'PROPOSED' }))).toEqual(['WRONG_STATE']));
});
