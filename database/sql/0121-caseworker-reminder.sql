-- A supervisor reminds a caseworker by hand: a reminder of a kind of its own, one for each of them and day like the others.
alter table reminder
  drop constraint reminder_kind_check,
  add constraint reminder_kind_check
    check ("kind" in ('FOLLOW_UP', 'FOLLOW_UP_LATE', 'FOLLOW_UP_BY_HAND', 'ANSWERS_DUE', 'PAYROLL_DUE'));
