import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { JobsDocument, type JobsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { WaitingJobs } from './waiting-jobs';

type Kind = JobsQuery['jobKinds'][number];

const EVERY_MS = 10_000;

/** What waits for a person first, then how it stands with each kind of job; numbers and names of jobs only. */
export function JobsBoard(): ReactNode {
  const { t } = useTranslation('jobs');
  const read = useRead(JobsDocument, {});
  const { lookAgain } = read;
  useEffect(() => {
    const timer = setInterval(lookAgain, EVERY_MS);
    return () => clearInterval(timer);
  }, [lookAgain]);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <Link className="btn" to="/deliveries">
          {t('toDeliveries')}
        </Link>
      </PageHead>
      <Loaded of={read}>
        {({ waitingJobs, jobKinds }) => (
          <>
            <WaitingJobs jobs={waitingJobs} />
            <Kinds kinds={jobKinds} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('jobs');
  const columns = useColumns();
  return (
    <Card title={t('kinds')}>
      {kinds.length === 0 ? (
        <EmptyState title={t('noKinds')} text={t('noKindsText')} />
      ) : (
        <DataTable caption={t('kinds')} columns={columns} rows={kinds} rowKey={({ job }) => job} />
      )}
    </Card>
  );
}

function useColumns(): readonly Column<Kind>[] {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const count = (key: 'waiting' | 'queued' | 'later' | 'failed' | 'doneInADay'): Column<Kind> => ({
    key,
    title: t(`column.${key}`),
    isNumber: true,
    cell: (kind) => format.count(kind[key]),
  });
  return [
    {
      key: 'job',
      title: t('column.job'),
      cell: ({ job }) => t(`job.${job.replaceAll('.', '-')}`, { defaultValue: job }),
    },
    count('waiting'),
    count('queued'),
    count('later'),
    {
      key: 'oldest',
      title: t('column.oldest'),
      isNumber: true,
      cell: ({ oldestSeconds }) =>
        oldestSeconds === null ? '–' : t('seconds', { count: Math.max(0, Math.round(oldestSeconds)) }),
    },
    count('doneInADay'),
    count('failed'),
  ];
}
