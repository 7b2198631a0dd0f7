import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoBatchOverrideDocument, type BatchDecisionInput } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { useCommand } from '../../../lib/graphql/use-command';
import { useKeys } from '../../../lib/keys/use-keys';
import { may, type Batch } from '../rules/batch';
import { decisionOfDrop, forbidHere, lockHere, standingOf, type DropTarget, type Standing } from '../rules/decision';
import type { Assignment } from '../rules/lanes';

/** What is being decided: whither somebody is moved, or a decision whose cost is shown. */
export type Draft =
  | { readonly kind: 'target'; readonly row: Assignment }
  | { readonly kind: 'decision'; readonly decision: BatchDecisionInput };

/** What people do on the review board, by pointer and by keys. */
export interface Review {
  readonly canDecide: boolean;
  readonly current: Assignment | null;
  readonly draft: Draft | null;
  readonly dragged: Standing | null;
  readonly choose: (clientId: string) => void;
  readonly drag: (standing: Standing | null) => void;
  readonly drop: (target: DropTarget) => void;
  /** Whether dropping what is dragged there would decide anything. */
  readonly takes: (target: DropTarget) => boolean;
  readonly decide: (decision: BatchDecisionInput | null) => void;
  readonly lock: () => void;
  readonly swap: () => void;
  readonly forbid: () => void;
  readonly leave: () => void;
}

/** The lock that holds somebody where she stands. */
export const lockOf = ({ overrides, position }: Assignment): string | null =>
  overrides.find((one) => one.kind === 'LOCK' && one.position.id === position?.id)?.id ?? null;

export function useReview(batch: Batch, visible: readonly Assignment[]): Review {
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const undo = useUndo(batch.id);
  const canDecide = may(batch, 'OVERRIDE');
  const current = visible.find(({ client }) => client.id === chosen) ?? visible[0] ?? null;
  const decide = (decision: BatchDecisionInput | null): void => {
    if (canDecide && decision !== null) setDraft({ kind: 'decision', decision });
  };
  const lock = (): void => {
    const held = current === null ? null : lockOf(current);
    if (!canDecide || current === null) return;
    if (held === null) decide(lockHere(standingOf(current)));
    else void undo(held);
  };
  const forbid = (): void => decide(current === null ? null : forbidHere(standingOf(current)));
  const swap = (): void => {
    if (canDecide && current !== null) setDraft({ kind: 'target', row: current });
  };
  const move = (step: number): void => {
    const next = visible[visible.findIndex((row) => row === current) + step];
    if (next !== undefined) setChosen(next.client.id);
  };
  const leave = (): void => setDraft(null);
  useKeys({ j: () => move(1), k: () => move(-1), l: lock, m: swap, b: forbid, Escape: leave });
  return { canDecide, current, draft, choose: setChosen, decide, lock, swap, forbid, leave, ...useDrag(decide) };
}

/** Who is held by the pointer, and what letting go of her decides. */
function useDrag(decide: Review['decide']): Pick<Review, 'dragged' | 'drag' | 'drop' | 'takes'> {
  const [dragged, setDragged] = useState<Standing | null>(null);
  return {
    dragged,
    drag: setDragged,
    drop: (target) => {
      if (dragged !== null) decide(decisionOfDrop(dragged, target));
      setDragged(null);
    },
    takes: (target) => dragged !== null && decisionOfDrop(dragged, target) !== null,
  };
}

/** Takes a decision back; both halves of a swap go together. */
export function useUndo(batchId: string): (overrideId: string) => Promise<void> {
  const { t } = useTranslation('groupPlacement');
  const { run } = useCommand(UndoBatchOverrideDocument);
  const report = useReport();
  return async (overrideId) => report(await run({ id: batchId, overrideId }), t('change.undone'));
}
