import { randomBytes } from 'node:crypto';
import type { Day } from '#domain/common/day';
import { Shift } from '#domain/positions/position-codes';
import { availabilityOf, CARD_CODE_RANDOM_BYTES, cardCodeFrom, commuteBandOf } from '#domain/referrals/blind-card';
import type { Availability, CommuteBand } from '#domain/referrals/referral-codes';
import type { ReadClient } from '#features/clients';
import type { PositionRow } from '#features/positions';

/** What an enterprise sees before a name: nothing from which a person could be known. Stored as sent. */
export interface BlindCard {
  readonly skills: readonly string[];
  /** Only certificates that the post asks for. */
  readonly certificates: readonly string[];
  readonly availability: Availability;
  readonly shifts: readonly Shift[];
  readonly weeklyHours: number;
  readonly commuteBand: CommuteBand;
}

/** A new card code: different for every referral. */
export const newCardCode = (): string => cardCodeFrom(randomBytes(CARD_CODE_RANDOM_BYTES));

/** The blind card of a client for a position. */
export function blindCardOf(
  client: ReadClient,
  position: PositionRow,
  travelMinutes: number | null,
  today: Day,
): BlindCard {
  const valid = client.certificates
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ code }) => code);
  return {
    skills: client.skills,
    certificates: position.requiredCertificates.filter((code) => valid.includes(code)),
    availability: availabilityOf(client.availableFrom, today),
    shifts: Object.values(Shift).filter((shift) => !client.shiftLimits.includes(shift)),
    weeklyHours: client.weeklyHoursAvailable,
    commuteBand: commuteBandOf(travelMinutes),
  };
}
