import Holder from '@ant-design/icons-svg/es/asn/HolderOutlined';
import Lock from '@ant-design/icons-svg/es/asn/LockOutlined';
import Swap from '@ant-design/icons-svg/es/asn/SwapOutlined';
import { useEffect, useRef, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { useFormat } from '../../../lib/format/use-format';
import { lockOf, type Review } from '../hooks/use-review';
import { standingOf } from '../rules/decision';
import type { Assignment } from '../rules/lanes';

const MOST_POINTS = 10_000;

interface PersonRowProps {
  readonly row: Assignment;
  readonly review: Review;
}

/** Who is part of what is being decided at this moment. */
const isInDraft = ({ client }: Assignment, { draft }: Review): boolean =>
  draft !== null &&
  (draft.kind === 'target'
    ? draft.row.client.id === client.id
    : draft.decision.clientId === client.id || draft.decision.otherClientId === client.id);

/** A person at her position: dragged by the pointer, chosen by a click or J and K. */
export function PersonRow({ row, review }: PersonRowProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const item = useRef<HTMLLIElement>(null);
  const isCurrent = review.current?.client.id === row.client.id;
  const isLocked = lockOf(row) !== null;
  const isDrafted = isInDraft(row, review);
  const target = { kind: 'person', ...standingOf(row) } as const;
  const score = row.score ?? 0;
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const start = (event: DragEvent): void => {
    event.dataTransfer.setData('text/plain', row.id); // Firefox drags nothing without it
    review.drag(standingOf(row));
  };
  return (
    <li
      ref={item}
      className={[isLocked ? 'lock' : '', isDrafted ? 'swap' : '', isCurrent ? 'sel' : ''].join(' ')}
      draggable={review.canDecide}
      onDragStart={start}
      onDragEnd={() => review.drag(null)}
      onDragOver={(event) => review.takes(target) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation(); // the lane around it would take it for itself
        review.drop(target);
      }}
    >
      <button type="button" aria-current={isCurrent} onClick={() => review.choose(row.client.id)}>
        <span className={isLocked ? 'lk' : isDrafted ? 'sw' : 'dim'}>
          <Icon of={isLocked ? Lock : isDrafted ? Swap : Holder} />
        </span>
        <span className="b name">{row.client.name}</span>
        {isLocked ? <span className="sr">{t('board.locked')}</span> : null}
        <span className="sp" />
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${(100 * score) / MOST_POINTS}%` }} />
        </span>
        <span className="num s12">{format.count(score)}</span>
      </button>
    </li>
  );
}
