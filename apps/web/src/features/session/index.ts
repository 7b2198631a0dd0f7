export { LanguageSwitch } from './components/language-switch';
export { ProofLayer } from './components/proof-layer';
export { PROVIDER_ANSWERS, ProviderEntrance } from './components/provider-entrance';
export { ProviderStepForm } from './components/provider-step-form';
export { SignInLayer } from './components/sign-in-layer';
export { SignInPage } from './components/sign-in-page';
export { useSignOut } from './hooks/use-sign-out';
