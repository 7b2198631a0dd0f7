export { FollowUpList as FollowUpsPage } from '../../features/follow-up';
