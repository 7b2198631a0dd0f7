import type { Role } from '#domain/common/role';
import { nextStatesFor } from '#domain/referrals/referral-lifecycle';
import { certificateOf, skillOf } from '#features/parameters';
import { moneyOf } from '#platform/graphql/money.type';
import type { ReferralRow } from '../referrals.repository';
import type { ReadCandidate } from '../candidates.service';
import { Candidate, MyReferral, Referral, type Invitation, type Offer } from './referral.type';

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

/** The schema's form of a referral for the enterprise: what is open of the person, and nothing else of her. */
export function candidateOf(read: ReadCandidate, role: Role): Candidate {
  const { row, card, identity, workNeeds } = read;
  return Object.assign(new Candidate(), viewOf(row, role), {
    cardCode: row.cardCode,
    skills: (card?.facts.skills ?? []).map(skillOf),
    certificates: (card?.facts.certificates ?? []).map(certificateOf),
    availability: card?.facts.availability ?? null,
    shifts: [...(card?.facts.shifts ?? [])],
    weeklyHours: card?.facts.weeklyHours ?? null,
    commuteBand: card?.facts.commuteBand ?? null,
    isOpen: card !== null,
    notice: card?.notice ?? null,
    isViewed: row.viewedAt !== null,
    identity,
    workNeeds: workNeeds === null ? null : { ...workNeeds, needs: [...workNeeds.needs] },
  });
}

/** The schema's form of a candidate after an act: its state alone. What is open of the person is read by the list, where it is put on record. */
export const answeredCandidateOf = (row: ReferralRow, role: Role): Candidate =>
  candidateOf({ row, card: null, identity: null, workNeeds: null }, role);

/** The schema's form of a referral for the client herself. */
export const myReferralOf = (row: ReferralRow, role: Role): MyReferral =>
  Object.assign(new MyReferral(), viewOf(row, role), {
    enterpriseName: row.organisationName,
    answerDueOn: row.answerDueOn,
  });
