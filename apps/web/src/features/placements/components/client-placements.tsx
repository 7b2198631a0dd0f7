import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientPlacementsDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { ContractDrawer } from './contract-drawer';
import { EndPlacementDrawer } from './end-placement-drawer';
import { MoveStartDrawer } from './move-start-drawer';
import type { Placement } from './placement-data';

interface ClientPlacementsProps {
  readonly clientId: string;
  readonly canAct: boolean;
}

/** Where this client works or worked, and on what terms. */
export function ClientPlacements({ clientId, canAct }: ClientPlacementsProps): ReactNode {
  const { t } = useTranslation('placements');
  const read = useRead(ClientPlacementsDocument, { id: clientId });
  return (
    <Loaded of={read}>
      {({ client }) =>
        (client?.placements ?? []).length === 0 ? (
          <section className="card">
            <EmptyState title={t('none')} text={t('noneText')} />
          </section>
        ) : (
          client?.placements.map((placement) => (
            <PlacementCard key={placement.id} placement={placement} canAct={canAct} />
          ))
        )
      }
    </Loaded>
  );
}

const RUNNING = new Set(['PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED']);

interface PlacementCardProps {
  readonly placement: Placement;
  readonly canAct: boolean;
}

function PlacementCard({ placement, canAct }: PlacementCardProps): ReactNode {
  const { t } = useTranslation('placements');
  const [isEnding, setIsEnding] = useState(false);
  const [isRecording, setIsRecording] = useState(false);
  const [isMoving, setIsMoving] = useState(false);
  const end =
    canAct && RUNNING.has(placement.status) ? (
      <span className="row g6">
        {placement.status === 'PLANNED' ? (
          <button type="button" className="link" onClick={() => setIsMoving(true)}>
            {t('moveStart')}
          </button>
        ) : null}
        <button type="button" className="link" onClick={() => setIsRecording(true)}>
          {t('terms.title')}
        </button>
        <button type="button" className="link" onClick={() => setIsEnding(true)}>
          {t('end')}
        </button>
      </span>
    ) : null;
  return (
    <Card
      title={t('title', { title: placement.position?.title ?? '', enterprise: placement.enterpriseName })}
      more={end}
    >
      <div className="cb stack g8">
        <span>
          <StatusChip kind="placement" state={placement.status} />
        </span>
        <Terms placement={placement} />
      </div>
      {isMoving ? <MoveStartDrawer placement={placement} onClose={() => setIsMoving(false)} /> : null}
      {isRecording ? <ContractDrawer placement={placement} onClose={() => setIsRecording(false)} /> : null}
      {isEnding ? <EndPlacementDrawer placement={placement} onClose={() => setIsEnding(false)} /> : null}
    </Card>
  );
}

function Terms({ placement }: { readonly placement: Placement }): ReactNode {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const { hireDate, contractTo, contractSignedOn, probationEndOn, agreedPay, weeklyHours, mode, endReason } = placement;
  const facts: readonly (readonly [string, string])[] = [
    [t('hireDate'), format.day(hireDate)],
    [t('contract'), contractTo === null ? t('openEnded') : t('until', { day: format.day(contractTo) })],
    [t('probation'), probationEndOn === null ? t('common:none') : t('until', { day: format.day(probationEndOn) })],
    [t('terms.signedOn'), contractSignedOn === null ? t('terms.notSigned') : format.day(contractSignedOn)],
    [t('pay'), t('perMonth', { amount: format.money(agreedPay) })],
    [t('hours'), t('common:hoursPerWeek', { count: weeklyHours })],
    [t('modeLabel'), t(`mode.${mode}`)],
    ...(endReason === null ? [] : [[t('endReason'), t(`reason.${endReason}`, { defaultValue: endReason })] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
