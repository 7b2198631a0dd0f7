import { judgeEnrolmentRequest, type EnrolmentRequestFacts } from './enrolment-request';

const SOUND: EnrolmentRequestFacts = {
  sessionStatus: 'OPEN',
  isOffered: true,
  enrolFrom: '2026-11-01',
  enrolTo: '2026-11-30',
  seats: 12,
  seatsTaken: 11,
  missingPrerequisites: [],
  isKnown: false,
  overlaps: false,
  isInProgramme: true,
};

const codesOf = (facts: Partial<EnrolmentRequestFacts>, today = '2026-11-15'): string[] => {
  const outcome = judgeEnrolmentRequest({ ...SOUND, ...facts }, today);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('a request for a seat', () => {
  it.each(['PLANNED', 'OPEN'] as const)('is taken in a %s session with a free seat', (sessionStatus) => {
    expect(codesOf({ sessionStatus })).toEqual([]);
  });

  it.each(['RUNNING', 'COMPLETED', 'CANCELLED'] as const)('is refused in a %s session', (sessionStatus) => {
    expect(codesOf({ sessionStatus })).toEqual(['ENROLMENT_CLOSED']);
  });

  it.each([
    ['2026-10-31', ['ENROLMENT_CLOSED']],
    ['2026-11-01', []],
    ['2026-11-30', []],
    ['2026-12-01', ['ENROLMENT_CLOSED']],
  ])('on %s is answered with %j', (today, codes) => {
    expect(codesOf({}, today)).toEqual(codes);
  });

  it.each([
    [11, []],
    [12, ['SESSION_FULL']],
    [13, ['SESSION_FULL']],
  ])('with %d of 12 seats taken is answered with %j', (seatsTaken, codes) => {
    expect(codesOf({ seatsTaken })).toEqual(codes);
  });

  it.each([
    ['a course that is no longer offered', { isOffered: false }, 'ENROLMENT_CLOSED'],
    ['somebody who is not in the programme', { isInProgramme: false }, 'NOT_IN_PROGRAMME'],
    ['somebody who is in it already', { isKnown: true }, 'ALREADY_ENROLLED'],
    ['somebody who lacks what the course asks for', { missingPrerequisites: ['B', 'A'] }, 'PREREQUISITES_MISSING'],
    ['somebody who has another lesson then', { overlaps: true }, 'LESSONS_OVERLAP'],
  ])('is refused for %s', (_, facts, code) => {
    expect(codesOf(facts)).toEqual([code]);
  });

  it('is told every reason at once', () => {
    expect(codesOf({ isKnown: true, overlaps: true, seatsTaken: 12 })).toHaveLength(3);
  });
});
