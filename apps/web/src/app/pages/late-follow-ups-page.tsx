export { LateFollowUpList as LateFollowUpsPage } from '../../features/follow-up';
