import { MentorNote } from '../libs/features/mentors/mentor-note.entity';
import { MentorPairing } from '../libs/features/mentors/mentor-pairing.entity';
import { AidRequest } from '../libs/features/aid/aid-request.entity';
import { CooperationAgreement } from '../libs/features/agreements/cooperation-agreement.entity';
import { CaseloadDeputy } from '../libs/features/caseloads/caseload-deputy.entity';
import { CaseTransfer } from '../libs/features/caseloads/case-transfer.entity';
import { FileOpening } from '../libs/features/caseloads/file-opening.entity';
import { ClientCertificate } from '../libs/features/clients/client-certificate.entity';
import { Client } from '../libs/features/clients/client.entity';
import { Contact } from '../libs/features/clients/contact.entity';
import { Goal } from '../libs/features/clients/goal.entity';
import { IdentityNumber } from '../libs/features/clients/identity-number.entity';
import { ProgrammeEntry } from '../libs/features/clients/programme-entry.entity';
import { SupportPlan } from '../libs/features/clients/support-plan.entity';
import { Complaint } from '../libs/features/complaints/complaint.entity';
import { ConsentGrant } from '../libs/features/consent/consent-grant.entity';
import { ConsentRequest } from '../libs/features/consent/consent-request.entity';
import { ConsentReview } from '../libs/features/consent/consent-review.entity';
import { Disclosure } from '../libs/features/consent/disclosure.entity';
import { CorrectionRequestRow } from '../libs/features/data-rights/correction-request.entity';
import { DataExportRow } from '../libs/features/data-rights/data-export.entity';
import { ErasureRequestRow } from '../libs/features/data-rights/erasure-request.entity';
import { Attendance } from '../libs/features/enrolments/attendance.entity';
import { Enrolment } from '../libs/features/enrolments/enrolment.entity';
import { StoredFile } from '../libs/features/files/file.entity';
import { FollowUpAnswer } from '../libs/features/follow-up/follow-up-answer.entity';
import { FollowUpMilestone } from '../libs/features/follow-up/follow-up-milestone.entity';
import { MilestoneTemplate } from '../libs/features/follow-up/milestone-template.entity';
import { BatchAssignment } from '../libs/features/group-placement/batch-assignment.entity';
import { BatchInstance } from '../libs/features/group-placement/batch-instance.entity';
import { BatchOverride } from '../libs/features/group-placement/batch-override.entity';
import { BatchSolve } from '../libs/features/group-placement/batch-solve.entity';
import { PlacementBatch } from '../libs/features/group-placement/placement-batch.entity';
import { ImportRow } from '../libs/features/imports/import-row.entity';
import { ImportRun } from '../libs/features/imports/import-run.entity';
import { PositionChange } from '../libs/features/matching/position-change.entity';
import { ScoreWeightsRow } from '../libs/features/matching/score-weights.entity';
import { ClientMessage } from '../libs/features/notifications/client-message.entity';
import { ContactChoice } from '../libs/features/notifications/contact-choice.entity';
import { Reminder } from '../libs/features/notifications/reminder.entity';
import { Organisation } from '../libs/features/organisations/organisation.entity';
import { Site } from '../libs/features/organisations/site.entity';
import { Holiday } from '../libs/features/parameters/holiday.entity';
import { MinimumWage } from '../libs/features/parameters/minimum-wage.entity';
import { TravelTime } from '../libs/features/parameters/travel-time.entity';
import { PayCheckPart } from '../libs/features/pay-equity/pay-check-part.entity';
import { PayCheckResult } from '../libs/features/pay-equity/pay-check-result.entity';
import { PayCheckRun } from '../libs/features/pay-equity/pay-check-run.entity';
import { PayFindingEvent } from '../libs/features/pay-equity/pay-finding-event.entity';
import { PayCheckTest } from '../libs/features/pay-equity/pay-check-test.entity';
import { PayFinding } from '../libs/features/pay-equity/pay-finding.entity';
import { PayrollGap } from '../libs/features/pay-equity/payroll-gap.entity';
import { PayrollLine } from '../libs/features/pay-equity/payroll-line.entity';
import { PayrollLineVersion } from '../libs/features/pay-equity/payroll-line-version.entity';
import { PayrollMapping } from '../libs/features/pay-equity/payroll-mapping.entity';
import { PayrollUpload } from '../libs/features/pay-equity/payroll-upload.entity';
import { Placement } from '../libs/features/placements/placement.entity';
import { JobSlot } from '../libs/features/positions/job-slot.entity';
import { Position } from '../libs/features/positions/position.entity';
import { Referral } from '../libs/features/referrals/referral.entity';
import { Task } from '../libs/features/tasks/task.entity';
import { CourseSession } from '../libs/features/training/course-session.entity';
import { Lesson } from '../libs/features/training/lesson.entity';
import { Room } from '../libs/features/training/room.entity';
import { TrainingCourse } from '../libs/features/training/training-course.entity';
import { Membership } from '../libs/features/users/membership.entity';
import { AccountLink } from '../libs/features/users/account-link.entity';
import { FactorRecovery } from '../libs/features/users/factor-recovery.entity';
import { Phone, PhoneSession, SignInCode } from '../libs/features/users/phone.entity';
import { Passkey, PasskeyChallenge } from '../libs/features/users/passkey.entity';
import { ProviderLink } from '../libs/features/users/provider-link.entity';
import { RecoveryCode, SecondFactor } from '../libs/features/users/second-factor.entity';
import { Session } from '../libs/features/users/session.entity';
import { UserAccount } from '../libs/features/users/user-account.entity';
import { AuditEntry } from '../libs/platform/audit/audit-entry.entity';
import { AuditHead } from '../libs/platform/audit/audit-head.entity';
import { AuditLink } from '../libs/platform/audit/audit-link.entity';
import { AuditVerification } from '../libs/features/audit/audit-verification.entity';
import { ClientKeyRow } from '../libs/platform/crypto/client-key.entity';
import { CountyKey } from '../libs/platform/crypto/county-key.entity';
import { County } from '../libs/platform/database/county.entity';
import { WorkerHeartbeat } from '../libs/platform/health/worker-heartbeat.entity';
import { JobFailure } from '../libs/platform/jobs/job-failure.entity';
import { Delivery } from '../libs/platform/outbox/delivery.entity';
import { OutboxEvent } from '../libs/platform/outbox/outbox-event.entity';
import { CommandReceipt } from '../libs/platform/receipts/command-receipt.entity';

