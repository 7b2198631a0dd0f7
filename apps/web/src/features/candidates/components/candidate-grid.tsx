import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Solution from '@ant-design/icons-svg/es/asn/SolutionOutlined';
import { KeyHints } from '../../../components/key-hints';
import { EmptyState } from '../../../components/states/empty-state';
import { useCursor } from '../../../lib/keys/use-cursor';
import { useKeys } from '../../../lib/keys/use-keys';
import { awaitsAnswer, actsOf, type Candidate, type CandidateAct } from '../hooks/candidate-views';
import { AnswerTray } from './answer-tray';
import { CandidateCard } from './candidate-card';
import { CandidateDrawer } from './candidate-drawer';

interface CandidateGridProps {
  readonly candidates: readonly Candidate[];
  /** After a batch the ticks are taken off. */
  readonly onBatchDone: () => void;
}

interface OpenCard {
  readonly id: string;
  readonly act: CandidateAct;
}

/** The cards, their ticks and the tray that answers several at once. */
export function CandidateGrid({ candidates, onBatchDone }: CandidateGridProps): ReactNode {
  const { t } = useTranslation('candidates');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<OpenCard | null>(null);
  const toggle = (id: string): void => setTicked((last) => toggled(last, id));
  const current = useGridKeys(candidates, { toggle, setTicked, setOpen });
  const opened = candidates.find(({ id }) => id === open?.id);
  const chosen = candidates.filter((candidate) => ticked.has(candidate.id) && awaitsAnswer(candidate));
  if (candidates.length === 0)
    return (
      <section className="card">
        <EmptyState icon={Solution} title={t('empty')} text={t('emptyText')} />
      </section>
    );
  return (
    <div className="stack">
      <div className="cands">
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.id}
            candidate={candidate}
            isCurrent={candidate === current}
            isTicked={ticked.has(candidate.id)}
            onTick={() => toggle(candidate.id)}
            onAct={(act) => setOpen({ id: candidate.id, act })}
          />
        ))}
      </div>
      {chosen.length > 0 ? <AnswerTray candidates={chosen} onLeave={onBatchDone} /> : null}
      <GridHints />
      {open !== null && opened !== undefined ? (
        <CandidateDrawer
          candidate={opened}
          act={open.act}
          onAct={(act) => setOpen({ id: open.id, act })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface GridActs {
  readonly toggle: (id: string) => void;
  readonly setTicked: (ids: ReadonlySet<string>) => void;
  readonly setOpen: (open: OpenCard) => void;
}

function useGridKeys(
  candidates: readonly Candidate[],
  { toggle, setTicked, setOpen }: GridActs,
): Candidate | undefined {
  const cursor = useCursor(candidates.length);
  const current = candidates[cursor.index];
  const act = (wanted: readonly CandidateAct[]): void => {
    const first = current === undefined ? undefined : actsOf(current).find((one) => wanted.includes(one));
    if (current !== undefined && first !== undefined) setOpen({ id: current.id, act: first });
  };
  useKeys({
    j: cursor.down,
    k: cursor.up,
    x: () => current !== undefined && awaitsAnswer(current) && toggle(current.id),
    a: () => setTicked(new Set(candidates.filter(awaitsAnswer).map(({ id }) => id))),
    Escape: () => setTicked(new Set()),
    Enter: () => act(['view', 'invite', 'offer', 'changeTime']),
    i: () => act(['view', 'invite', 'changeTime']),
    d: () => act(['decline']),
  });
  return current;
}

function GridHints(): ReactNode {
  const { t } = useTranslation('candidates');
  const hints = [
    { keys: ['J', 'K'], does: t('keys.move') },
    { keys: ['X'], does: t('keys.tick') },
    { keys: ['A'], does: t('keys.all') },
    { keys: ['I'], does: t('keys.invite') },
    { keys: ['D'], does: t('keys.decline') },
  ];
  return <KeyHints hints={hints} />;
}
