/** What a supervisor decides about pay beside findings, as kinds of tasks. */
export const PayTaskKind = {
  PAY_RETALIATION_REVIEW: 'PAY_RETALIATION_REVIEW',
  PAYROLL_REQUEST: 'PAYROLL_REQUEST',
  SEGREGATED_POST_REVIEW: 'SEGREGATED_POST_REVIEW',
} as const;

/** One of these kinds. */
export type PayTaskKind = (typeof PayTaskKind)[keyof typeof PayTaskKind];

/** All of them. */
export const PAY_TASK_KINDS: readonly PayTaskKind[] = Object.values(PayTaskKind);

/** What became of such a task: nothing more to do, or it was taken up with the enterprise. */
export const PayTaskOutcome = { IN_ORDER: 'IN_ORDER', TAKEN_UP: 'TAKEN_UP' } as const;

/** One of the outcomes. */
export type PayTaskOutcome = (typeof PayTaskOutcome)[keyof typeof PayTaskOutcome];
