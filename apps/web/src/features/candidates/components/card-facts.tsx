import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommuteBand } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';
import type { Candidate } from '../hooks/candidate-views';

interface CardFactsProps {
  readonly candidate: Candidate;
}

/** Skills, certificates the post asks for, availability in words, commute in three bands; nothing else. */
export function CardFacts({ candidate }: CardFactsProps): ReactNode {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const { skills, certificates, position, availability, shifts, weeklyHours, commuteBand, invitation, status } =
    candidate;
  if (availability === null || weeklyHours === null || commuteBand === null)
    return <p className="s13 mut">{t('closedCard')}</p>;
  const held = certificates.length === 0 ? t('common:none') : format.list(certificates.map(({ name }) => name));
  const when = {
    availability: t(`availability.${availability}`),
    shifts: format.list(shifts.map((shift) => t(`common:shift.${shift}`))),
    hours: weeklyHours,
  };
  return (
    <>
      <ul className="row g4 wrap" aria-label={t('skills')}>
        {skills.map(({ code, name }) => (
          <li className="tag" key={code}>
            {name}
          </li>
        ))}
      </ul>
      <dl className="kv">
        {status === 'INTERVIEW' && invitation !== null ? (
          <>
            <dt>{t('meeting')}</dt>
            <dd>{`${format.instant(invitation.at)}，${invitation.place}`}</dd>
          </>
        ) : null}
        <dt>{t('position')}</dt>
        <dd>{position.title}</dd>
        <dt>{t('certificates')}</dt>
        <dd>{position.requiredCertificates.length === 0 ? t('notRequired') : held}</dd>
        <dt>{t('available')}</dt>
        <dd>{t('when', when)}</dd>
        <dt>{t('commute')}</dt>
        <dd>
          <Commute band={commuteBand} />
        </dd>
        {candidate.workNeeds === null ? null : (
          <>
            <dt>{t('workNeeds')}</dt>
            <dd>
              {candidate.workNeeds.needs.length === 0 ? t('common:none') : format.list(candidate.workNeeds.needs)}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

const CELLS: Readonly<Record<CommuteBand, number>> = { NEAR: 1, MIDDLE: 2, FAR: 3 };

function Commute({ band }: { readonly band: CommuteBand }): ReactNode {
  const { t } = useTranslation('candidates');
  return (
    <span className="row g6">
      <span className="sg commute" aria-hidden="true">
        {[1, 2, 3].map((cell) => (
          <i key={cell} className={cell <= CELLS[band] ? 'full' : ''} />
        ))}
      </span>
      {t(`band.${band}`)}
    </span>
  );
}
