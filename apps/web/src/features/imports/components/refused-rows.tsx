import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRunQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat } from '../../../lib/format/use-format';

type Row = NonNullable<ImportRunQuery['importRun']>['rows']['edges'][number]['node'];

interface RefusedRowsProps {
  readonly rows: readonly Row[];
}

/** The rows that were not taken, each with column and reason. */
export function RefusedRows({ rows }: RefusedRowsProps): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const sentence = ({ code, field, message }: Row['refusals'][number]): string => {
    const reason = t(`rowRefusal.${code}`, { defaultValue: message });
    return field.length === 0 ? reason : t('reasonOf', { columns: format.list(field), reason });
  };
  const reason = ({ refusals }: Row): ReactNode =>
    refusals.map((refusal) => <p key={refusal.code + refusal.field.join()}>{sentence(refusal)}</p>);
  const columns: readonly Column<Row>[] = [
    { key: 'row', title: t('row'), cell: ({ rowNumber }) => rowNumber },
    { key: 'key', title: t('rowKey'), cell: ({ key }) => key ?? t('common:none') },
    { key: 'reason', title: t('reason'), cell: reason },
  ];
  return (
    <DataTable caption={t('refusedRows')} columns={columns} rows={rows} rowKey={({ rowNumber }) => String(rowNumber)} />
  );
}
