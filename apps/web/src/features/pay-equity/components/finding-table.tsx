import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRowFragment } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { StatusChip } from '../../../components/status/status-chip';
import { FindingLink } from './finding-link';
import { verdictStateOf } from './verdict-state';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

export type FindingRow = FindingRowFragment;

interface FindingTableProps {
  readonly rows: readonly FindingRow[];
  readonly withClient: boolean;
  readonly canOpenClient: boolean;
}

/** Findings: what was seen, by how much, how firmly; nobody is blamed before a person has confirmed it. */
export function FindingTable({ rows, withClient, canOpenClient }: FindingTableProps): ReactNode {
  const { t } = useTranslation('payEquity');
  const columns = useColumns(withClient, canOpenClient);
  return <DataTable caption={t('findings')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useColumns(withClient: boolean, canOpenClient: boolean): readonly Column<FindingRow>[] {
  const { t } = useTranslation('payEquity');
  const format = useFormat();
  const words = useFindingWords();
  const name = ({ client }: FindingRow): ReactNode =>
    canOpenClient ? <ClientLink client={client} tab="placement" /> : client.name;
  const client: Column<FindingRow> = {
    key: 'client',
    title: t('column.client'),
    cell: (row) => <TwoLines first={name(row)} second={row.enterprise.name} />,
  };
  return [
    {
      key: 'period',
      title: t('column.period'),
      cell: ({ period, enterprise }) => (
        <TwoLines first={format.month(period)} second={withClient ? null : enterprise.name} />
      ),
    },
    ...(withClient ? [client] : []),
    {
      key: 'what',
      title: t('column.what'),
      cell: (row) => (
        <TwoLines first={<FindingLink id={row.id}>{words.short(row)}</FindingLink>} second={words.figures(row)} />
      ),
    },
    {
      key: 'verdict',
      title: t('column.verdict'),
      cell: (row) => (
        <span className="row g4 wrap">
          <StatusChip kind="verdict" state={verdictStateOf(row)} />
          <span className="tag">{t(`severity.${row.severity}`)}</span>
          {row.evidence === null ? null : <span className="tag">{t(`evidence.${row.evidence}`)}</span>}
        </span>
      ),
    },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ status, dueOn, isLate }) => (
        <TwoLines
          first={<StatusChip kind="finding" state={status} />}
          second={dueOn === null ? '' : t(isLate ? 'late' : 'by', { day: format.day(dueOn) })}
        />
      ),
    },
    { key: 'seen', title: t('column.seen'), cell: ({ detectedAt }) => format.dayOfInstant(detectedAt) },
  ];
}
