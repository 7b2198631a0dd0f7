import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NextLessonDocument, type LessonCardFragment } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { dayOf } from '../../../lib/format/day';
import { useFormat, type Format } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { WeekOfLessons } from './week-of-lessons';

/** A trainee's next lesson, and the week around it. */
export function MyLessons(): ReactNode {
  const { t } = useTranslation('trainee');
  const read = useRead(NextLessonDocument, {});
  return (
    <>
      <title>{t('pageTitle', { title: t('title.timetable') })}</title>
      <h1 className="sr">{t('title.timetable')}</h1>
      <Loaded of={read} rows={2}>
        {({ myNextLesson }) => (myNextLesson === null ? <NoLesson /> : <NextLesson lesson={myNextLesson} />)}
      </Loaded>
      <WeekOfLessons />
    </>
  );
}

function NoLesson(): ReactNode {
  const { t } = useTranslation('trainee');
  return (
    <section className="card pd" aria-label={t('lesson.next')}>
      <h2 className="s18">{t('lesson.none')}</h2>
      <p>{t('lesson.noneText')}</p>
    </section>
  );
}

function NextLesson({ lesson }: { readonly lesson: LessonCardFragment }): ReactNode {
  const { t } = useTranslation('trainee');
  const format = useFormat();
  const day = dayOf(new Date(lesson.startsAt));
  return (
    <section className="card pd stack g8" aria-label={t('lesson.next')}>
      <h2 className="s18">{t('lesson.next')}</h2>
      <p className="s26">
        {whenWord(day, format, t)} {format.time(lesson.startsAt)}
      </p>
      <p>{t('lesson.day', { day: format.day(day), weekday: format.weekday(day) })}</p>
      <p>{t('lesson.name', { course: lesson.courseName, number: lesson.lessonNumber })}</p>
      <p>{t('lesson.place', { room: lesson.roomName, trainer: lesson.trainerName })}</p>
    </section>
  );
}

function whenWord(day: string, format: Format, t: TFunction<'trainee'>): string {
  const days = format.daysFromToday(day);
  if (days <= 0) return t('today');
  return days === 1 ? t('tomorrow') : t('inDays', { count: days });
}
