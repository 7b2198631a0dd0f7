import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CourseSessionsDocument, type CourseSessionsQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { Pager } from '../../../components/desk/pager';
import { Track } from '../../../components/figures/track';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useViewer } from '../../../lib/session/viewer-context';
import { ParticipantsDrawer } from './participants-drawer';

/** Who knows the people of a session by name. */
const BASE_ROLES: readonly string[] = ['TRAINER', 'BASE_MANAGER'];

type Row = CourseSessionsQuery['courseSessions']['edges'][number]['node'];

/** Courses as they run: when, how many seats, who teaches. */
export function SessionList(): ReactNode {
  const { t } = useTranslation('training');
  const [params] = useSearchParams();
  const read = useRead(CourseSessionsDocument, { after: params.get('after') });
  const [named, setNamed] = useState<Row | null>(null);
  const { role } = useViewer();
  const columns = useColumns(BASE_ROLES.includes(role) ? setNamed : null);
  const plansOwn = role === 'CASEWORKER';
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        {plansOwn ? (
          <Link className="btn" to="/training-plan">
            {t('plan')}
          </Link>
        ) : null}
      </PageHead>
      <section className="card">
        <Loaded of={read}>
          {({ courseSessions: sessions }) => (
            <>
              {sessions.edges.length === 0 ? (
                <EmptyState title={t('none')} text={t('noneText')} />
              ) : (
                <DataTable
                  caption={t('title')}
                  columns={columns}
                  rows={sessions.edges.map(({ node }) => node)}
                  rowKey={({ id }) => id}
                />
              )}
              <Pager shown={sessions.edges.length} total={sessions.totalCount} pageInfo={sessions.pageInfo} />
            </>
          )}
        </Loaded>
      </section>
      {named === null ? null : (
        <ParticipantsDrawer
          sessionId={named.id}
          title={t('names', { course: named.course.name, number: named.number })}
          onClose={() => setNamed(null)}
        />
      )}
    </>
  );
}

/** `showNames` opens the people of a session; null for who does not know them. */
function useColumns(showNames: ((row: Row) => void) | null): readonly Column<Row>[] {
  const { t } = useTranslation('training');
  const format = useFormat();
  const seats = ({ seats: all, seatsTaken: taken, seatsAsked: asked }: Row): ReactNode => (
    <>
      <Track of={all} label={t('seatsOf', { taken, all })} stretches={[{ kind: 'fill', amount: taken }]} />
      <span className="two">{t('seatsOf', { taken, all })}</span>
      {asked === 0 ? null : <span className="two b">{t('asked', { count: asked })}</span>}
    </>
  );
  const names: Column<Row> = {
    key: 'names',
    title: t('participants'),
    cell: (row) => (
      <button
        type="button"
        className="btn sm"
        aria-label={`${t('showNames')} ${t('session', { course: row.course.name, number: row.number })}`}
        onClick={() => showNames?.(row)}
      >
        {t('showNames')}
      </button>
    ),
  };
  return [
    {
      key: 'course',
      title: t('course'),
      cell: ({ course, number }) => (
        <TwoLines
          first={t('session', { course: course.name, number })}
          second={format.list(course.teaches.map(({ name }) => name))}
        />
      ),
    },
    {
      key: 'days',
      title: t('days'),
      cell: ({ startsOn, endsOn }) => t('fromTo', { from: format.day(startsOn), to: format.day(endsOn) }),
    },
    { key: 'enrolTo', title: t('enrolTo'), cell: ({ enrolTo }) => format.day(enrolTo) },
    { key: 'seats', title: t('seats'), cell: seats },
    { key: 'trainer', title: t('trainer'), cell: ({ trainerName }) => trainerName || t('common:unknown') },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status, seats: all, seatsTaken }) => (
        <StatusChip kind="session" state={status === 'OPEN' && seatsTaken >= all ? 'FULL' : status} />
      ),
    },
    ...(showNames === null ? [] : [names]),
  ];
}
