export { SecondPersonNote } from './components/second-person-note';
