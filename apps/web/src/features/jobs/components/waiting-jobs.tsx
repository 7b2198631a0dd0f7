import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DropJobDocument, RetryJobDocument, type JobsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';

type Job = JobsQuery['waitingJobs'][number];

/** Jobs whose tries are used up: tried again under the same key, or left undone. */
export function WaitingJobs({ jobs }: { readonly jobs: readonly Job[] }): ReactNode {
  const { t } = useTranslation('jobs');
  const columns = useColumns();
  return (
    <Card title={t('waiting')} count={String(jobs.length)}>
      {jobs.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <>
          <p className="cb mut">{t('sameKey')}</p>
          <DataTable caption={t('waiting')} columns={columns} rows={jobs} rowKey={({ id }) => id} />
        </>
      )}
    </Card>
  );
}

function useColumns(): readonly Column<Job>[] {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return [
    {
      key: 'job',
      title: t('column.job'),
      cell: ({ job }) => t(`job.${job.replaceAll('.', '-')}`, { defaultValue: job }),
    },
    { key: 'id', title: t('column.id'), cell: ({ id }) => <span className="mono">{id.slice(-8)}</span> },
    { key: 'attempts', title: t('column.attempts'), isNumber: true, cell: ({ attempts }) => format.count(attempts) },
    { key: 'at', title: t('column.failedAt'), cell: ({ failedAt }) => format.instant(failedAt) },
    { key: 'act', title: t('column.act'), isTitleHidden: true, isNumber: true, cell: (job) => <Acts job={job} /> },
  ];
}

function Acts({ job }: { readonly job: Job }): ReactNode {
  const { t } = useTranslation('jobs');
  const retry = useCommand(RetryJobDocument);
  const drop = useCommand(DropJobDocument);
  const short = job.id.slice(-8);
  return (
    <span className="row g6 wrap">
      <ActButton
        label={t('retryOf', { id: short })}
        isRunning={retry.isRunning}
        act={() => retry.run({ id: job.id })}
        doneText={t('retried')}
      />
      <ActButton
        label={t('dropOf', { id: short })}
        className="btn sm txt"
        isRunning={drop.isRunning}
        confirm={t('dropHelp')}
        act={() => drop.run({ id: job.id })}
        doneText={t('dropped')}
      />
    </span>
  );
}
