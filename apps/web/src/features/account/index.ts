export { AccountBoard } from './components/account-board';
export { ChoosePassword } from './components/choose-password';
export { SetUpSecondStep } from './components/set-up-second-step';
