export { FirstSignIn } from './components/first-sign-in';
