export { LanguageSwitch } from './components/language-switch';
export { ProofLayer } from './components/proof-layer';
export { SignInLayer } from './components/sign-in-layer';
export { SignInPage } from './components/sign-in-page';
export { useSignOut } from './hooks/use-sign-out';
