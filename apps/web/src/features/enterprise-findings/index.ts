export { ToldFindings } from './components/told-findings';
