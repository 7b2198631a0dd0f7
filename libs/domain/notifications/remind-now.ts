import { addDays, type Day } from '../common/day';
import { done, refusal, refused, type Outcome } from '../common/outcome';

/** Reminders by hand that a client gets in seven days at most; more is pressing, not reminding. */
export const MOST_IN_A_WEEK = 3;

const DAYS_OF_A_WEEK = 7;

/** Why nobody reminds a client by hand now. */
export type RemindNowCode = 'REMINDED_TODAY' | 'REMINDED_OFTEN';

/** Says whether a client may be reminded by hand today: once a day, three times in seven days. */
export function mayRemindNow(remindedOn: readonly Day[], today: Day): Outcome<null, RemindNowCode> {
  if (remindedOn.includes(today)) return refused(refusal('REMINDED_TODAY', ['clientId']));
  const recent = remindedOn.filter((day) => day > addDays(today, -DAYS_OF_A_WEEK) && day <= today);
  return recent.length < MOST_IN_A_WEEK ? done(null) : refused(refusal('REMINDED_OFTEN', ['clientId']));
}
