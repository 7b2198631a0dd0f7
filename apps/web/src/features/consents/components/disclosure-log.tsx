import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientConsentsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

type Look = NonNullable<ClientConsentsQuery['client']>['disclosures'][number];

/** Who looked at what on which day, and on what it rested; the client reads the same on her phone. */
export function DisclosureLog({ rows }: { readonly rows: readonly Look[] }): ReactNode {
  const { t } = useTranslation('consents');
  const columns = useColumns();
  return (
    <Card title={t('log')}>
      {rows.length === 0 ? (
        <p className="li mut">{t('nobodyLooked')}</p>
      ) : (
        <DataTable caption={t('log')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}

function useColumns(): readonly Column<Look>[] {
  const { t } = useTranslation('consents');
  const format = useFormat();
  return [
    { key: 'day', title: t('day'), cell: ({ day }) => format.day(day) },
    {
      key: 'who',
      title: t('who'),
      cell: ({ recipientName, readerName }) => <TwoLines first={recipientName} second={readerName} />,
    },
    { key: 'what', title: t('fields'), cell: ({ fieldGroup }) => t(`common:fieldGroup.${fieldGroup}`) },
    { key: 'count', title: t('times'), cell: ({ count }) => format.count(count) },
    {
      key: 'basis',
      title: t('basisTitle'),
      cell: ({ basis, purpose }) => (
        <TwoLines first={t(`basis.${basis}`)} second={purpose === null ? null : t(`common:purpose.${purpose}`)} />
      ),
    },
  ];
}
