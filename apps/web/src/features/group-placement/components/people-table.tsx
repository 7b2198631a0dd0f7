import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Lock from '@ant-design/icons-svg/es/asn/LockOutlined';
import { DataTable, type Column } from '../../../components/data-table';
import { ToneChip } from '../../../components/status/tone-chip';
import { EmptyState } from '../../../components/states/empty-state';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { lockOf, type Review } from '../hooks/use-review';
import type { Assignment } from '../rules/lanes';

interface PeopleTableProps {
  readonly people: readonly Assignment[];
  readonly review: Review;
}

/** The same board by person; her name makes her the current one. */
export function PeopleTable({ people, review }: PeopleTableProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const columns: readonly Column<Assignment>[] = [
    {
      key: 'person',
      title: t('cohort.name'),
      cell: ({ client }) => (
        <TwoLines
          first={
            <button type="button" className="link" onClick={() => review.choose(client.id)}>
              {client.name}
            </button>
          }
          second={client.fileNumber}
        />
      ),
    },
    {
      key: 'position',
      title: t('capacity.position'),
      cell: ({ position }) =>
        position === null ? null : <TwoLines first={position.title} second={position.enterprise.name} />,
    },
    {
      key: 'score',
      title: t('board.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? t('common:none') : format.count(score)),
    },
    {
      key: 'state',
      title: t('board.state'),
      cell: (row) =>
        lockOf(row) === null ? null : (
          <ToneChip tone="iris" icon={Lock}>
            {t('board.locked')}
          </ToneChip>
        ),
    },
  ];
  return (
    <section className="card" aria-label={t('board.by.client')}>
      {people.length === 0 ? (
        <EmptyState title={t('result.none')} />
      ) : (
        <DataTable
          caption={t('board.by.client')}
          columns={columns}
          rows={people}
          rowKey={({ id }) => id}
          currentIndex={people.findIndex((row) => row === review.current)}
        />
      )}
    </section>
  );
}
