import CheckCircle from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import CloseCircle from '@ant-design/icons-svg/es/asn/CloseCircleOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { useFormat } from '../../../lib/format/use-format';
import { useMatchWords, type JudgedPair } from '../../../components/match/use-match-words';
import { WaysToQualify } from './ways-to-qualify';

interface MatchReasonsProps {
  readonly match: JudgedPair;
}

interface ReasonsProps extends MatchReasonsProps {
  readonly clientId: string;
}

/** The hard checks as ticks and crosses, and in sentences why this fits, and why not wholly. */
export function MatchReasons({ match, clientId }: ReasonsProps): ReactNode {
  return (
    <div className="grid halves detail-reasons">
      <HardChecks match={match} />
      <div className="stack g8">
        <Why match={match} />
        <WhyNot match={match} />
        <WhatChanges match={match} clientId={clientId} />
      </div>
    </div>
  );
}

function HardChecks({ match }: MatchReasonsProps): ReactNode {
  const { t } = useTranslation('matching');
  const words = useMatchWords();
  const failed = match.hardChecks.filter(({ passed }) => !passed).length;
  const summary =
    failed === 0 ? t('allPassed', { count: match.hardChecks.length }) : t('someFailed', { count: failed });
  return (
    <div className="stack g4">
      <h3 className="h3">
        {t('hardChecks')} <span className="dim">{summary}</span>
      </h3>
      <ul className="stack g4">
        {match.hardChecks.map((check) => (
          <li className="ck" key={check.name}>
            <span className={check.passed ? 'ok' : 'no'}>
              <Icon of={check.passed ? CheckCircle : CloseCircle} />
              <span className="sr">{t(check.passed ? 'met' : 'notMet')}</span>
            </span>
            <span>
              <span className="mut">{t(`checkName.${check.name}`)}</span> {words.check(check, match.position)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isWhole = ({ points, of }: JudgedPair['parts'][number]): boolean => points === of;

function Why({ match }: MatchReasonsProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const whole = match.parts.filter(isWhole).map(({ name }) => t(`part.${name}`));
  return (
    <Reason title={t('why')}>{whole.length === 0 ? t('whyNone') : t('whyWhole', { parts: format.list(whole) })}</Reason>
  );
}

function WhyNot({ match }: MatchReasonsProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const short = match.parts.filter((part) => !isWhole(part)).sort((a, b) => b.of - b.points - (a.of - a.points));
  const words = short.map(({ name, points, of }) =>
    t('pointsShort', { part: t(`part.${name}`), points: format.count(of - points) }),
  );
  return (
    <Reason title={t('whyNot')}>
      {words.length === 0 ? t('whyNotNone') : t('whyNotShort', { parts: words.join(t('comma')) })}
    </Reason>
  );
}

function WhatChanges({ match, clientId }: ReasonsProps): ReactNode {
  const { t } = useTranslation('matching');
  const words = useMatchWords();
  const failed = match.hardChecks.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  const isLearnable = failed.some(({ name }) => name === 'SKILLS' || name === 'CERTIFICATES');
  return (
    <>
      <Reason title={t('whatChanges')}>
        <span className="note">
          {failed.map((check) => t(`step.${check.name}`, { reason: words.check(check, match.position) })).join(' ')}
        </span>
      </Reason>
      {isLearnable ? <WaysToQualify clientId={clientId} positionId={match.position.id} /> : null}
    </>
  );
}

interface ReasonProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Reason({ title, children }: ReasonProps): ReactNode {
  return (
    <div>
      <h3 className="h3">{title}</h3>
      <p className="s13">{children}</p>
    </div>
  );
}
