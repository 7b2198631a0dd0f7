import { BatchAct, whyNotAct, actsOpen, type BatchStanding } from './batch-acts';
import { BatchSolveState, BATCH_SOLVE_LIFECYCLE } from './batch-codes';
import { BatchStatus } from './batch-lifecycle';
import { openBatch } from './batch-opening';

const NOW = new Date('2026-11-30T08:00:00Z');
const LATER = new Date('2026-11-30T08:00:01Z');

const standing = (what: Partial<BatchStanding> = {}): BatchStanding => ({
  status: 'COLLECTING',
  cutoffAt: LATER,
  clients: 3,
  solveState: null,
  isSubmitted: false,
  isCommitting: false,
  isInvolved: false,
  isInCharge: true,
  ...what,
});

describe('whyNotAct', () => {
  const OPEN_IN: Readonly<Record<BatchAct, readonly BatchStatus[]>> = {
    ADD_CLIENTS: ['COLLECTING'],
    SOLVE: ['COLLECTING', 'SOLVED', 'IN_REVIEW'],
    CANCEL: Object.values(BatchStatus),
    REVIEW: ['SOLVED'],
    OVERRIDE: ['IN_REVIEW'],
    SUBMIT: ['IN_REVIEW'],
    RETURN: ['IN_REVIEW'],
    APPROVE: ['IN_REVIEW'],
    COMMIT: ['APPROVED'],
    DISCARD: ['COLLECTING', 'SOLVED', 'IN_REVIEW', 'APPROVED'],
  };

  it.each(Object.values(BatchAct))('lets %s happen in its states and in no other', (act) => {
    const open = Object.values(BatchStatus).filter((status) => {
      const isSubmitted = act === 'RETURN' || act === 'APPROVE';
      const solveState = act === 'CANCEL' ? 'RUNNING' : 'DONE';
      return whyNotAct(act, standing({ status, isSubmitted, solveState }), NOW) === null;
    });
    expect(open).toEqual(OPEN_IN[act]);
  });

  it.each<[BatchAct, Partial<BatchStanding>, string]>([
    ['ADD_CLIENTS', { cutoffAt: NOW }, 'CUTOFF_PASSED'],
    ['ADD_CLIENTS', { solveState: 'RUNNING' }, 'SOLVE_RUNNING'],
    ['SOLVE', { clients: 0 }, 'NO_CLIENTS'],
    ['SOLVE', { solveState: 'QUEUED' }, 'SOLVE_RUNNING'],
    ['SOLVE', { status: 'IN_REVIEW', isSubmitted: true }, 'ALREADY_SUBMITTED'],
    ['CANCEL', { solveState: 'DONE' }, 'NO_SOLVE_RUNNING'],
    ['OVERRIDE', { status: 'IN_REVIEW', isSubmitted: true }, 'ALREADY_SUBMITTED'],
    ['SUBMIT', { status: 'IN_REVIEW', isSubmitted: true }, 'ALREADY_SUBMITTED'],
    ['RETURN', { status: 'IN_REVIEW' }, 'NOT_SUBMITTED'],
    ['APPROVE', { status: 'IN_REVIEW' }, 'NOT_SUBMITTED'],
    ['APPROVE', { status: 'IN_REVIEW', isSubmitted: true, isInvolved: true }, 'SAME_PERSON'],
    ['COMMIT', { status: 'APPROVED', isCommitting: true }, 'ALREADY_COMMITTING'],
    ['DISCARD', { status: 'APPROVED', isCommitting: true }, 'ALREADY_COMMITTING'],
  ])('refuses %s where %j with %s, and allows it without', (act, what, code) => {
    expect(whyNotAct(act, standing(what), NOW)).toBe(code);
  });

  it('leaves everything but adding to who is in charge', () => {
    const open = Object.values(BatchStatus).flatMap((status) =>
      actsOpen(standing({ status, isInCharge: false, isSubmitted: status === 'IN_REVIEW' }), NOW),
    );
    expect(new Set(open)).toEqual(new Set(['ADD_CLIENTS']));
  });

  it('knows an end for every run of the solver', () => {
    for (const state of Object.values(BatchSolveState)) {
      expect(BATCH_SOLVE_LIFECYCLE[state].length > 0).toBe(state === 'QUEUED' || state === 'RUNNING');
    }
  });
});

describe('openBatch', () => {
  const codes = (title: string, cutoffAt: Date): string[] => {
    const outcome = openBatch({ title, cutoffAt }, NOW);
    return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
  };

  it.each([
    ['a title and a cut-off to come', '春季第一批', LATER, []],
    ['no title', '  ', LATER, ['TITLE_REQUIRED']],
    ['80 characters', '批'.repeat(80), LATER, []],
    ['81 characters', '批'.repeat(81), LATER, ['TITLE_TOO_LONG']],
    ['a cut-off now', '春', NOW, ['CUTOFF_PASSED']],
    ['a cut-off in 90 days', '春', new Date(NOW.getTime() + 90 * 86_400_000), []],
    ['a cut-off after 90 days', '春', new Date(NOW.getTime() + 90 * 86_400_000 + 1), ['CUTOFF_TOO_FAR']],
  ])('takes %s as it should', (_, title, cutoffAt, expected) => {
    expect(codes(title, cutoffAt)).toEqual(expected);
  });
});
