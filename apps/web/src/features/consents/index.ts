export { ClientConsents } from './components/client-consents';
