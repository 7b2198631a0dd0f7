import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientMentorDocument, EndMentorPairingDocument, type PairingFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { PairDrawer } from './pair-drawer';

interface ClientMentorProps {
  readonly clientId: string;
  readonly canAct: boolean;
}

/** Who keeps in touch with a client, and what she has said to it. */
export function ClientMentor({ clientId, canAct }: ClientMentorProps): ReactNode {
  const { t } = useTranslation('mentors');
  const read = useRead(ClientMentorDocument, { id: clientId });
  const [isPairing, setIsPairing] = useState(false);
  return (
    <Loaded of={read}>
      {({ client }) => {
        const pairing = client?.mentorPairing ?? null;
        const isFree = pairing?.status !== 'ACTIVE';
        return (
          <Card
            title={t('title')}
            more={
              canAct && isFree ? (
                <button type="button" className="btn sm" onClick={() => setIsPairing(true)}>
                  {t('pair')}
                </button>
              ) : null
            }
          >
            {pairing === null ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <Pairing pairing={pairing} canAct={canAct} />
            )}
            {isPairing ? <PairDrawer clientId={clientId} onClose={() => setIsPairing(false)} /> : null}
          </Card>
        );
      }}
    </Loaded>
  );
}

interface PairingProps {
  readonly pairing: PairingFragment;
  readonly canAct: boolean;
}

function Pairing({ pairing, canAct }: PairingProps): ReactNode {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const end = useCommand(EndMentorPairingDocument);
  const { id, mentorName: name, organisationName, pairedAt, status } = pairing;
  return (
    <>
      <div className="li">
        <span className="sp">
          <TwoLines
            first={name}
            second={t('since', { organisation: organisationName, at: format.instant(pairedAt) })}
          />
        </span>
        <StatusChip kind="pairing" state={stateOf(pairing)} />
        {canAct && status === 'ACTIVE' ? (
          <ActButton
            label={t('end')}
            isRunning={end.isRunning}
            confirm={t('endConfirm', { name })}
            act={() => end.run({ id })}
            doneText={t('ended')}
          />
        ) : null}
      </div>
      <p className="li mut s13">
        <Says pairing={pairing} />
      </p>
    </>
  );
}

/** A pairing that lasts, as far as the client has answered; one that ended, by whom. */
function stateOf({
  status,
  mayKnowName,
  isAsked,
  endedBy,
}: PairingFragment): 'KNOWN' | 'ASKED' | 'SILENT' | 'REFUSED' | 'ENDED' {
  if (status === 'ENDED') return endedBy === 'CLIENT' ? 'REFUSED' : 'ENDED';
  if (mayKnowName) return 'KNOWN';
  return isAsked ? 'ASKED' : 'SILENT';
}

function Says({ pairing }: { readonly pairing: PairingFragment }): string {
  const { t } = useTranslation('mentors');
  const format = useFormat();
  const state = stateOf(pairing);
  const at = pairing.endedAt === null ? '' : format.instant(pairing.endedAt);
  return t(pairing.wantsAnother ? 'says.ANOTHER' : `says.${state}`, { name: pairing.mentorName, at });
}
