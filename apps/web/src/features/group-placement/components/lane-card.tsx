import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SlotPips } from '../../../components/figures/slot-pips';
import type { Review } from '../hooks/use-review';
import { slotsOf, type Lane } from '../rules/lanes';
import { PersonRow } from './person-row';

/** So many open places are drawn; more than that is a number. */
const MOST_EMPTY = 3;

interface LaneCardProps {
  readonly lane: Lane;
  readonly review: Review;
}

/** One position: its slots, who would be placed there, and the places that stay open. Takes whom one drops on it. */
export function LaneCard({ lane, review }: LaneCardProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const [isOver, setIsOver] = useState(false);
  const { position, people, placed, seats } = lane;
  const target = { kind: 'position', positionId: position.id } as const;
  const hidden = placed - people.length;
  return (
    <section
      className={isOver && review.dragged !== null ? 'lane over' : 'lane'}
      aria-label={t('place', { title: position.title, enterprise: position.enterprise.name })}
      onDragOver={(event) => {
        if (!review.takes(target)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        review.drop(target);
      }}
    >
      <div className="row g6 lane-head">
        <span className="lane-name">
          <b className="b">{position.enterprise.name}</b>
          <span className="dim s12">{position.title}</span>
        </span>
        <span className="sp" />
        <span className="s12 nw mut">{t('board.ofBatch', { placed, seats })}</span>
      </div>
      <SlotPips slots={slotsOf(lane)} />
      <ul>
        {people.map((row) => (
          <PersonRow key={row.id} row={row} review={review} />
        ))}
        {hidden > 0 ? <li className="empty">{t('board.ofOthers', { count: hidden })}</li> : null}
        <EmptyPlaces count={seats - placed} />
      </ul>
    </section>
  );
}

function EmptyPlaces({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  if (count > MOST_EMPTY) return <li className="empty">{t('board.openPlaces', { count })}</li>;
  return Array.from({ length: count }, (_, index) => (
    <li key={index} className="empty">
      {t('board.openPlace')}
    </li>
  ));
}
