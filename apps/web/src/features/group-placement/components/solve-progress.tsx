import Check from '@ant-design/icons-svg/es/asn/CheckOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CancelBatchSolveDocument, type BatchSolvePhase } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { Track } from '../../../components/figures/track';
import { Icon } from '../../../components/icon';
import { useCommand } from '../../../lib/graphql/use-command';
import { may, type Batch } from '../rules/batch';

const PHASES: readonly BatchSolvePhase[] = [
  'READING',
  'RANKING_PAIRS',
  'CARDINALITY',
  'FIT',
  'REASONS',
  'POLICIES',
  'CERTIFICATE',
  'WRITING',
];

/** What the solver is at, how far, and a way to stop it; one may leave, it goes on. */
export function SolveProgress({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(CancelBatchSolveDocument);
  const phase = batch.solve?.phase ?? null;
  const permille = batch.solve?.permille ?? 0;
  const at = phase === null ? -1 : PHASES.indexOf(phase);
  const cancel = may(batch, 'CANCEL') ? (
    <ActButton label={t('solve.cancel')} isRunning={isRunning} act={() => run({ id: batch.id })} />
  ) : undefined;
  return (
    <Card title={t('solve.title')} count={`${Math.round(permille / 10)}%`} more={cancel}>
      <div className="cb stack g8">
        <Track of={1_000} label={t('solve.title')} stretches={[{ kind: 'fill', amount: permille }]} />
        <p className="s13" role="status">
          {phase === null ? t('solve.queued') : t(`phase.${phase}`)}
        </p>
        <ol className="stack g4 s13">
          {PHASES.map((name, index) => (
            <li key={name} className="row g6">
              <span className={index < at ? 'ok' : 'dim'}>{index < at ? <Icon of={Check} /> : '·'}</span>
              <span className={index === at ? 'b' : index < at ? '' : 'dim'}>{t(`phase.${name}`)}</span>
            </li>
          ))}
        </ol>
        <p className="s12 mut">{t('solve.leave')}</p>
      </div>
    </Card>
  );
}
