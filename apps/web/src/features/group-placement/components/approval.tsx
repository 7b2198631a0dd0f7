import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovePlacementBatchDocument, ReturnBatchToReviewDocument, type BatchReturnReason } from '@contract/gql';
import { ActButton, useReport } from '../../../components/desk/act-button';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { may, type Batch } from '../rules/batch';
import { ChangesCard } from './changes-card';

interface ApprovalProps {
  readonly batch: Batch;
}

/** Above the board once it was submitted: what was changed by hand, and the two answers of another person. */
export function Approval({ batch }: ApprovalProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const { submittedBy, submittedAt } = batch;
  const { run, isRunning } = useCommand(ApprovePlacementBatchDocument);
  const canApprove = may(batch, 'APPROVE');
  const values = { name: submittedBy ?? '', at: submittedAt === null ? '' : format.instant(submittedAt) };
  return (
    <>
      <Note tone="iris">{t(canApprove ? 'approval.yours' : 'approval.waits', values)}</Note>
      {canApprove ? <ChangesCard batch={batch} /> : null}
      <div className="row wrap">
        <span className="sp" />
        {may(batch, 'RETURN') ? <Return batch={batch} /> : null}
        {canApprove ? (
          <ActButton
            label={t('approval.approve')}
            className="btn pri"
            isRunning={isRunning}
            confirm={t('approval.approveConfirm', {
              placed: batch.outcome?.placed ?? 0,
              count: batch.overrides.length,
            })}
            act={() => run({ id: batch.id })}
          />
        ) : null}
      </div>
    </>
  );
}

const RETURN_REASONS: readonly BatchReturnReason[] = [
  'OVERRIDES_UNCLEAR',
  'COHORT_CHANGED',
  'CAPACITY_CHANGED',
  'TOO_CONCENTRATED',
  'OTHER_WORK_RELATED',
];

function Return({ batch }: ApprovalProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const [reason, setReason] = useState<BatchReturnReason | ''>('');
  const { run, isRunning } = useCommand(ReturnBatchToReviewDocument);
  const report = useReport();
  const send = async (): Promise<void> => {
    if (reason !== '') report(await run({ id: batch.id, reason }), t('approval.returnedDone'));
  };
  return (
    <>
      <select
        className="inp filter"
        aria-label={t('approval.returnReason')}
        value={reason}
        onChange={({ target }) => setReason(target.value as BatchReturnReason | '')}
      >
        <option value="">{t('approval.returnReason')}</option>
        {RETURN_REASONS.map((value) => (
          <option key={value} value={value}>
            {t(`returnReason.${value}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn"
        disabled={reason === ''}
        aria-disabled={isRunning}
        onClick={() => void send()}
      >
        {t('approval.return')}
      </button>
    </>
  );
}
