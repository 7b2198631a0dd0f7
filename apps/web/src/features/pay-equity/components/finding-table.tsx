import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRowFragment } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useFindingWords } from './use-finding-words';

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
      cell: (row) => <TwoLines first={words.short(row)} second={words.figures(row)} />,
    },
    {
      key: 'verdict',
      title: t('column.verdict'),
      cell: ({ verdict, findingClass, severity, evidence }) => (
        <span className="row g4 wrap">
          <StatusChip
            kind="verdict"
            state={verdict === 'VIOLATION' && findingClass === 'AGREEMENT' ? 'VIOLATION_AGREEMENT' : verdict}
          />
          <span className="tag">{t(`severity.${severity}`)}</span>
          {evidence === null ? null : <span className="tag">{t(`evidence.${evidence}`)}</span>}
        </span>
      ),
    },
    { key: 'status', title: t('column.status'), cell: ({ status }) => <StatusChip kind="finding" state={status} /> },
    { key: 'seen', title: t('column.seen'), cell: ({ detectedAt }) => format.dayOfInstant(detectedAt) },
  ];
}
