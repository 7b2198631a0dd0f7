import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientFindingsDocument, type ClientFindingsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingTable } from './finding-table';

type PayMonth = NonNullable<ClientFindingsQuery['client']>['payChecks'][number];

interface ClientFindingsProps {
  readonly clientId: string;
}

/** What one client was paid by month, in plain words, and what the pay checks have seen. */
export function ClientFindings({ clientId }: ClientFindingsProps): ReactNode {
  const { t } = useTranslation('payEquity');
  const read = useRead(ClientFindingsDocument, { id: clientId });
  return (
    <Loaded of={read}>
      {({ client }) => (
        <>
          <Card title={t('ofClient')}>
            {(client?.payFindings ?? []).length === 0 ? (
              <p className="li mut">{t('noneOfClient')}</p>
            ) : (
              <FindingTable rows={client?.payFindings ?? []} withClient={false} canOpenClient={false} />
            )}
          </Card>
          {(client?.payChecks ?? []).length === 0 ? null : <PayMonths rows={client?.payChecks ?? []} />}
        </>
      )}
    </Loaded>
  );
}

function PayMonths({ rows }: { readonly rows: readonly PayMonth[] }): ReactNode {
  const { t } = useTranslation(['payEquity', 'common']);
  const format = useFormat();
  const figures = ({ countedTowardsMinimum: counted, minimumWage: minimum, minimumWageVerified }: PayMonth): string => {
    if (counted === null || minimum === null) return '';
    const words = t('months.figures', { counted: format.money(counted), minimum: format.money(minimum) });
    return minimumWageVerified ? words : `${words}（${t('common:unverified')}）`;
  };
  const columns: readonly Column<PayMonth>[] = [
    { key: 'month', title: t('column.period'), cell: ({ period }) => format.month(period) },
    {
      key: 'received',
      title: t('months.received'),
      cell: (row) => (
        <TwoLines
          first={row.received === null ? t('months.notReceived') : format.money(row.received)}
          second={figures(row)}
        />
      ),
    },
    {
      key: 'verdict',
      title: t('column.verdict'),
      cell: ({ verdict, shortfall }) => (
        <TwoLines
          first={<StatusChip kind="verdict" state={verdict} />}
          second={shortfall === null ? '' : t('months.short', { amount: format.money(shortfall) })}
        />
      ),
    },
  ];
  return (
    <Card title={t('months.title')}>
      <DataTable caption={t('months.title')} columns={columns} rows={rows} rowKey={({ period }) => period} />
    </Card>
  );
}
