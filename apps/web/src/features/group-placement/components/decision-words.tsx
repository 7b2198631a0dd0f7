import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyNotPositionDocument, type BatchDecisionInput, type OverrideCostQuery } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';
import { useRead, type Read } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { useCheckWords } from '../../../components/match/use-check-words';
import { usePlacementWords } from '../hooks/use-placement-words';
import type { Assignment, Lane } from '../rules/lanes';

interface DecisionWordsProps {
  readonly decision: BatchDecisionInput;
  readonly rows: readonly Assignment[];
  readonly lanes: readonly Lane[];
}

/** What is about to be decided, in one sentence. */
export function DecisionWords({ decision, rows, lanes }: DecisionWordsProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const words = usePlacementWords();
  const rowOf = (id: BatchDecisionInput['otherClientId']): Assignment | undefined =>
    rows.find(({ client }) => client.id === id);
  const row = rowOf(decision.clientId);
  const other = rowOf(decision.otherClientId);
  const position = lanes.find((lane) => lane.position.id === decision.positionId)?.position ?? row?.position ?? null;
  const name = row?.client.name ?? '';
  if (decision.kind !== 'SWAP') return t(`tray.is.${decision.kind}`, { name, place: words.placeOrNone(position) });
  return t('tray.is.SWAP', {
    name,
    place: words.placeOrNone(other?.position ?? null),
    other: other?.client.name ?? '',
    otherPlace: words.placeOrNone(row?.position ?? null),
  });
}

interface CostWordsProps {
  readonly read: Read<OverrideCostQuery>;
  readonly decision: BatchDecisionInput;
  readonly batchId: string;
}

const MOST_NAMES = 3;

/** What it costs at the best, and who else moves; or why it cannot be. */
export function CostWords({ read, decision, batchId }: CostWordsProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const refusalText = useRefusalText();
  const cost = read.data?.overrideCost ?? null;
  if (read.error !== undefined) return <p className="s12 err">{t('tray.noCost')}</p>;
  if (cost === null) return <p className="s12 mut">{t(read.isLoading ? 'tray.counting' : 'tray.noCost')}</p>;
  if (cost.refusals.length > 0)
    return (
      <p className="s12 err" role="alert">
        {cost.refusals.map(refusalText).join(' ')} <WhyNot batchId={batchId} decision={decision} />
      </p>
    );
  const { placedBefore, placedAfter, fitBefore, fitAfter, moves } = cost;
  const placed =
    placedAfter === placedBefore
      ? t('tray.placedSame', { count: placedAfter })
      : t(placedAfter < placedBefore ? 'tray.placedFewer' : 'tray.placedMore', {
          count: placedAfter,
          by: Math.abs(placedBefore - placedAfter),
        });
  const by = format.count(Math.abs(fitBefore - fitAfter));
  const fit =
    fitAfter === fitBefore ? t('tray.fitSame') : t(fitAfter < fitBefore ? 'tray.fitLess' : 'tray.fitMore', { by });
  const others = moves.filter(({ client }) => client.id !== decision.clientId && client.id !== decision.otherClientId);
  return (
    <>
      <p className="s12 mut" role="status">
        {t('tray.cost', { placed, fit })}
      </p>
      {others.length === 0 ? null : (
        <p className="s12 mut">
          {t('tray.others', {
            count: others.length,
            names: format.list(others.slice(0, MOST_NAMES).map(({ client }) => client.name)),
          })}
        </p>
      )}
    </>
  );
}

/** Which of the hard checks stand in the way of the pair. */
function WhyNot({ batchId, decision }: { readonly batchId: string; readonly decision: BatchDecisionInput }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const words = useCheckWords();
  const { clientId, positionId = null } = decision;
  const read = useRead(
    WhyNotPositionDocument,
    { batchId, clientId, positionId: positionId ?? '' },
    { pause: positionId === null },
  );
  const why = read.data?.whyNotPosition ?? null;
  if (why === null) return null;
  if (why.failing.length > 0) return why.failing.map((check) => words(check)).join(t('semicolon'));
  return t(`whyNot.${why.reason}`, { points: why.atLeastPoints ?? 0 });
}
