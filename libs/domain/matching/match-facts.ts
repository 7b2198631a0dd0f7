import type { AgreementStatus } from '../agreements/agreement-lifecycle';
import type { CapacityLimit } from '../clients/client-codes';
import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import type { Shift } from '../positions/position-codes';

/** A certificate that a client holds; no last day means that it does not run out. */
export interface HeldCertificate {
  readonly code: string;
  readonly validTo: Day | null;
}

/** The facts of a client that a match is judged by: never history, eligibility or needs of support. */
export interface ClientFacts {
  readonly skills: readonly string[];
  readonly certificates: readonly HeldCertificate[];
  /** Occupation codes in the order of the wish. */
  readonly desiredOccupations: readonly string[];
  /** The least monthly pay; null when none was stated. */
  readonly minAcceptablePayFen: Fen | null;
  readonly weeklyHoursAvailable: number;
  /** Shifts that the client cannot work. */
  readonly shiftLimits: readonly Shift[];
  readonly wishedShifts: readonly Shift[];
  readonly travelLimitMinutes: number;
  readonly capacityLimits: readonly CapacityLimit[];
  /** Benefit codes that the client wishes for: housing, meals … */
  readonly wishedBenefits: readonly string[];
  readonly availableFrom: Day | null;
}

/** The facts of a position that a match is judged by. */
export interface PositionFacts {
  readonly occupationCode: string;
  readonly requiredSkills: readonly string[];
  readonly wishedSkills: readonly string[];
  readonly requiredCertificates: readonly string[];
  /** Posted monthly pay in fen, whatever the pay basis. */
  readonly payMinFen: Fen;
  readonly payMaxFen: Fen;
  readonly weeklyHours: number;
  readonly shift: Shift;
  /** The client limits that this work cannot respect, e.g. NO_HEIGHTS for work on a scaffold. */
  readonly capacityDemands: readonly CapacityLimit[];
  readonly benefits: readonly string[];
  readonly openFrom: Day | null;
  readonly closesOn: Day | null;
  readonly agreementStatus: AgreementStatus;
  readonly agreementFrom: Day;
  readonly agreementTo: Day;
}

/** The figures behind a part or a check, by name. */
export type Figures = Readonly<Record<string, string | number>>;
