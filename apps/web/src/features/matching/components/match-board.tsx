import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MatchesDocument, NearMissesDocument } from '@contract/gql';
import { KeyHints } from '../../../components/key-hints';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { useKeys } from '../../../lib/keys/use-keys';
import type { Match } from '../../../components/match/use-match-words';
import { usePropose, useUnderWay } from '../hooks/use-propose';
import { MatchDetail } from './match-detail';
import { MatchList } from './match-list';

interface MatchBoardProps {
  readonly clientId: string;
  readonly canPropose: boolean;
}

/** Positions for one client, best first, each with its reasons; and those one step away. */
export function MatchBoard({ clientId, canPropose }: MatchBoardProps): ReactNode {
  const matches = useRead(MatchesDocument, { clientId });
  const near = useRead(NearMissesDocument, { clientId });
  return (
    <Loaded of={matches} rows={8}>
      {({ matchesForClient }) => (
        <Board
          clientId={clientId}
          canPropose={canPropose}
          feasible={matchesForClient}
          near={near.data?.nearMissesForClient ?? []}
        />
      )}
    </Loaded>
  );
}

interface BoardProps extends MatchBoardProps {
  readonly feasible: readonly Match[];
  readonly near: readonly Match[];
}

function Board({ clientId, canPropose, feasible, near }: BoardProps): ReactNode {
  const { t } = useTranslation('matching');
  const [chosen, setChosen] = useState<string | null>(null);
  const { positionIds: open, objectsToRanking } = useUnderWay(clientId);
  const all = [...feasible, ...near];
  const current = all.find(({ position }) => position.id === chosen) ?? all[0];
  const propose = usePropose();
  const mayPropose = canPropose && current?.feasible === true && !open.has(current.position.id);
  const move = (step: number): void => {
    const index = all.findIndex((match) => match === current) + step;
    const next = all[Math.max(0, Math.min(all.length - 1, index))];
    if (next !== undefined) setChosen(next.position.id);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    p: () => mayPropose && current !== undefined && void propose.run(clientId, current.position.id),
  });
  if (current === undefined)
    return (
      <section className="card">
        <EmptyState title={t('empty')} text={t('emptyText')} />
      </section>
    );
  return (
    <>
      {objectsToRanking ? <Note>{t('objects')}</Note> : null}
      <div className="master">
        <MatchList feasible={feasible} near={near} current={current} onChoose={setChosen} />
        <MatchDetail
          clientId={clientId}
          match={current}
          isReferred={open.has(current.position.id)}
          canPropose={canPropose}
          isRunning={propose.isRunning}
          onPropose={() => void propose.run(clientId, current.position.id)}
        />
      </div>
      <KeyHints
        hints={[
          { keys: ['J', 'K'], does: t('keys.move') },
          { keys: ['P'], does: t('keys.propose') },
        ]}
      />
    </>
  );
}
