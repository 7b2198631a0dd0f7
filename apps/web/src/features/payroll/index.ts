export { DeclaredLines } from './components/declared-lines';
export { LineForm } from './components/line-form';
export { PayrollMonths } from './components/payroll-months';
export { PayrollUpload } from './components/payroll-upload';
