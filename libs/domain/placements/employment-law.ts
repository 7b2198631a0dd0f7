/** Weekly hours up to which work is part-time (劳动合同法 68, in force 2008-01-01). */
export const PART_TIME_MAX_WEEKLY_HOURS = 24;

/** Weekly hours that nobody is contracted above (劳动法 36, in force 1995-01-01). */
export const MAX_WEEKLY_HOURS = 44;

/** Days between two pay-days of part-time work, at most (劳动合同法 72, in force 2008-01-01). */
export const PART_TIME_MAX_PAY_CYCLE_DAYS = 15;

/** Days between two pay-days of full-time work, at most: pay is monthly (劳动法 50, in force 1995-01-01). */
export const MAX_PAY_CYCLE_DAYS = 31;

/** Hours that a month's full-time pay stands for: 21.75 × 8 (人社部发〔2025〕2号, from 2025-01-01). */
export const PAID_HOURS_PER_MONTH = 174;

/** Hundredths of the paid days in a month: 21.75 (人社部发〔2025〕2号, from 2025-01-01). */
export const PAID_DAYS_PER_MONTH_HUNDREDTHS = 2175;

/** Says whether these weekly hours are part-time work. */
export const isPartTime = (weeklyHours: number): boolean => weeklyHours <= PART_TIME_MAX_WEEKLY_HOURS;
