export { ClientReferrals } from './components/client-referrals';
export { ReferralList } from './components/referral-list';