/** Every table, in one list: nothing is found by globbing. */
export const allEntities = [
  AccountLink,
  Attendance,
  AuditEntry,
  AuditHead,
  AuditLink,
  AuditVerification,
  BatchAssignment,
  BatchInstance,
  BatchOverride,
  BatchSolve,
  CaseloadDeputy,
  CaseTransfer,
  Client,
  ClientCertificate,
  ClientKeyRow,
  CommandReceipt,
  Complaint,
  ConsentGrant,
  ConsentRequest,
  ConsentReview,
  Contact,
  CooperationAgreement,
  County,
  CountyKey,
  CourseSession,
  Delivery,
  Disclosure,
  Enrolment,
  FactorRecovery,
  FileOpening,
  CorrectionRequestRow,
  DataExportRow,
  ErasureRequestRow,
  FollowUpAnswer,
  FollowUpMilestone,
  MilestoneTemplate,
  Goal,
  Holiday,
  ImportRow,
  ImportRun,
  JobFailure,
  JobSlot,
  Lesson,
  Membership,
  MinimumWage,
  Organisation,
  OutboxEvent,
  Passkey,
  PasskeyChallenge,
  ProviderLink,
  PayCheckPart,
  PayCheckResult,
  PayCheckRun,
  PayCheckTest,
  PayFinding,
  PayFindingEvent,
  PayrollGap,
  PayrollLine,
  PayrollLineVersion,
  PayrollMapping,
  PayrollUpload,
  AidRequest,
  MentorNote,
  MentorPairing,
  IdentityNumber,
  Placement,
  PlacementBatch,
  Position,
  ProgrammeEntry,
  Referral,
  ClientMessage,
  ContactChoice,
  Reminder,
  Room,
  PositionChange,
  ScoreWeightsRow,
  Session,
  SecondFactor,
  RecoveryCode,
  SignInCode,
  Phone,
  PhoneSession,
  Site,
  StoredFile,
  SupportPlan,
  Task,
  TrainingCourse,
  TravelTime,
  UserAccount,
  WorkerHeartbeat,
] as const;
