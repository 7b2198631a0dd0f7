import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LaneReasonsDocument } from '@contract/gql';
import { SegmentBar } from '../../../components/figures/segment-bar';
import { useRead } from '../../../lib/graphql/use-read';
import { usePlacementWords } from '../hooks/use-placement-words';
import { lockOf, type Review } from '../hooks/use-review';
import type { Batch } from '../rules/batch';

interface BoardActsProps {
  readonly batch: Batch;
  readonly review: Review;
}

/** What can be done with the current person, by button and by key, and why she is where she is. */
export function BoardActs({ batch, review }: BoardActsProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const words = usePlacementWords();
  const { current, canDecide } = review;
  if (current === null) return null;
  const isPlaced = current.position !== null;
  return (
    <div className="board-acts" role="group" aria-label={t('act.label', { name: current.client.name })}>
      <div className="board-who s13">
        <b className="b">{current.client.name}</b> <span className="mut">{words.placeOrNone(current.position)}</span>
        {isPlaced ? <WhyHere batch={batch} review={review} /> : null}
      </div>
      {canDecide && isPlaced ? (
        <button type="button" className="btn sm" onClick={review.lock}>
          {t(lockOf(current) === null ? 'act.lock' : 'act.unlock')}
          <kbd aria-hidden="true">L</kbd>
        </button>
      ) : null}
      {canDecide ? (
        <button type="button" className="btn sm" onClick={review.swap}>
          {t(isPlaced ? 'act.swap' : 'act.place')}
          <kbd aria-hidden="true">M</kbd>
        </button>
      ) : null}
      {canDecide && isPlaced ? (
        <button type="button" className="btn sm" onClick={review.forbid}>
          {t('act.forbid')}
          <kbd aria-hidden="true">B</kbd>
        </button>
      ) : null}
    </div>
  );
}

/** The stored reason and the parts of the score of the current person. */
function WhyHere({ batch, review }: BoardActsProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { current } = review;
  const read = useRead(
    LaneReasonsDocument,
    { id: batch.id, positionId: current?.position?.id ?? '' },
    { pause: current === null || current.position === null },
  );
  const row = read.data?.placementBatch?.assignments.edges.find(({ node }) => node.id === current?.id)?.node;
  if (row === undefined) return null;
  return (
    <span className="why-here">
      {row.placedCode === null ? null : <span className="s12 mut">{t(`placed.${row.placedCode}`)}</span>}
      {row.parts.length === 0 ? null : <SegmentBar parts={row.parts} isThin />}
    </span>
  );
}
