import Phone from '@ant-design/icons-svg/es/asn/PhoneOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { Note } from '../../../components/note';
import { ClockChip } from '../../../components/status/clock-chip';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { actsOf, awaitsAnswer, type Candidate, type CandidateAct } from '../hooks/candidate-views';
import { CardFacts } from './card-facts';
import { EmployeeNumber } from './employee-number';

interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly onTick: () => void;
  readonly onAct: (act: CandidateAct) => void;
}

const PRIMARY: ReadonlySet<CandidateAct> = new Set(['offer']);

/** One card: blind until the client accepted the invitation, then with a name. */
export function CandidateCard({ candidate, isCurrent, isTicked, onTick, onAct }: CandidateCardProps): ReactNode {
  const { t } = useTranslation('candidates');
  const { cardCode, identity } = candidate;
  const name = t('card', { code: cardCode });
  const look = ['cand', isTicked ? 'sel' : '', identity === null ? '' : 'named', isCurrent ? 'cur' : ''].join(' ');
  return (
    <article className={look} aria-label={identity === null ? name : `${identity.name} ${name}`}>
      <CardHead candidate={candidate} isTicked={isTicked} onTick={onTick} />
      {identity === null ? null : <Identity identity={identity} />}
      <UseNotice candidate={candidate} />
      <CardFacts candidate={candidate} />
      <CardNote candidate={candidate} />
      {candidate.status === 'ACCEPTED' ? <EmployeeNumber candidate={candidate} /> : null}
      <div className="row g6">
        {actsOf(candidate).map((act) => (
          <button
            type="button"
            key={act}
            className={act === 'decline' ? 'btn sm txt' : PRIMARY.has(act) ? 'btn sm pri' : 'btn sm'}
            onClick={() => onAct(act)}
          >
            {t(`act.${act}`)}
          </button>
        ))}
      </div>
    </article>
  );
}

interface CardHeadProps {
  readonly candidate: Candidate;
  readonly isTicked: boolean;
  readonly onTick: () => void;
}

function CardHead({ candidate, isTicked, onTick }: CardHeadProps): ReactNode {
  const { t } = useTranslation('candidates');
  const { cardCode, identity, status, respondBy, isViewed } = candidate;
  const code = t('card', { code: cardCode });
  return (
    <div className="row">
      {awaitsAnswer(candidate) ? (
        <input type="checkbox" aria-label={t('tick', { code: cardCode })} checked={isTicked} onChange={onTick} />
      ) : null}
      {identity === null ? (
        <b className="b card-code">{code}</b>
      ) : (
        <>
          <span className="ava" aria-hidden="true">
            {identity.name.slice(0, 1)}
          </span>
          <span>
            <b className="b card-code">{identity.name}</b> <span className="s12 dim">{code}</span>
          </span>
        </>
      )}
      <span className="sp" />
      {awaitsAnswer(candidate) ? <span className="s12 dim nw">{t(isViewed ? 'seen' : 'notSeen')}</span> : null}
      {awaitsAnswer(candidate) && respondBy !== null ? (
        <ClockChip until={respondBy} />
      ) : (
        <StatusChip kind="referral" state={status} />
      )}
    </div>
  );
}

function Identity({ identity }: { readonly identity: NonNullable<Candidate['identity']> }): ReactNode {
  const { t } = useTranslation('candidates');
  return (
    <p className="row g6 s13">
      <span className="pt">
        <Icon of={Phone} />
      </span>
      {identity.phone ?? t('noPhone')}
    </p>
  );
}

/** What the enterprise may do with what it knows, beside what it knows. */
function UseNotice({ candidate: { identity, notice } }: { readonly candidate: Candidate }): ReactNode {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const shown = identity?.notice ?? notice;
  if (shown === null) return null;
  const until = identity?.validTo ?? null;
  return (
    <p className="s12 dim">
      {format.inLanguage(shown)}
      {until === null ? '' : t('noticeUntil', { day: format.day(until) })}
    </p>
  );
}

/** What has been agreed so far. */
function CardNote({ candidate }: { readonly candidate: Candidate }): ReactNode {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const { status, invitation, offer } = candidate;
  if (status === 'INVITED' && invitation !== null)
    return <Note tone="wheat">{t('invitedNote', { at: format.instant(invitation.at), place: invitation.place })}</Note>;
  if (status === 'OFFERED' && offer !== null)
    return (
      <Note tone="wheat">
        {t('offeredNote', {
          day: format.day(offer.hireDate),
          pay: format.money(offer.pay),
          until: offer.slotHeldUntil === null ? '' : format.dayOfInstant(offer.slotHeldUntil),
        })}
      </Note>
    );
  if (status === 'ACCEPTED' && offer !== null)
    return <Note>{t('acceptedNote', { day: format.day(offer.hireDate) })}</Note>;
  return null;
}
