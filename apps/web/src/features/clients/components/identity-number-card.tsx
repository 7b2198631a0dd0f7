import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RemoveIdentityNumberDocument, SettleIdentityNumberDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { FactList, type Fact } from './fact-list';
import { IdentityNumberDrawer } from './identity-number-drawer';
import type { KeptNumber } from './kept-number';
import { WholeNumber } from './whole-number';

interface IdentityNumberCardProps {
  readonly clientId: string;
  /** Null where none is kept. */
  readonly kept: KeptNumber | null;
}

/** The number of her identity card for her own caseworker: masked, and what can be done with it. */
export function IdentityNumberCard({ clientId, kept }: IdentityNumberCardProps): ReactNode {
  const { t } = useTranslation('clients');
  const [isEntering, setIsEntering] = useState(false);
  return (
    <Card title={t('identity.title')}>
      <div className="cb stack g8">
        <p className="mut">{t('identity.why')}</p>
        {kept === null ? <p>{t('identity.none')}</p> : <Kept clientId={clientId} kept={kept} />}
        <div className="row g6">
          <button type="button" className="btn sm" onClick={() => setIsEntering(true)}>
            {kept === null ? t('identity.enter') : t('identity.replace')}
          </button>
          {kept === null ? null : <KeptActs clientId={clientId} kept={kept} />}
        </div>
      </div>
      {isEntering ? (
        <IdentityNumberDrawer clientId={clientId} kept={kept} onClose={() => setIsEntering(false)} />
      ) : null}
    </Card>
  );
}

interface KeptProps {
  readonly clientId: string;
  readonly kept: KeptNumber;
}

function Kept({ clientId, kept }: KeptProps): ReactNode {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const name = kept.recordedByName ?? t('common:unknown');
  const facts: readonly Fact[] = [
    [t('identity.number'), kept.masked],
    [t('identity.purpose'), t(`identity.filing.${kept.purpose}`)],
    [t('identity.recorded'), t('identity.recordedBy', { name, at: format.instant(kept.recordedAt) })],
    [t('identity.kept'), kept.keptUntil === null ? t('identity.keptOpen') : format.day(kept.keptUntil)],
  ];
  return (
    <>
      <FactList facts={facts} />
      <WholeNumber key={kept.version} clientId={clientId} />
    </>
  );
}

function KeptActs({ clientId, kept }: KeptProps): ReactNode {
  const { t } = useTranslation('clients');
  const settle = useCommand(SettleIdentityNumberDocument);
  const remove = useCommand(RemoveIdentityNumberDocument);
  const meant = { id: clientId, expectedVersion: kept.version };
  return (
    <>
      {kept.keptUntil === null ? (
        <ActButton
          label={t('identity.settle')}
          isRunning={settle.isRunning}
          confirm={t('identity.settleConfirm')}
          act={() => settle.run(meant)}
          doneText={t('identity.settled')}
        />
      ) : null}
      <ActButton
        label={t('identity.remove')}
        isRunning={remove.isRunning}
        confirm={t('identity.removeConfirm')}
        act={() => remove.run(meant)}
        doneText={t('identity.removed')}
      />
    </>
  );
}
