export { ClientConsents } from './components/client-consents';
export { ConsentReviews } from './components/consent-reviews';
