import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AidFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useNextStep } from './use-next-step';

interface OpenedAidProps {
  readonly requests: readonly AidFragment[];
}

/** The requests in a file that was opened for a reason: to read; nothing where there are none. */
export function OpenedAid({ requests }: OpenedAidProps): ReactNode {
  const { t } = useTranslation('aid');
  const nextStep = useNextStep();
  if (requests.length === 0) return null;
  return (
    <Card title={t('title')}>
      {requests.map((request) => (
        <div className="li" key={request.id}>
          <span className="sp">
            <TwoLines first={t(`kind.${request.kind}`)} second={nextStep(request)} />
          </span>
          <StatusChip kind="aid" state={request.status} />
        </div>
      ))}
    </Card>
  );
}
