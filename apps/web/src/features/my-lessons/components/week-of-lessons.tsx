import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WeekOfLessonsDocument, type LessonCardFragment } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { addDays, dayOf, mondayOf } from '../../../lib/format/day';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A week of lessons, day by day; the weeks before and after are one tap away. */
export function WeekOfLessons(): ReactNode {
  const { t } = useTranslation('trainee');
  const { today } = useFormat();
  const [monday, setMonday] = useState(() => mondayOf(today));
  const read = useRead(WeekOfLessonsDocument, { from: monday, to: addDays(monday, 6) });
  return (
    <section className="card" aria-label={t('title.timetable')}>
      <h2 className="pd s18">{t('title.timetable')}</h2>
      <div className="pair pd">
        <button type="button" className="btn" onClick={() => setMonday(addDays(monday, -7))}>
          {t('timetable.before')}
        </button>
        <button type="button" className="btn" onClick={() => setMonday(addDays(monday, 7))}>
          {t('timetable.after')}
        </button>
      </div>
      <Loaded of={read}>
        {({ myLessons }) => (
          <>
            {DAYS.map((offset) => (
              <DayOfLessons key={offset} day={addDays(monday, offset)} lessons={myLessons} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface DayOfLessonsProps {
  readonly day: string;
  readonly lessons: readonly LessonCardFragment[];
}

function DayOfLessons({ day, lessons }: DayOfLessonsProps): ReactNode {
  const { t } = useTranslation('trainee');
  const format = useFormat();
  const mine = lessons.filter(({ startsAt }) => dayOf(new Date(startsAt)) === day);
  const name = t('lesson.day', { day: format.day(day), weekday: format.weekday(day) });
  return (
    <div className="pd" {...(day === format.today ? { 'aria-current': 'date' as const } : {})}>
      <h3 className={mine.length === 0 ? 'dim' : 'b'}>{day === format.today ? `${name}（${t('today')}）` : name}</h3>
      {mine.map((lesson) => (
        <LessonLine key={lesson.id} lesson={lesson} />
      ))}
    </div>
  );
}

function LessonLine({ lesson }: { readonly lesson: LessonCardFragment }): ReactNode {
  const { t } = useTranslation('trainee');
  const format = useFormat();
  return (
    <div className="stack">
      <p>
        <b>{format.time(lesson.startsAt)}</b>{' '}
        {t('lesson.name', { course: lesson.courseName, number: lesson.lessonNumber })}
      </p>
      <p className="dim">{t('lesson.until', { time: format.time(lesson.endsAt), room: lesson.roomName })}</p>
      {lesson.isCancelled ? <p className="b">{t('lesson.cancelled')}</p> : null}
    </div>
  );
}
