import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PoolCandidateDocument, ViewCandidateDocument } from '@contract/gql';
import { ActButton, useReport } from '../../../components/desk/act-button';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';
import { actsOf, type Candidate, type CandidateAct } from '../hooks/candidate-views';
import { CardFacts } from './card-facts';
import { DeclineForm } from './decline-form';
import { InviteForm } from './invite-form';
import { OfferForm } from './offer-form';

interface CandidateDrawerProps {
  readonly candidate: Candidate;
  readonly act: CandidateAct;
  readonly onAct: (act: CandidateAct) => void;
  readonly onClose: () => void;
}

/** One card opened: its facts, and the form of the step that was chosen. */
export function CandidateDrawer({ candidate, act, onAct, onClose }: CandidateDrawerProps): ReactNode {
  const { t } = useTranslation('candidates');
  const report = useReport();
  useReadReceipt(candidate);
  const done = (): void => {
    report({ kind: 'done', payload: null }, t(`done.${act}`));
    onClose();
  };
  const name = candidate.identity?.name ?? t('card', { code: candidate.cardCode });
  return (
    <SideDrawer title={t('drawer', { act: t(`act.${act}`), name })} onClose={onClose}>
      <div className="stack" style={{ gap: 14 }}>
        <div className="stack g8">
          <CardFacts candidate={candidate} />
        </div>
        <hr />
        {act === 'view' ? <NextActs candidate={candidate} onAct={onAct} onDone={onClose} /> : null}
        {act === 'invite' || act === 'changeTime' ? <InviteForm candidate={candidate} onDone={done} /> : null}
        {act === 'offer' ? <OfferForm candidate={candidate} onDone={done} /> : null}
        {act === 'decline' ? <DeclineForm candidate={candidate} onDone={done} /> : null}
      </div>
    </SideDrawer>
  );
}

/** Opening a card tells the caseworker that it was seen, once. */
function useReadReceipt({ id, status }: Candidate): void {
  const { run } = useCommand(ViewCandidateDocument);
  const told = useRef('');
  useEffect(() => {
    if (status !== 'SENT' || told.current === id) return;
    told.current = id;
    void run({ id });
  }, [id, status, run]);
}

interface NextActsProps {
  readonly candidate: Candidate;
  readonly onAct: (act: CandidateAct) => void;
  readonly onDone: () => void;
}

function NextActs({ candidate, onAct, onDone }: NextActsProps): ReactNode {
  const { t } = useTranslation('candidates');
  const { run, isRunning } = useCommand(PoolCandidateDocument);
  const pool = async (): ReturnType<typeof run> => {
    const result = await run({ id: candidate.id });
    if (result.kind === 'done') onDone();
    return result;
  };
  return (
    <div className="row wrap">
      {actsOf(candidate)
        .filter((act) => act !== 'view')
        .map((act) => (
          <button type="button" key={act} className={act === 'decline' ? 'btn' : 'btn pri'} onClick={() => onAct(act)}>
            {t(`act.${act}`)}
          </button>
        ))}
      {candidate.mayBecome.includes('POOLED') ? (
        <ActButton
          label={t('act.pool')}
          className="btn"
          isRunning={isRunning}
          confirm={t('poolHelp')}
          act={pool}
          doneText={t('done.pool')}
        />
      ) : null}
    </div>
  );
}
