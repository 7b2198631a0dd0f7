import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewerContext } from '../session/viewer-context';
import { dayOf, dayText, daysBetween, monthText, timeText, weekdayText } from './day';
import { grouped, yuan, yuanRange } from './money';

interface Money {
  readonly amount: string;
}

/** How this person's screen writes days, times and money. */
export interface Format {
  readonly today: string;
  readonly day: (day: string) => string;
  readonly dayWithWeekday: (day: string) => string;
  readonly weekday: (day: string) => string;
  readonly time: (instant: string) => string;
  readonly instant: (instant: string) => string;
  readonly dayOfInstant: (instant: string) => string;
  readonly daysFromToday: (day: string) => number;
  readonly month: (period: string) => string;
  readonly money: (money: Money) => string;
  readonly moneyRange: (from: Money, to: Money) => string;
  readonly count: (value: number) => string;
  readonly list: (words: readonly string[]) => string;
  /** The side of a sentence that is written in this person's language. */
  readonly inLanguage: (sentence: { readonly chinese: string; readonly english: string }) => string;
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const today = useContext(ViewerContext)?.today ?? dayOf(new Date());
  const { language } = i18n;
  return useMemo(() => formatFor(language, today), [language, today]);
}

function formatFor(language: string, today: string): Format {
  const day = (value: string): string => dayText(value, { language, today });
  const dayWithWeekday = (value: string): string => dayText(value, { language, today, withWeekday: true });
  return {
    today,
    day,
    dayWithWeekday,
    weekday: (value) => weekdayText(value, language, 'long'),
    time: timeText,
    instant: (value) => `${dayWithWeekday(dayOf(new Date(value)))} ${timeText(value)}`,
    dayOfInstant: (value) => day(dayOf(new Date(value))),
    daysFromToday: (value) => daysBetween(today, value),
    month: (period) => monthText(period, language),
    money: ({ amount }) => yuan(amount, language),
    moneyRange: (from, to) => yuanRange(from.amount, to.amount, language),
    count: (value) => grouped(String(value)),
    list: (words) => words.join(language === 'en' ? ', ' : '、'),
    inLanguage: ({ chinese, english }) => (language === 'en' ? english : chinese),
  };
}
