export { FirstChoice } from './components/first-choice';
export { OwnPhone } from './components/own-phone';
export { PinAgain } from './components/pin-again';
export { PinGate } from './components/pin-gate';
export { CodeForm, PinForm } from './components/sign-in-forms';
export { takeLetter } from './letter-address';
