export { ContactDrawer } from './components/contact-drawer';
export { FollowUpList } from './components/follow-up-list';
export { LateFollowUpList } from './components/late-list';
export { SnoozeDrawer } from './components/snooze-drawer';
export { TaskCard, TaskLines } from './components/task-lines';
