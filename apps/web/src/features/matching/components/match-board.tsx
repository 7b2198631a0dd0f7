import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MatchesDocument, NearMissesDocument, OpenReferralsDocument } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { ProposeReferralDocument } from '@contract/gql';
import { KeyHints } from '../../../components/key-hints';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useKeys } from '../../../lib/keys/use-keys';
import type { Match } from '../hooks/use-match-words';
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

const OVER = new Set(['DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'EXPIRED', 'WITHDRAWN', 'OBSOLETE']);

function Board({ clientId, canPropose, feasible, near }: BoardProps): ReactNode {
  const { t } = useTranslation('matching');
  const [chosen, setChosen] = useState<string | null>(null);
  const client = useRead(OpenReferralsDocument, { clientId }).data?.client ?? null;
  const all = [...feasible, ...near];
  const current = all.find(({ position }) => position.id === chosen) ?? all[0];
  const open = new Set(
    (client?.referrals ?? []).filter(({ status }) => !OVER.has(status)).map(({ position }) => position.id),
  );
  const propose = usePropose(clientId);
  const mayPropose = canPropose && current?.feasible === true && !open.has(current.position.id);
  const move = (step: number): void => {
    const index = all.findIndex((match) => match === current) + step;
    const next = all[Math.max(0, Math.min(all.length - 1, index))];
    if (next !== undefined) setChosen(next.position.id);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    p: () => mayPropose && current !== undefined && void propose.run(current.position.id),
  });
  if (current === undefined)
    return (
      <section className="card">
        <EmptyState title={t('empty')} text={t('emptyText')} />
      </section>
    );
  return (
    <>
      {client?.objectsToRanking === true ? <Note>{t('objects')}</Note> : null}
      <div className="master">
        <MatchList feasible={feasible} near={near} current={current} onChoose={setChosen} />
        <MatchDetail
          clientId={clientId}
          match={current}
          isReferred={open.has(current.position.id)}
          canPropose={canPropose}
          isRunning={propose.isRunning}
          onPropose={() => void propose.run(current.position.id)}
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

interface Propose {
  readonly run: (positionId: string) => Promise<void>;
  readonly isRunning: boolean;
}

function usePropose(clientId: string): Propose {
  const { t } = useTranslation('matching');
  const { run, isRunning } = useCommand(ProposeReferralDocument);
  const report = useReport();
  return { run: async (positionId) => report(await run({ clientId, positionId }), t('proposed')), isRunning };
}
