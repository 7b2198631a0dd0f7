export { PayrollMonths } from './components/payroll-months';
