import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { MatchingModule } from '#features/matching';
import { NotificationsModule } from '#features/notifications';
import { ParametersModule } from '#features/parameters';
import { PlacementsModule } from '#features/placements';
import { PositionsModule } from '#features/positions';
import { TasksModule } from '#features/tasks';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { BatchReferralsService } from './batch-referrals.service';
import { CandidatesResolver } from './candidates.resolver';
import { CandidatesService } from './candidates.service';
import { CaseworkerReferralsService } from './caseworker-referrals.service';
import { ClientAnswersService } from './client-answers.service';
import { ConsentWithdrawalResolver } from './consent-withdrawal.resolver';
import { ConsentWithdrawalService } from './consent-withdrawal.service';
import { EmployeeNumberResolver } from './employee-number.resolver';
import { EnterpriseAnswersService } from './enterprise-answers.service';
import { MyReferralsResolver } from './my-referrals.resolver';
import { OfferAcceptanceService } from './offer-acceptance.service';
import { ReferralDemand } from './referral-demand';
import {
  CandidateFieldsResolver,
  ClientReferralsResolver,
  ConsentClientResolver,
  MyReferralFieldsResolver,
  ReferralFieldsResolver,
} from './referral-fields.resolver';
import { ReferralLapseService } from './referral-lapse.service';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository } from './referrals.repository';
import { ReferralsResolver } from './referrals.resolver';

constraintMeans('referral_open_once_idx', 'ALREADY_REFERRED', ['positionId']);
constraintMeans('consent_grant_evidence_file_id_fkey', 'NOT_FOUND', ['evidenceFileId']);
constraintMeans('referral_consent_evidence_file_id_fkey', 'NOT_FOUND', ['evidenceFileId']);
constraintMeans('referral_offer_evidence_file_id_fkey', 'NOT_FOUND', ['evidenceFileId']);

const services = [
  ReferralsRepository,
  ReferralSteps,
  ReferralDemand,
  CaseworkerReferralsService,
  EnterpriseAnswersService,
  ClientAnswersService,
  OfferAcceptanceService,
  ReferralLapseService,
  BatchReferralsService,
  CandidatesService,
  ConsentWithdrawalService,
];

const resolvers = [
  ReferralsResolver,
  CandidatesResolver,
  EmployeeNumberResolver,
  MyReferralsResolver,
  ConsentWithdrawalResolver,
  ReferralFieldsResolver,
  CandidateFieldsResolver,
  MyReferralFieldsResolver,
  ClientReferralsResolver,
  ConsentClientResolver,
];

/** Referrals: from the proposal to the answer, seen by staff, by the enterprise, and by the client herself. */
@Module({
  imports: [
    ClientsModule,
    ConsentModule,
    MatchingModule,
    NotificationsModule,
    ParametersModule,
    PlacementsModule,
    PositionsModule,
    TasksModule,
  ],
  providers: [...services, ...resolvers],
  exports: services,
})
export class ReferralsModule {}
