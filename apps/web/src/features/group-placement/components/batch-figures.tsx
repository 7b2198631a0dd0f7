import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchCapacityDocument, type BatchCapacityQuery } from '@contract/gql';
import { FigureStrip, type Figure } from '../../../components/figures/figure-strip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import type { Batch } from '../rules/batch';

type Capacity = NonNullable<BatchCapacityQuery['placementBatch']>['capacity'];

/** The numbers of a batch side by side; each with its denominator or what it rests on. */
export function BatchFigures({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const capacity = useCapacity(batch.id);
  const { outcome, clientsTotal, caseworkersTotal } = batch;
  const people: Figure = {
    word: t('figure.people'),
    value: format.count(clientsTotal),
    detail: t('figure.caseworkers', { count: caseworkersTotal }),
  };
  const seats: Figure = {
    word: t('figure.seats'),
    value: counted(format, capacity?.openSlots),
    detail: capacity === undefined ? '' : t('figure.enterprises', { count: capacity.enterprises }),
  };
  return (
    <FigureStrip
      label={t('figures')}
      figures={[people, seats, ...(outcome === null ? capacityFigures() : outcomeFigures(outcome))]}
    />
  );

  function capacityFigures(): readonly Figure[] {
    return [
      {
        word: t('figure.pairs'),
        value: counted(format, capacity?.pairs),
        detail: capacity === undefined ? '' : t('figure.positions', { count: capacity.positions }),
      },
      {
        word: t('figure.withoutPair'),
        value: counted(format, capacity?.clientsWithoutPair),
        detail: t('figure.withoutPairHint'),
      },
    ];
  }

  function outcomeFigures(figures: NonNullable<Batch['outcome']>): readonly Figure[] {
    const { placed, totalFit, meanFit, withWish, wishMatched, provenMost } = figures;
    return [
      {
        word: t('figure.placed'),
        value: format.count(placed),
        ...(provenMost ? { detail: t('figure.proven') } : {}),
      },
      {
        word: t('figure.fit'),
        value: format.count(totalFit),
        ...(meanFit === null ? {} : { detail: t('figure.mean', { fit: format.count(meanFit) }) }),
      },
      { word: t('figure.unplaced'), value: format.count(clientsTotal - placed), detail: t('figure.unplacedHint') },
      {
        word: t('figure.wish'),
        value: `${format.count(wishMatched)}/${format.count(withWish)}`,
        ...(withWish === 0 ? {} : { detail: `${Math.round((100 * wishMatched) / withWish)}%` }),
      },
    ];
  }
}

const counted = (format: ReturnType<typeof useFormat>, count: number | undefined): string =>
  count === undefined ? '—' : format.count(count);

/** Undefined also while it is read anew: the old numbers belong to another cohort, and none is better than a wrong one. */
function useCapacity(id: string): Capacity | undefined {
  const { data, isStale } = useRead(BatchCapacityDocument, { id });
  return isStale ? undefined : data?.placementBatch?.capacity;
}
