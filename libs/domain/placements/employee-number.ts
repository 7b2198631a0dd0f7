/** Why a text is no employee number. */
export type EmployeeNumberCode = 'REQUIRED' | 'TOO_LONG' | 'NAME_NOT_ALLOWED' | 'IDENTITY_NUMBER_NOT_ALLOWED';

/** The most characters of an employee number. */
export const EMPLOYEE_NUMBER_LENGTH = 64;

const HAN = /\p{Script=Han}/u;
const IDENTITY_NUMBER = /\d{17}[\dXx]/;

/**
 * What speaks against a text as the number by which an enterprise's payroll knows an employee; null when nothing does.
 * A number never tells who somebody is: names and identity numbers are refused.
 */
export function employeeNumberRefusal(text: string): EmployeeNumberCode | null {
  if (text === '') return 'REQUIRED';
  if ([...text].length > EMPLOYEE_NUMBER_LENGTH) return 'TOO_LONG';
  if (IDENTITY_NUMBER.test(text)) return 'IDENTITY_NUMBER_NOT_ALLOWED';
  return HAN.test(text) ? 'NAME_NOT_ALLOWED' : null;
}
