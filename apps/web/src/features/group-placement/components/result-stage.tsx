import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommitPlacementBatchDocument, type BatchAssignmentView } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { Segments } from '../../../components/desk/segments';
import { Track } from '../../../components/figures/track';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { ErrorState } from '../../../components/states/error-state';
import { Skeleton } from '../../../components/states/skeleton';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useAllAssignments } from '../hooks/use-all-assignments';
import { usePlacementWords } from '../hooks/use-placement-words';
import { may, type Batch } from '../rules/batch';
import type { Assignment } from '../rules/lanes';

const VIEWS: readonly BatchAssignmentView[] = ['PROPOSED', 'REFUSED', 'UNPLACED'];

/** After the approval: carries the batch out, and then what became of each row. */
export function ResultStage({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  if (batch.status === 'COMMITTED')
    return (
      <>
        <Note role="status">{t('result.done', { at: format.instant(batch.committedAt ?? batch.createdAt) })}</Note>
        <RowResults batch={batch} />
      </>
    );
  const { approvedBy, approvedAt } = batch;
  return (
    <>
      <Note>
        {t('result.approved', { name: approvedBy ?? '', at: approvedAt === null ? '' : format.instant(approvedAt) })}
      </Note>
      {batch.isCommitting ? <Committing batch={batch} /> : <Commit batch={batch} />}
      <RowResults batch={batch} />
    </>
  );
}

function Committing({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const words = t('result.rows', { done: batch.rowsDecided, total: batch.clientsTotal });
  return (
    <section className="card" aria-label={t('result.committing')}>
      <div className="cb stack g8 pt">
        <Track of={batch.clientsTotal} label={words} stretches={[{ kind: 'fill', amount: batch.rowsDecided }]} />
        <p className="s13" role="status">
          {words}
        </p>
      </div>
    </section>
  );
}

function Commit({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(CommitPlacementBatchDocument);
  if (!may(batch, 'COMMIT')) return null;
  return (
    <div className="row wrap">
      {batch.rowsDecided === 0 ? null : (
        <Note tone="wheat">{t('result.stopped', { done: batch.rowsDecided, total: batch.clientsTotal })}</Note>
      )}
      <ActButton
        label={t('result.commit', { count: batch.outcome?.placed ?? 0 })}
        className="btn pri"
        isRunning={isRunning}
        confirm={t('result.commitConfirm')}
        act={() => run({ id: batch.id })}
      />
      <span className="s12 mut">{t('onlyReferrals')}</span>
    </div>
  );
}

function RowResults({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const isOver = batch.status === 'COMMITTED';
  const [view, setView] = useState<BatchAssignmentView>(isOver ? 'PROPOSED' : 'PLACED');
  const { rows, total, isLoading, error, retry } = useAllAssignments(batch.id, { view, positionId: null });
  const columns = useColumns(isOver);
  const views = isOver ? VIEWS : (['PLACED', 'OVERRIDDEN', 'UNPLACED'] as const);
  return (
    <section className="card" aria-label={t('result.title')}>
      <div className="row wrap li">
        <Segments
          label={t('result.view')}
          value={view}
          onChange={(value) => setView(value as BatchAssignmentView)}
          choices={views.map((value) => ({ value, label: t(`result.${value}`) }))}
        />
        <span className="mut s13">{t('common:people', { count: total })}</span>
      </div>
      {isLoading ? <Skeleton rows={6} /> : null}
      {error === undefined ? null : <ErrorState onRetry={retry} />}
      {rows.length > 0 ? (
        <DataTable caption={t('result.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      ) : null}
      {!isLoading && error === undefined && rows.length === 0 ? <EmptyState title={t('result.none')} /> : null}
    </section>
  );
}

function useColumns(isOver: boolean): readonly Column<Assignment>[] {
  const { t } = useTranslation(['groupPlacement', 'refusals']);
  const format = useFormat();
  const words = usePlacementWords();
  return [
    {
      key: 'person',
      title: t('cohort.name'),
      cell: ({ client }) => (
        <TwoLines first={<ClientLink client={client} tab="referrals" />} second={client.fileNumber} />
      ),
    },
    { key: 'position', title: t('capacity.position'), cell: ({ position }) => words.placeOrNone(position) },
    {
      key: 'score',
      title: t('board.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? t('common:none') : format.count(score)),
    },
    ...(isOver ? [resultColumn()] : []),
  ];

  function resultColumn(): Column<Assignment> {
    return {
      key: 'result',
      title: t('result.column'),
      cell: ({ result, resultCode }) =>
        result === null ? null : (
          <>
            <StatusChip kind="batchRow" state={result} />
            {resultCode === null ? null : (
              <span className="two">{t(`refusals:${resultCode}`, { defaultValue: resultCode })}</span>
            )}
          </>
        ),
    };
  }
}
