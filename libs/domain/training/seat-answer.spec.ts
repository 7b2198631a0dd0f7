import { EnrolmentStatus } from './enrolment-lifecycle';
import { judgeSeatAnswer, type SeatAnswer, type SeatAnswerFacts } from './seat-answer';

const ASKED: SeatAnswerFacts = { status: 'REQUESTED', sessionStatus: 'OPEN', seats: 12, seatsTaken: 11 };

const codesOf = (facts: Partial<SeatAnswerFacts>, answer: SeatAnswer): string[] => {
  const outcome = judgeSeatAnswer({ ...ASKED, ...facts }, answer);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('an answer to who asked for a seat', () => {
  it.each(['REQUESTED', 'WAITLISTED'] as const)('confirms who is %s', (status) => {
    expect(codesOf({ status }, 'CONFIRMED')).toEqual([]);
  });

  it('puts who asked on the waiting list, also where no seat is free', () => {
    expect(codesOf({ seatsTaken: 12 }, 'WAITLISTED')).toEqual([]);
  });

  it.each(Object.values(EnrolmentStatus).filter((status) => status !== 'REQUESTED'))(
    'puts nobody on the waiting list who is %s',
    (status) => expect(codesOf({ status }, 'WAITLISTED')).toEqual(['WRONG_STATE']),
  );

  it.each([
    [11, []],
    [12, ['SESSION_FULL']],
  ])('with %i of 12 seats taken confirms with %j', (seatsTaken, codes) => {
    expect(codesOf({ seatsTaken }, 'CONFIRMED')).toEqual(codes);
  });

  it.each([
    ['PLANNED', []],
    ['OPEN', []],
    ['RUNNING', ['ENROLMENT_CLOSED']],
    ['COMPLETED', ['ENROLMENT_CLOSED']],
    ['CANCELLED', ['ENROLMENT_CLOSED']],
  ] as const)('in a %s session confirms with %j', (sessionStatus, codes) => {
    expect(codesOf({ sessionStatus }, 'CONFIRMED')).toEqual(codes);
  });
});
