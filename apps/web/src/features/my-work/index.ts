export { DecisionsWaiting } from './components/decisions-waiting';
export { MyWork } from './components/my-work';
export { MyConsents } from './components/my-consents';
