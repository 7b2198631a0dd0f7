import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DueAidDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { StatusChip } from '../../../components/status/status-chip';
import { useRead } from '../../../lib/graphql/use-read';
import { useNextStep } from './use-next-step';

/** Requests that are to be looked at again today; nothing where there are none. */
export function DueAid(): ReactNode {
  const { t } = useTranslation('aid');
  const nextStep = useNextStep();
  const { data } = useRead(DueAidDocument, {});
  const rows = data?.dueAidRequests ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title={t('due')} count={t('items', { count: rows.length })}>
      {rows.map((row) => (
        <div className="li" key={row.id}>
          <span className="sp">
            <span className="b">
              <ClientLink client={row.client} tab="aid" />
            </span>
            <span className="two">{t('line', { kind: t(`kind.${row.kind}`), step: nextStep(row) })}</span>
          </span>
          <StatusChip kind="aid" state={row.status} />
        </div>
      ))}
    </Card>
  );
}
