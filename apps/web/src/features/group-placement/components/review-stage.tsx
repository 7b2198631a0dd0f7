import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchCapacityDocument } from '@contract/gql';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { ErrorState } from '../../../components/states/error-state';
import { Skeleton } from '../../../components/states/skeleton';
import { useRead } from '../../../lib/graphql/use-read';
import { useAllAssignments } from '../hooks/use-all-assignments';
import { useReview, type Review } from '../hooks/use-review';
import type { Batch } from '../rules/batch';
import { lanesOf, lanesWith, type Lane } from '../rules/lanes';
import { Approval } from './approval';
import { BoardActs } from './board-acts';
import { ChangesCard } from './changes-card';
import { DecisionTray } from './decision-tray';
import { DiversityCard } from './diversity-card';
import { LaneCard } from './lane-card';
import { PeopleTable } from './people-table';
import { PoliciesCard } from './policies-card';
import { ReviewFoot } from './review-foot';
import { UnplacedCard } from './unplaced-card';

const VIEWS = ['enterprise', 'client', 'changed'] as const;

/** Lanes that are drawn at once; a long board opens in steps, so that the first answer is there at once. */
const LANES_AT_ONCE = 24;

/** The review board: who goes where, what people changed, who is left, and what other ways would have done. */
export function ReviewStage({ batch }: { readonly batch: Batch }): ReactNode {
  const { rows, isLoading, error, retry } = useAllAssignments(batch.id, null);
  const capacity = useRead(BatchCapacityDocument, { id: batch.id }).data?.placementBatch?.capacity;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(LANES_AT_ONCE);
  const placed = useMemo(() => rows.filter(({ position }) => position !== null), [rows]);
  const unplaced = useMemo(() => rows.filter(({ position }) => position === null), [rows]);
  const lanes = useMemo(() => lanesOf(placed, capacity?.lines ?? []), [placed, capacity]);
  const found = useMemo(() => lanesWith(lanes, search), [lanes, search]);
  const visible = useMemo(
    () => [...found.slice(0, shown).flatMap(({ people }) => people), ...unplaced],
    [found, shown, unplaced],
  );
  const review = useReview(batch, visible);
  if (isLoading) return <Skeleton rows={8} />;
  if (error !== undefined) return <ErrorState onRetry={retry} />;
  return (
    <>
      {batch.submittedAt === null ? null : <Approval batch={batch} />}
      <div className="review">
        <div className="stack g8">
          <Board
            batch={batch}
            review={review}
            lanes={found.slice(0, shown)}
            total={found.length}
            search={search}
            onSearch={setSearch}
            onMore={() => setShown((count) => count + LANES_AT_ONCE)}
          />
          <div className="board-foot">
            <BoardActs batch={batch} review={review} />
            <DecisionTray key={JSON.stringify(review.draft)} batch={batch} review={review} rows={rows} lanes={lanes} />
          </div>
          <ReviewFoot batch={batch} />
        </div>
        <div className="stack g8">
          <UnplacedCard batch={batch} review={review} />
          <PoliciesCard batch={batch} />
          <DiversityCard batch={batch} />
        </div>
      </div>
    </>
  );
}

interface BoardProps {
  readonly batch: Batch;
  readonly review: Review;
  readonly lanes: readonly Lane[];
  readonly total: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onMore: () => void;
}

function Board({ batch, review, lanes, total, search, onSearch, onMore }: BoardProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const [chosen, setView] = useQueryState('board');
  const view = VIEWS.find((name) => name === chosen) ?? 'enterprise';
  const people = lanes.flatMap((lane) => lane.people);
  return (
    <>
      <div className="row wrap">
        <Segments
          label={t('board.view')}
          value={view}
          onChange={(next) => setView(next === 'enterprise' ? '' : next)}
          choices={VIEWS.map((value) => ({
            value,
            label: t(`board.by.${value}`, { count: batch.overrides.length }),
          }))}
        />
        <input
          className="inp filter"
          type="search"
          aria-label={t('board.search')}
          placeholder={t('board.search')}
          value={search}
          onChange={({ target }) => onSearch(target.value)}
        />
        <span className="sp" />
        <Legend />
      </div>
      {view === 'enterprise' ? (
        <div className="lanes">
          {lanes.map((lane) => (
            <LaneCard key={lane.position.id} lane={lane} review={review} />
          ))}
        </div>
      ) : null}
      {view === 'client' ? <PeopleTable people={people} review={review} /> : null}
      {view === 'changed' ? <ChangesCard batch={batch} /> : null}
      {view !== 'changed' && lanes.length < total ? (
        <p className="row s12 dim">
          {t('board.shown', { shown: lanes.length, total })}
          <button type="button" className="link" onClick={onMore}>
            {t('board.more')}
          </button>
        </p>
      ) : null}
    </>
  );
}

function Legend(): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const marks = [
    ['f', 'taken'],
    ['h', 'proposed'],
    ['', 'open'],
  ] as const;
  return (
    <span className="lgd">
      {marks.map(([mark, word]) => (
        <span key={word}>
          <span className="pips" aria-hidden="true">
            <i className={mark} />
          </span>
          {t(`legend.${word}`)}
        </span>
      ))}
    </span>
  );
}
