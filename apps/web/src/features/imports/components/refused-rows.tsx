import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRunQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';

type Row = NonNullable<ImportRunQuery['importRun']>['rows']['edges'][number]['node'];

interface RefusedRowsProps {
  readonly rows: readonly Row[];
}

/** The rows that were not taken, each with column and reason. */
export function RefusedRows({ rows }: RefusedRowsProps): ReactNode {
  const { t } = useTranslation('imports');
  const reason = ({ refusals }: Row): ReactNode =>
    refusals.map(({ code, field, message }) => (
      <p key={code + field.join()}>
        {field.length === 0 ? '' : `${field.join('、')}：`}
        {t(`rowRefusal.${code}`, { defaultValue: message })}
      </p>
    ));
  const columns: readonly Column<Row>[] = [
    { key: 'row', title: t('row'), isNumber: true, cell: ({ rowNumber }) => rowNumber },
    { key: 'key', title: t('rowKey'), cell: ({ key }) => key ?? t('common:none') },
    { key: 'reason', title: t('reason'), cell: reason },
  ];
  return (
    <DataTable caption={t('refusedRows')} columns={columns} rows={rows} rowKey={({ rowNumber }) => String(rowNumber)} />
  );
}
