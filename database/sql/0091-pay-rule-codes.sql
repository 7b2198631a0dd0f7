-- The pay check has more rules whose answers become findings.
alter table pay_finding drop constraint pay_finding_rule_code_check;
alter table pay_finding add constraint pay_finding_rule_code_check check (rule_code in (
  'MIN_WAGE', 'CONTRACT_WAGE', 'POSTED_WAGE', 'PROBATION_FLOOR', 'PROBATION_LENGTH', 'OVERTIME_PAY', 'OVERTIME_HOURS',
  'LATE_PAYMENT', 'PART_TIME_CYCLE', 'NO_CONTRACT', 'SOCIAL_INSURANCE', 'DEDUCTION', 'EQUAL_ALLOWANCE', 'COMPARATOR_GAP'));
