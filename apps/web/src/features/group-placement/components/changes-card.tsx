import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideFieldsFragment } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { EmptyState } from '../../../components/states/empty-state';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { usePlacementWords } from '../hooks/use-placement-words';
import { useUndo } from '../hooks/use-review';
import { may, type Batch } from '../rules/batch';

/** What people changed by hand: whom, to what, why, who did it, and what it cost. */
export function ChangesCard({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const columns = useColumns(batch);
  return (
    <section className="card" aria-label={t('change.title')}>
      <div className="ch">
        <h2>{t('change.title')}</h2>
        <span className="n">{t('change.count', { count: batch.overrides.length })}</span>
      </div>
      {batch.overrides.length === 0 ? (
        <EmptyState title={t('change.none')} text={t('change.noneText')} />
      ) : (
        <DataTable caption={t('change.title')} columns={columns} rows={batch.overrides} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

function useColumns(batch: Batch): readonly Column<OverrideFieldsFragment>[] {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const words = usePlacementWords();
  const undo = useUndo(batch.id);
  const columns: readonly Column<OverrideFieldsFragment>[] = [
    {
      key: 'person',
      title: t('cohort.name'),
      cell: ({ client }) => <TwoLines first={client.name} second={client.fileNumber} />,
    },
    {
      key: 'what',
      title: t('change.what'),
      cell: ({ kind, position }) => <TwoLines first={t(`change.is.${kind}`)} second={words.place(position)} />,
    },
    { key: 'why', title: t('change.why'), cell: ({ reason }) => t(`reason.${reason}`) },
    {
      key: 'cost',
      title: t('change.cost'),
      cell: ({ costPlaced, costFit }) =>
        t('change.costs', { people: format.count(costPlaced), points: format.count(costFit) }),
    },
    {
      key: 'who',
      title: t('change.who'),
      cell: ({ madeBy, madeAt }) => <TwoLines first={madeBy} second={format.instant(madeAt)} />,
    },
  ];
  if (!may(batch, 'OVERRIDE')) return columns;
  const act: Column<OverrideFieldsFragment> = {
    key: 'act',
    title: t('change.undo'),
    isTitleHidden: true,
    cell: ({ id, client }) => (
      <button
        type="button"
        className="link"
        aria-label={t('change.undoOf', { name: client.name })}
        onClick={() => void undo(id)}
      >
        {t('change.undo')}
      </button>
    ),
  };
  return [...columns, act];
}
