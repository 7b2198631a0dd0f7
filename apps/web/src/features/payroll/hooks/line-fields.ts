/** The keys of the columns that the form has a field for. */
export type PayrollKey = string;

/** What every line has. */
export const FIRST_FIELDS: readonly PayrollKey[] = [
  'employeeNumber',
  'jobCode',
  'grade',
  'employmentType',
  'onProbation',
  'scheduledDays',
  'unpaidLeaveDays',
  'baseFen',
  'agreedPayDate',
  'actualPayDate',
];

const insurance = (kind: string): readonly PayrollKey[] =>
  ['Enrolled', 'BaseFen', 'EmployerFen', 'EmployeeFen'].map((part) => `${kind}${part}`);

/** What many lines do not have, by subject. */
export const FIELD_GROUPS: readonly { readonly name: string; readonly keys: readonly PayrollKey[] }[] = [
  { name: 'work', keys: ['shiftPattern', 'hoursSystem', 'payBasis', 'tenureMonths', 'sickLeaveDays', 'normalMinutes'] },
  {
    name: 'overtime',
    keys: [
      'weekdayOvertime',
      'restDayOvertime',
      'holidayOvertime',
      'compensatedRestDay',
      'comprehensiveExcess',
      'overtimePayFen',
    ],
  },
  {
    name: 'allowances',
    keys: [
      'allowanceFen',
      'contractAllowanceFen',
      'tenureAllowanceFen',
      'skillAllowanceFen',
      'nightAllowanceFen',
      'specialAllowanceFen',
      'mealAllowanceFen',
      'otherAllowances',
      'bonusFen',
      'arrears',
    ],
  },
  {
    name: 'deductions',
    keys: [
      'employeeSiFen',
      'fundFen',
      'taxFen',
      'damageFen',
      'courtFen',
      'advanceFen',
      'fineFen',
      'depositFen',
      'dormFen',
      'mealFen',
    ],
  },
  { name: 'insurance', keys: ['pension', 'medical', 'unemployment', 'injury'].flatMap(insurance) },
];

/** Fields that are answered by yes or no. */
export const YES_NO: readonly PayrollKey[] = [
  'onProbation',
  'pensionEnrolled',
  'medicalEnrolled',
  'unemploymentEnrolled',
  'injuryEnrolled',
];

/** Fields with a closed list of answers. */
export const WORDS_OF: Readonly<Record<PayrollKey, readonly string[]>> = {
  shiftPattern: ['DAY', 'MIDDLE', 'NIGHT', 'ROTATING'],
  employmentType: ['FULL_TIME', 'PART_TIME', 'DISPATCH'],
  hoursSystem: ['STANDARD', 'COMPREHENSIVE', 'FLEXIBLE'],
  payBasis: ['MONTHLY', 'HOURLY', 'PIECE'],
};
