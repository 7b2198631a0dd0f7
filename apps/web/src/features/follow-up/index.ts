export { ContactDrawer } from './components/contact-drawer';
export { FollowUpList } from './components/follow-up-list';
