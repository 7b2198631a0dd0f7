import Reload from '@ant-design/icons-svg/es/asn/ReloadOutlined';
import UserSwitch from '@ant-design/icons-svg/es/asn/UserSwitchOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ReviewPlacementBatchDocument,
  SolvePlacementBatchDocument,
  SubmitBatchForApprovalDocument,
} from '@contract/gql';
import { ActButton, useReport } from '../../../components/desk/act-button';
import { Icon } from '../../../components/icon';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { useKeys } from '../../../lib/keys/use-keys';
import { may, type Batch } from '../rules/batch';

interface ReviewFootProps {
  readonly batch: Batch;
}

/** What happens next with the whole batch: review, solve anew, or hand to another person. */
export function ReviewFoot({ batch }: ReviewFootProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  return (
    <>
      {batch.returnReason !== null && batch.submittedAt === null ? (
        <Note tone="wheat">{t('approval.returned', { reason: t(`returnReason.${batch.returnReason}`) })}</Note>
      ) : null}
      <div className="row wrap review-acts">
        <span className="s12 mut two-lines">
          {t('onlyReferrals')}
          <br />
          {t('anotherPerson')}
        </span>
        <span className="sp" />
        <SolveAgain batch={batch} />
        <StartReview batch={batch} />
        <Submit batch={batch} />
      </div>
    </>
  );
}

function SolveAgain({ batch }: ReviewFootProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(SolvePlacementBatchDocument);
  const report = useReport();
  const canSolve = may(batch, 'SOLVE');
  const solve = async (): Promise<void> => report(await run({ id: batch.id }));
  useKeys({ r: () => canSolve && !isRunning && void solve() });
  if (!canSolve) return null;
  return (
    <button type="button" className="btn" aria-disabled={isRunning} onClick={() => !isRunning && void solve()}>
      <Icon of={Reload} />
      {t('solve.again')}
      <kbd aria-hidden="true">R</kbd>
    </button>
  );
}

function StartReview({ batch }: ReviewFootProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(ReviewPlacementBatchDocument);
  if (!may(batch, 'REVIEW')) return null;
  return (
    <ActButton
      label={t('approval.review')}
      className="btn pri"
      isRunning={isRunning}
      act={() => run({ id: batch.id })}
    />
  );
}

function Submit({ batch }: ReviewFootProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(SubmitBatchForApprovalDocument);
  if (!may(batch, 'SUBMIT')) return null;
  return (
    <ActButton
      label={t('approval.submit')}
      className="btn pri"
      isRunning={isRunning}
      confirm={t('approval.submitConfirm', { count: batch.overrides.length })}
      act={() => run({ id: batch.id })}
      doneText={t('approval.submitted')}
    >
      <Icon of={UserSwitch} />
      {t('approval.submit')}
    </ActButton>
  );
}
