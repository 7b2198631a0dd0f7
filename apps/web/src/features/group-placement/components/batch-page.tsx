import Download from '@ant-design/icons-svg/es/asn/DownloadOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DiscardPlacementBatchDocument, PlacementBatchDocument } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { Icon } from '../../../components/icon';
import { Note } from '../../../components/note';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useViewer } from '../../../lib/session/viewer-context';
import { useLookAgain } from '../hooks/use-look-again';
import { may, type Batch } from '../rules/batch';
import { isSolving, stepOf } from '../rules/steps';
import { BatchFigures } from './batch-figures';
import { BatchSteps } from './batch-steps';
import { CohortStage } from './cohort-stage';
import { ResultStage } from './result-stage';
import { ReviewStage } from './review-stage';
import { SolveProgress } from './solve-progress';

interface BatchPageProps {
  readonly batchId: string;
}

/** One batch from its cohort to the result of each row; what stands on the page is its present step. */
export function BatchPage({ batchId }: BatchPageProps): ReactNode {
  const read = useRead(PlacementBatchDocument, { id: batchId });
  const batch = read.data?.placementBatch ?? null;
  useLookAgain(batch !== null && (isSolving(batch) || batch.isCommitting), read.lookAgain);
  return (
    <Loaded of={read} rows={8}>
      {({ placementBatch }) =>
        placementBatch === null ? (
          <NotHere />
        ) : (
          <>
            <BatchHead batch={placementBatch} />
            <BatchFigures batch={placementBatch} />
            <Stage batch={placementBatch} />
          </>
        )
      }
    </Loaded>
  );
}

function BatchHead({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const { solve, preparedBy, cutoffAt } = batch;
  const took = solve?.solverMillis ?? null;
  const sub = [
    t('head.cutoff', { at: format.instant(cutoffAt) }),
    ...(took === null ? [] : [t('head.took', { seconds: (took / 1_000).toFixed(2) })]),
    t('preparedBy', { name: preparedBy }),
  ].join(t('semicolon'));
  return (
    <>
      <title>{t('batchPageTitle')}</title>
      <div className="ph batch-head">
        <div>
          <div className="row wrap">
            <h1>{batch.title}</h1>
            <StatusChip kind="batch" state={batch.status} />
          </div>
          <p className="sub">{sub}</p>
        </div>
        <div className="act">
          <BatchSteps step={stepOf(batch)} isOver={batch.status === 'COMMITTED'} />
        </div>
      </div>
    </>
  );
}

function Stage({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation(['groupPlacement', 'refusals']);
  if (isSolving(batch)) return <SolveProgress batch={batch} />;
  if (batch.status === 'DISCARDED') return <Note tone="slate">{t('discarded')}</Note>;
  const failed = batch.solve?.state === 'FAILED' || batch.solve?.state === 'CANCELLED' ? batch.solve : null;
  const errorCode = failed?.errorCode ?? 'INTERNAL';
  return (
    <>
      {failed === null ? null : (
        <Note tone="wheat" role="alert">
          {failed.state === 'CANCELLED'
            ? t('solve.cancelled')
            : t(`refusals:${errorCode}`, { defaultValue: t('solve.failed') })}
        </Note>
      )}
      {batch.status === 'COLLECTING' ? <CohortStage batch={batch} /> : null}
      {batch.status === 'SOLVED' || batch.status === 'IN_REVIEW' ? <ReviewStage batch={batch} /> : null}
      {batch.status === 'APPROVED' || batch.status === 'COMMITTED' ? <ResultStage batch={batch} /> : null}
      <BatchFoot batch={batch} />
    </>
  );
}

function BatchFoot({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(DiscardPlacementBatchDocument);
  const readsFiles = useViewer().role === 'SUPERVISOR' && batch.outcome !== null;
  const files = `/placement-batches/${batch.id}`;
  return (
    <div className="row wrap">
      {readsFiles ? (
        <>
          <a className="btn" href={`${files}/report.pdf`} download>
            <Icon of={Download} />
            {t('report')}
          </a>
          <a className="btn" href={`${files}/certificate.json`} download>
            <Icon of={Download} />
            {t('certificate')}
          </a>
        </>
      ) : null}
      <span className="sp" />
      {may(batch, 'DISCARD') ? (
        <ActButton
          label={t('discard')}
          className="btn txt"
          isRunning={isRunning}
          confirm={t('discardConfirm')}
          act={() => run({ id: batch.id })}
        />
      ) : null}
    </div>
  );
}
