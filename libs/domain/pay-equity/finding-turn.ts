import type { PayFindingStatus } from './finding-lifecycle';

/** Whose turn it is: the office's own people, the client, the enterprise, or the authority that a finding was handed to. */
export const FindingTurn = {
  OFFICE: 'OFFICE',
  CLIENT: 'CLIENT',
  ENTERPRISE: 'ENTERPRISE',
  AUTHORITY: 'AUTHORITY',
} as const;

/** One of these sides. */
export type FindingTurn = (typeof FindingTurn)[keyof typeof FindingTurn];

/** The part of a finding that says whose turn it is. */
export interface TurnFacts {
  readonly status: PayFindingStatus;
  readonly referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;
}

/** Whose turn it is; null where it is over and nobody has to act. */
export function turnOf({ status, referralAnswer }: TurnFacts): FindingTurn | null {
  switch (status) {
    case 'AWAITING_CLIENT_CONSENT':
      return 'CLIENT';
    case 'NOTIFIED':
    case 'REMEDY_PENDING':
      return 'ENTERPRISE';
    case 'REFERRED':
      return 'AUTHORITY';
    case 'ESCALATED':
      // Before it is handed on, the client is asked.
      return referralAnswer === 'ASKED' ? 'CLIENT' : 'OFFICE';
    case 'DETECTED':
    case 'TRIAGE':
    case 'RESPONDED':
    case 'NO_RESPONSE':
    case 'UNDER_REVIEW':
      return 'OFFICE';
    case 'RESOLVED_PAID':
    case 'RESOLVED_EXPLAINED':
    case 'DISMISSED':
    case 'DISMISSED_FALSE_POSITIVE':
    case 'CLOSED':
    case 'SUPERSEDED':
      return null;
  }
}
