import { FoundTheHouse1784000000000 } from './1784000000000-found-the-house';
import { EmployeeNumber1784000001000 } from './1784000001000-employee-number';
import { AuditChain1784000002000 } from './1784000002000-audit-chain';
import { OwnAccount1784000003000 } from './1784000003000-own-account';
import { SecondFactor1784000004000 } from './1784000004000-second-factor';
import { CaseloadDeputy1784000005000 } from './1784000005000-caseload-deputy';
import { ClientKeys1784000006000 } from './1784000006000-client-keys';
import { StepUp1784000006000 } from './1784000006000-step-up';
import { FileOpening1784000020000 } from './1784000020000-file-opening';
import { CaseTransfer1784000021000 } from './1784000021000-case-transfer';
import { Complaint1784000022000 } from './1784000022000-complaint';
import { TraineeDoor1784000030000 } from './1784000030000-trainee-door';
import { Consent1784000045000 } from './1784000045000-consent';
import { DataRights1784000046000 } from './1784000046000-data-rights';
import { Passkeys1784000050000 } from './1784000050000-passkeys';
import { SecondStepDemand1784000051000 } from './1784000051000-second-step-demand';
import { AccountCare1784000061000 } from './1784000061000-account-care';
import { ErasedPasskeys1784000080000 } from './1784000080000-erased-passkeys';
import { ComplaintKey1784000081000 } from './1784000081000-complaint-key';
import { ProviderLink1784000082000 } from './1784000082000-provider-link';
import { NarrowWalls1784000083000 } from './1784000083000-narrow-walls';
import { DataExport1784000084000 } from './1784000084000-data-export';
import { BackgroundRequests1784000085000 } from './1784000085000-background-requests';
import { PasskeyRecovery1784000086000 } from './1784000086000-passkey-recovery';
import { CorrectionRequest1784000087000 } from './1784000087000-correction-request';
import { ConsentRetention1784000088000 } from './1784000088000-consent-retention';
import { OneClock1784000089000 } from './1784000089000-one-clock';
import { PositionRanking1784000089500 } from './1784000089500-position-ranking';
import { OpenedNotes1784000090000 } from './1784000090000-opened-notes';
import { PayRuleCodes1784000091000 } from './1784000091000-pay-rule-codes';
import { KeptColumns1784000092000 } from './1784000092000-kept-columns';
import { PlacementBatch1784000094000 } from './1784000094000-placement-batch';
import { PayrollInputs1784000095000 } from './1784000095000-payroll-inputs';
import { IdentityNumber1784000096000 } from './1784000096000-identity-number';
import { FindingSteps1784000097000 } from './1784000097000-finding-steps';
import { PayRun1784000098000 } from './1784000098000-pay-run';
import { SealedWorkNeeds1784000099000 } from './1784000099000-sealed-work-needs';
import { RequesterGone1784000100000 } from './1784000100000-requester-gone';
import { PayOverview1784000103000 } from './1784000103000-pay-overview';
import { FollowUpLadder1784000108000 } from './1784000108000-follow-up-ladder';
import { WorkAnswers1784000109000 } from './1784000109000-work-answers';
import { HolidayYear1784000110000 } from './1784000110000-holiday-year';
import { MessageDelivery1784000113000 } from './1784000113000-message-delivery';
import { AidRequest1784000118000 } from './1784000118000-aid-request';
import { Mentor1784000119000 } from './1784000119000-mentor';
import { MilestoneTemplate1784000120000 } from './1784000120000-milestone-template';
import { CaseworkerReminder1784000121000 } from './1784000121000-caseworker-reminder';
import { OutboxOriginator1784000128000 } from './1784000128000-outbox-originator';

/** Every migration, oldest first; a merged one is never edited. */
export const allMigrations = [
  FoundTheHouse1784000000000,
  EmployeeNumber1784000001000,
  AuditChain1784000002000,
  OwnAccount1784000003000,
  SecondFactor1784000004000,
  CaseloadDeputy1784000005000,
  ClientKeys1784000006000,
  StepUp1784000006000,
  FileOpening1784000020000,
  CaseTransfer1784000021000,
  Complaint1784000022000,
  TraineeDoor1784000030000,
  Consent1784000045000,
  DataRights1784000046000,
  Passkeys1784000050000,
  SecondStepDemand1784000051000,
  AccountCare1784000061000,
  ErasedPasskeys1784000080000,
  ComplaintKey1784000081000,
  ProviderLink1784000082000,
  NarrowWalls1784000083000,
  DataExport1784000084000,
  BackgroundRequests1784000085000,
  PasskeyRecovery1784000086000,
  CorrectionRequest1784000087000,
  ConsentRetention1784000088000,
  OneClock1784000089000,
  PositionRanking1784000089500,
  OpenedNotes1784000090000,
  PayRuleCodes1784000091000,
  KeptColumns1784000092000,
  PlacementBatch1784000094000,
  PayrollInputs1784000095000,
  IdentityNumber1784000096000,
  FindingSteps1784000097000,
  PayRun1784000098000,
  SealedWorkNeeds1784000099000,
  RequesterGone1784000100000,
  PayOverview1784000103000,
  FollowUpLadder1784000108000,
  WorkAnswers1784000109000,
  HolidayYear1784000110000,
  MessageDelivery1784000113000,
  AidRequest1784000118000,
  Mentor1784000119000,
  MilestoneTemplate1784000120000,
  CaseworkerReminder1784000121000,
  OutboxOriginator1784000128000,
] as const;
