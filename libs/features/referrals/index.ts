export { ReferralsModule } from './referrals.module';
export { ReferralsJobsModule } from './referrals-jobs.module';
export { ReferralsRepository, type ReferralRow } from './referrals.repository';
export { Referral } from './graphql/referral.type';
export { referralOf } from './graphql/referral.mapping';
export { EnterpriseAnswersService } from './enterprise-answers.service';
export { OfferAcceptanceService } from './offer-acceptance.service';
export { ReferralLapseService } from './referral-lapse.service';
