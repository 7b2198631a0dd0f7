import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Track } from '../../../components/figures/track';
import { useFormat } from '../../../lib/format/use-format';
import type { County } from './county-data';

type Row = County['slots'][number];

/** What each enterprise pledged, and what became of it. */
export function SlotUse({ rows }: { readonly rows: County['slots'] }): ReactNode {
  const { t } = useTranslation('county');
  const format = useFormat();
  const count = (key: 'filled' | 'held' | 'open'): Column<Row> => {
    const name = { filled: 'fill', held: 'hold', open: 'open' }[key];
    return { key, title: t(`slots.legend.${name}`), isNumber: true, cell: (row) => format.count(row[key]) };
  };
  const bar = ({ pledged, filled, held, open }: Row): ReactNode => (
    <Track
      of={pledged}
      label={t('slots.label', { pledged, filled, held, open })}
      stretches={[
        { kind: 'fill', amount: filled },
        { kind: 'hold', amount: held },
        { kind: 'open', amount: open },
      ]}
    />
  );
  const columns: readonly Column<Row>[] = [
    { key: 'enterprise', title: t('slots.enterprise'), cell: ({ enterprise }) => enterprise.name },
    { key: 'bar', title: t('slots.title'), isTitleHidden: true, cell: bar },
    count('filled'),
    count('held'),
    count('open'),
    { key: 'pledged', title: t('slots.pledged'), isNumber: true, cell: ({ pledged }) => format.count(pledged) },
  ];
  return (
    <Card title={t('slots.title')}>
      <DataTable caption={t('slots.title')} columns={columns} rows={rows} rowKey={({ enterprise }) => enterprise.id} />
    </Card>
  );
}
