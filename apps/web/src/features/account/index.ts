export { AccountBoard } from './components/account-board';
export { ChoosePassword } from './components/choose-password';
