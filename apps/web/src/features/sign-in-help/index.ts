export { ChooseByLink } from './components/choose-by-link';
export { ForgotPassword, LostFactor } from './components/help-forms';
