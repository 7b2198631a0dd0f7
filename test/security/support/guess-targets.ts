import type { IdPath } from './guess-arguments';

/** The table that an id names, by the name of its argument. */
const BY_ARGUMENT: Readonly<Record<string, string>> = {
  clientId: 'client',
  otherClientId: 'client',
  clientIds: 'client',
  positionId: 'position',
  fileId: 'file',
  evidenceFileId: 'file',
  organisationId: 'organisation',
  enterpriseId: 'organisation',
  recipientId: 'organisation',
  batchId: 'placement_batch',
  caseworkerId: 'membership',
  deputyId: 'membership',
  toId: 'membership',
  memberId: 'membership',
  mentorId: 'membership',
  pairingId: 'mentor_pairing',
  otherId: 'membership',
  aboutId: 'membership',
  sessionId: 'course_session',
  milestoneId: 'follow_up_milestone',
  openingId: 'file_opening',
  overrideId: 'batch_override',
  enrolmentId: 'enrolment',
};

/** The table that `id` names, by the field; the first that fits. */
const BY_FIELD: readonly (readonly [field: RegExp, table: string])[] = [
  [/^(client|updateClient|(enter|settle|remove)IdentityNumber|identityNumber)$/, 'client'],
  [/[pP]ayFinding/, 'pay_finding'],
  [/^settlePayTask$/, 'task'],
  [/^importRun$/, 'import_run'],
  [/^payCheckRun$/, 'pay_check_run'],
  [/Batch/, 'placement_batch'],
  [/^(position|confirmPosition)$/, 'position'],
  [/ConsentRequest$/, 'consent_request'],
  [/^(markConsentSeen|recordConsentWithdrawal|withdrawConsent)$/, 'consent_grant'],
  [/^reviewRecordedConsent$/, 'consent_review'],
  [/^(referral|acceptInvitation|acceptOffer|recordEmployeeNumber|recordOfferAcceptance)$/, 'referral'],
  [/AidRequest$/, 'aid_request'],
  [/MentorPairing$|^refuseMentor$/, 'mentor_pairing'],
  [/Referral|Candidate$/, 'referral'],
  [/CaseTransfer$/, 'case_transfer'],
  [/Complaint$/, 'complaint'],
  [/Correction$/, 'correction_request'],
  [/Erasure/, 'erasure_request'],
  [/FactorRecovery$/, 'factor_recovery'],
  [/Member|Account$|^noteSamePerson$/, 'membership'],
  [/FollowUpTask$/, 'task'],
  [/FollowUp$/, 'follow_up_milestone'],
  [/^endDeputy$/, 'caseload_deputy'],
  [/^(endPlacement|recordContractTerms|movePlacementStart)$/, 'placement'],
  [/^endSession$/, 'session'],
  [/^openDataExport$/, 'data_export'],
  [/^removePasskey$/, 'passkey'],
  [/^reviewFileOpening$/, 'file_opening'],
  [/^(retry|drop)Job$/, 'job_failure'],
];

/**
 * Ids that are not compared: the trail is searched by what once was, whatever it was; a plan's “what if” leaves out what
 * is not among its own, and its answer changes while it is being computed; minimum wages are published.
 */
export const NOT_COMPARED: readonly string[] = [
  'auditEntries.filter.subjectId',
  'trainingPlan.moreSeats.id',
  'trainingPlan.moreSlots.id',
  'changeMinimumWage.id',
];

/** The table that an id among the arguments of a field names; null where nobody has written it down yet. */
export function targetOf(field: string, path: IdPath): string | null {
  const [argument = '', ...inner] = path;
  const last = inner.at(-1) ?? argument;
  if (last !== 'id') return BY_ARGUMENT[last] ?? null;
  const name = inner.length === 0 ? field : `${field}.${argument}`;
  return BY_FIELD.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
