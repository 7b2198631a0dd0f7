export { OwnData } from './components/own-data';
