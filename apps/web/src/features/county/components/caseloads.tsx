import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat } from '../../../lib/format/use-format';
import type { County } from './county-data';

type Row = County['caseloads'][number];

/** Clients whom one caseworker can look after well. */
const FULL_CASELOAD = 40;

/** How many people each caseworker looks after; above forty it is marked. */
export function Caseloads({ rows }: { readonly rows: County['caseloads'] }): ReactNode {
  const { t } = useTranslation('county');
  const format = useFormat();
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t('caseloads.name'), cell: ({ caseworkerName }) => caseworkerName },
    {
      key: 'clients',
      title: t('caseloads.clients'),
      isNumber: true,
      cell: ({ clients }) => `${clients > FULL_CASELOAD ? '↑ ' : ''}${format.count(clients)}`,
    },
  ];
  return (
    <Card title={t('caseloads.title')} count={t('caseloads.count', { count: rows.length })}>
      {rows.length === 0 ? (
        <p className="li mut">{t('caseloads.none')}</p>
      ) : (
        <DataTable
          caption={t('caseloads.title')}
          columns={columns}
          rows={rows}
          rowKey={({ caseworkerName }) => caseworkerName}
        />
      )}
      <p className="cb s12 mut">{t('caseloads.help', { count: FULL_CASELOAD })}</p>
    </Card>
  );
}
