export { MinimumWageBoard as MinimumWagePage } from '../../features/minimum-wage';
