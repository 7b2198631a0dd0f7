import { EMPLOYEE_NUMBER_LENGTH, employeeNumberRefusal } from './employee-number';

describe('an employee number', () => {
  it.each(['A1024', '0007', 'x'.repeat(EMPLOYEE_NUMBER_LENGTH), '11010119900101123'])('may be %j', (text) => {
    expect(employeeNumberRefusal(text)).toBeNull();
  });

  it.each([
    ['', 'REQUIRED'],
    ['x'.repeat(EMPLOYEE_NUMBER_LENGTH + 1), 'TOO_LONG'],
    ['110101199001011237', 'IDENTITY_NUMBER_NOT_ALLOWED'],
    ['11010119900101123x', 'IDENTITY_NUMBER_NOT_ALLOWED'],
    ['A-李', 'NAME_NOT_ALLOWED'],
  ])('may not be %j: %s', (text, code) => {
    expect(employeeNumberRefusal(text)).toBe(code);
  });
});
