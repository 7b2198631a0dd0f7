export { FollowUpWaiting } from './components/follow-up-waiting';
export { MyFollowUps } from './components/my-follow-ups';
