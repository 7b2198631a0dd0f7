import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConfirmPositionDocument, type PositionRowFragment } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { SlotPips } from '../../../components/figures/slot-pips';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';

type Row = PositionRowFragment;

interface PositionTableProps {
  readonly rows: readonly Row[];
  readonly isOwn: boolean;
}

export function PositionTable({ rows, isOwn }: PositionTableProps): ReactNode {
  const { t } = useTranslation('positions');
  const columns = useColumns(isOwn);
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

const isFilled = ({ status, slots }: Row): boolean => status === 'PUBLISHED' && slots.open === 0 && slots.total > 0;

function useColumns(isOwn: boolean): readonly Column<Row>[] {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const confirmed: Column<Row> = {
    key: 'confirmed',
    title: t('column.confirmed'),
    cell: ({ lastConfirmedAt }) =>
      lastConfirmedAt === null ? t('notConfirmed') : format.dayOfInstant(lastConfirmedAt),
  };
  const act: Column<Row> = {
    key: 'act',
    title: t('column.act'),
    isTitleHidden: true,
    isNumber: true,
    cell: (row) => (row.status === 'PUBLISHED' || row.status === 'STALE' ? <ConfirmButton row={row} /> : null),
  };
  return [
    {
      key: 'title',
      title: t('column.title'),
      cell: ({ id, title, occupation, enterprise }) =>
        isOwn ? (
          <TwoLines first={title} second={occupation.name} />
        ) : (
          <TwoLines first={<Link to={`/positions/${id}`}>{title}</Link>} second={enterprise.name} />
        ),
    },
    {
      key: 'status',
      title: t('column.status'),
      cell: (row) => <StatusChip kind="position" state={isFilled(row) ? 'FILLED' : row.status} />,
    },
    {
      key: 'slots',
      title: t('column.slots'),
      cell: ({ slots }) => (
        <span className="row g6">
          <span className="nw">{t('common:slots.filled', { filled: slots.filled, total: slots.total })}</span>
          <SlotPips slots={slots} />
        </span>
      ),
    },
    { key: 'place', title: t('column.place'), cell: ({ township }) => township.name },
    {
      key: 'terms',
      title: t('column.terms'),
      cell: ({ shift, weeklyHours, payMin, payMax }) => (
        <TwoLines
          first={format.moneyRange(payMin, payMax)}
          second={`${t(`common:shift.${shift}`)} · ${t('common:hoursPerWeek', { count: weeklyHours })}`}
        />
      ),
    },
    confirmed,
    ...(isOwn ? [act] : []),
  ];
}

function ConfirmButton({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('positions');
  const { run, isRunning } = useCommand(ConfirmPositionDocument);
  return (
    <ActButton
      label={t('confirmOne', { title: row.title })}
      className="btn sm"
      isRunning={isRunning}
      act={() => run({ id: row.id })}
      doneText={t('confirmed', { title: row.title })}
    >
      {t('confirm')}
    </ActButton>
  );
}
