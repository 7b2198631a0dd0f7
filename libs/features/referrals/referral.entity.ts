import { Check, Index, Unique } from 'typeorm';
import { Shift } from '#domain/positions/position-codes';
import { ReferralSource } from '#domain/referrals/referral-codes';
import { ReferralStatus } from '#domain/referrals/referral-lifecycle';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

const OPEN = `status = ANY (ARRAY['PROPOSED'::text, 'CONSENTED'::text, 'SENT'::text, 'VIEWED'::text, 'INVITED'::text, 'INTERVIEW'::text, 'OFFERED'::text, 'POOLED'::text])`;

const WHOLE_OFFER =
  'num_nulls(offered_at, offer_pay_fen, offer_weekly_hours, offer_shift, offer_hire_date, offer_pay_cycle_days)';

/** One client put forward for one position, from the proposal to the answer. */
@CountyTable('referral')
@BelongsTo('client', 'clientId')
@BelongsTo('position', 'positionId', [['organisationId', 'organisationId']])
@RefersTo('membership', 'proposedByMembershipId')
@RefersTo('consent_grant', 'consentGrantId', [['clientId', 'clientId']])
@RefersTo('file', 'consentEvidenceFileId')
@RefersTo('file', 'offerEvidenceFileId')
@Unique(['countyId', 'organisationId', 'cardCode'])
@Unique(['countyId', 'id', 'positionId'])
@Unique(['countyId', 'id', 'clientId'])
@Index('referral_open_once_idx', ['countyId', 'clientId', 'positionId'], { unique: true, where: OPEN })
@Index(['countyId', 'organisationId', 'status'])
@Index(['countyId', 'status', 'respondBy'])
@Index(['countyId', 'proposedAt', 'id'])
@Check(
  'referral_sent_check',
  `status not in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'ACCEPTED') or (sent_at is not null and respond_by is not null)`,
)
@Check('referral_card_check', 'card is null or sent_at is not null')
@Check(
  'referral_invitation_check',
  `num_nulls(invitation_at, invitation_place) in (0, 2) and (status not in ('INVITED', 'INTERVIEW', 'OFFERED', 'ACCEPTED') or invitation_at is not null)`,
)
@Check(
  'referral_offer_check',
  `${WHOLE_OFFER} in (0, 6) and (status not in ('OFFERED', 'ACCEPTED') or offered_at is not null)`,
)
@Check('referral_offer_days_check', 'offer_contract_to is null or offer_hire_date <= offer_contract_to')
@Check('referral_accepted_check', `(status = 'ACCEPTED') = (offer_accepted_at is not null)`)
export class Referral extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('position_id')
  positionId: string;

  /** The enterprise; the same as the position's. */
  @IdColumn('organisation_id')
  organisationId: string;

  /** What the enterprise calls the candidate; new with each proposal, unique within the enterprise. */
  @TextColumn('card_code')
  cardCode: string;

  @OneOf('source', ReferralSource)
  source: ReferralSource;

  @OneOf('status', ReferralStatus)
  status: ReferralStatus;

  /** Score at the proposal; null where the client objects to ranking. */
  @WholeColumn('score', 0, 10_000, OPTIONAL)
  score: number | null;

  /** Score parts and hard checks as they stood at the proposal; stored, never recomputed. */
  @JsonColumn('explanation', { default: {} })
  explanation: object;

  /** Null = by a batch or the client. */
  @IdColumn('proposed_by_membership_id', OPTIONAL)
  proposedByMembershipId: string | null;

  @InstantColumn('proposed_at')
  proposedAt: Date;

  /** Last day for the client's answer to the proposal. */
  @DayColumn('answer_due_on', OPTIONAL)
  answerDueOn: string | null;

  @InstantColumn('consented_at', OPTIONAL)
  consentedAt: Date | null;

  @IdColumn('consent_grant_id', OPTIONAL)
  consentGrantId: string | null;

  /** What shows the consent that a caseworker recorded; null where the client consented herself. */
  @IdColumn('consent_evidence_file_id', OPTIONAL)
  consentEvidenceFileId: string | null;

  /** From here on the enterprise sees the row; cleared when the referral is proposed again. */
  @InstantColumn('sent_at', OPTIONAL)
  sentAt: Date | null;

  /** Last day for the enterprise's answer. */
  @DayColumn('respond_by', OPTIONAL)
  respondBy: string | null;

  /** The blind card as sent: skills, certificates, availability, shifts, weekly hours, commute band. */
  @JsonColumn('card', OPTIONAL)
  card: object | null;

  @InstantColumn('viewed_at', OPTIONAL)
  viewedAt: Date | null;

  /** The enterprise's first answer: an invitation, a decline, a pooling. */
  @InstantColumn('answered_at', OPTIONAL)
  answeredAt: Date | null;

  @InstantColumn('invitation_at', OPTIONAL)
  invitationAt: Date | null;

  @TextColumn('invitation_place', OPTIONAL)
  invitationPlace: string | null;

  /** A paid work sample of at most 4 hours; null = none. */
  @WholeColumn('paid_work_sample_hours', 1, 4, OPTIONAL)
  paidWorkSampleHours: number | null;

  @InstantColumn('invitation_accepted_at', OPTIONAL)
  invitationAcceptedAt: Date | null;

  @InstantColumn('offered_at', OPTIONAL)
  offeredAt: Date | null;

  /** Monthly, for the weekly hours. */
  @FenColumn('offer_pay_fen', OPTIONAL)
  offerPayFen: number | null;

  @WholeColumn('offer_weekly_hours', 1, 44, OPTIONAL)
  offerWeeklyHours: number | null;

  @OneOf('offer_shift', Shift, OPTIONAL)
  offerShift: Shift | null;

  @DayColumn('offer_hire_date', OPTIONAL)
  offerHireDate: string | null;

  /** Last day of the contract; null = open-ended. */
  @DayColumn('offer_contract_to', OPTIONAL)
  offerContractTo: string | null;

  @DayColumn('offer_probation_end_on', OPTIONAL)
  offerProbationEndOn: string | null;

  @WholeColumn('offer_pay_cycle_days', 1, 31, OPTIONAL)
  offerPayCycleDays: number | null;

  @InstantColumn('offer_accepted_at', OPTIONAL)
  offerAcceptedAt: Date | null;

  /** What shows the acceptance that a caseworker recorded; null where the client accepted herself. */
  @IdColumn('offer_evidence_file_id', OPTIONAL)
  offerEvidenceFileId: string | null;

  /** A code of the closed lists, or a client's own words; null = none given. */
  @TextColumn('refusal_reason', OPTIONAL)
  refusalReason: string | null;

  @InstantColumn('status_changed_at')
  statusChangedAt: Date;
}
