import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayrollTemplateQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat } from '../../../lib/format/use-format';
import type { Table } from '../../../lib/tables/read-table';
import type { Matching } from '../hooks/prepared-payroll';

interface MatchColumnsProps {
  readonly table: Table;
  readonly template: PayrollTemplateQuery['payrollTemplate'];
  readonly matching: Matching;
  readonly onMatch: (matching: Matching) => void;
}

interface OwnColumn {
  readonly place: number;
  readonly header: string;
}

/** Which of the file's columns is which of ours; what is left out never leaves this computer. */
export function MatchColumns({ table, template, matching, onMatch }: MatchColumnsProps): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const own = table.headers.map((header, place) => ({ header, place })).filter(({ header }) => header !== '');
  const count = matching.filter((key) => key !== null).length;
  const match = (place: number, key: string | null): void =>
    onMatch(matching.map((one, at) => (at === place ? key : one === key ? null : one)));
  const columns: readonly Column<OwnColumn>[] = [
    { key: 'own', title: t('ownColumn'), cell: ({ header }) => <b>{header}</b> },
    { key: 'ours', title: t('ourColumn'), cell: (column) => choice(column) },
  ];
  const choice = ({ place, header }: OwnColumn): ReactNode => (
    <select
      className="inp"
      aria-label={t('ourColumnOf', { header })}
      value={matching[place] ?? ''}
      onChange={({ target }) => match(place, target.value === '' ? null : target.value)}
    >
      <option value="">{t('leftOut')}</option>
      {template.columns.map(({ key, header: ours, isRequired }) => (
        <option key={key} value={key}>
          {isRequired ? `${ours}*` : ours}
        </option>
      ))}
    </select>
  );
  return (
    <Card title={t('columns')} count={t('columnsMatched', { count, of: format.count(own.length) })}>
      <details className="cb" open={count < own.length}>
        <summary>{t('columnsText')}</summary>
        <DataTable caption={t('columns')} columns={columns} rows={own} rowKey={({ place }) => String(place)} />
      </details>
    </Card>
  );
}
