export { MinimumWageBoard } from './components/minimum-wage-board';
