import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RemoveClientsFromBatchDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { useReport } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { ErrorState } from '../../../components/states/error-state';
import { Skeleton } from '../../../components/states/skeleton';
import { useCommand } from '../../../lib/graphql/use-command';
import { useAllAssignments } from '../hooks/use-all-assignments';
import type { Batch } from '../rules/batch';
import { toggled } from '../rules/ticks';

interface CohortListProps {
  readonly batch: Batch;
  readonly canRemove: boolean;
}

/** Who is in the cohort, as far as the reader may see it. */
export function CohortList({ batch, canRemove }: CohortListProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { rows, isLoading, error, retry } = useAllAssignments(batch.id, null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { run, isRunning } = useCommand(RemoveClientsFromBatchDocument);
  const report = useReport();
  const remove = async (): Promise<void> => {
    const result = await run({ id: batch.id, clientIds: [...ticked] });
    report(result, t('cohort.removed'));
    if (result.kind === 'done') setTicked(new Set());
  };
  const others = batch.clientsTotal - batch.ownClients;
  return (
    <Card title={t('cohort.title')} count={t('common:people', { count: batch.clientsTotal })}>
      {isLoading ? <Skeleton rows={6} /> : null}
      {error === undefined ? null : <ErrorState onRetry={retry} />}
      {!isLoading && error === undefined && rows.length === 0 ? (
        <EmptyState title={t('cohort.empty')} text={t('cohort.emptyText')} />
      ) : null}
      <ul className="cohort">
        {rows.map(({ id, client }) => (
          <li key={id}>
            {canRemove ? (
              <label className="row g6">
                <input
                  type="checkbox"
                  checked={ticked.has(client.id)}
                  onChange={() => setTicked(toggled(ticked, [client.id]))}
                />
                <span className="b">{client.name}</span>
                <span className="dim s12">{client.fileNumber}</span>
              </label>
            ) : (
              <span className="row g6">
                <span className="b">{client.name}</span>
                <span className="dim s12">{client.fileNumber}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="li s13 mut">{t('cohort.others', { count: others })}</p> : null}
      {ticked.size === 0 ? null : (
        <div className="tray">
          <b className="b s13 nw">{t('cohort.chosen', { count: ticked.size })}</b>
          <span className="sp" />
          <button type="button" className="btn sm" aria-disabled={isRunning} onClick={() => void remove()}>
            {t('cohort.remove', { count: ticked.size })}
          </button>
        </div>
      )}
    </Card>
  );
}
