export { ReferralList as ReferralsPage } from '../../features/referrals';
