import type { Role } from '#domain/common/role';
import { nextStatesFor } from '#domain/referrals/referral-lifecycle';
import { certificateOf, skillOf } from '#features/parameters';
import { moneyOf } from '#platform/graphql/money.type';
import type { ReferralRow } from '../referrals.repository';
import { Candidate, MyReferral, Referral, type CandidateIdentity, type Invitation, type Offer } from './referral.type';

const invitationOf = ({ invitationAt, invitationPlace, paidWorkSampleHours }: ReferralRow): Invitation | null =>
  invitationAt === null || invitationPlace === null
    ? null
    : { at: invitationAt, place: invitationPlace, paidWorkSampleHours };

function offerOf(row: ReferralRow): Offer | null {
  const { offerPayFen, offerWeeklyHours, offerShift, offerHireDate, offerPayCycleDays } = row;
  if (
    offerPayFen === null ||
    offerWeeklyHours === null ||
    offerShift === null ||
    offerHireDate === null ||
    offerPayCycleDays === null
  )
    return null;
  return {
    pay: moneyOf(offerPayFen),
    weeklyHours: offerWeeklyHours,
    shift: offerShift,
    hireDate: offerHireDate,
    contractTo: row.offerContractTo,
    probationEndOn: row.offerProbationEndOn,
    payCycleDays: offerPayCycleDays,
    slotHeldUntil: row.slotHeldUntil,
  };
}

const viewOf = (
  row: ReferralRow,
  role: Role,
): Pick<Referral, 'id' | 'positionId' | 'version' | 'status' | 'mayBecome' | 'invitation' | 'offer' | 'respondBy'> => ({
  id: row.id,
  positionId: row.positionId,
  version: row.version,
  status: row.status,
  mayBecome: [...nextStatesFor(role, row.status)],
  invitation: invitationOf(row),
  offer: offerOf(row),
  respondBy: row.respondBy,
});

/** The schema's form of a referral for staff. */
export function referralOf(row: ReferralRow, role: Role): Referral {
  const { clientId, cardCode, source, score, refusalReason, proposedAt, answerDueOn } = row;
  return Object.assign(new Referral(), viewOf(row, role), {
    clientId,
    cardCode,
    source,
    score,
    refusalReason,
    proposedAt,
    answerDueOn,
  });
}

/** The schema's form of a referral for the enterprise: built from the stored card alone. */
export function candidateOf(row: ReferralRow, role: Role, identity: CandidateIdentity | null): Candidate {
  const { card } = row;
  return Object.assign(new Candidate(), viewOf(row, role), {
    cardCode: row.cardCode,
    skills: (card?.skills ?? []).map(skillOf),
    certificates: (card?.certificates ?? []).map(certificateOf),
    availability: card?.availability ?? 'LATER',
    shifts: [...(card?.shifts ?? [])],
    weeklyHours: card?.weeklyHours ?? 0,
    commuteBand: card?.commuteBand ?? 'FAR',
    isViewed: row.viewedAt !== null,
    identity,
  });
}

/** The schema's form of a referral for the client herself. */
export const myReferralOf = (row: ReferralRow, role: Role): MyReferral =>
  Object.assign(new MyReferral(), viewOf(row, role), {
    enterpriseName: row.organisationName,
    answerDueOn: row.answerDueOn,
  });
